// What a terminal sends, byte by byte, as what the player did.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace synovia::cli {

struct Input {
    enum class Kind {
        none,       ///< something that means nothing here
        character,  ///< `character` was typed; control characters included
        hold_end,   ///< the space bar was released; only terminals that tell such things say so
        up,
        down,
        left,
        right,
        backspace,
        mouse_down,  ///< left button, at `column`
        mouse_move,  ///< with the button down
        mouse_up,
        gone  ///< nobody will type any more
    };
    Kind kind = Kind::none;
    int character = 0, column = 0;  ///< columns count from 0
    bool operator==(const Input&) const = default;
};

/// Keys and mouse reports as ECMA-48 and xterm send them (Xterm Control Sequences, "Mouse Tracking": SGR and X10), and
/// Kitty's reports of keys that are repeated or released. It never waits for the rest of a sequence: what cannot belong
/// to one ends it, a control character such as Ctrl-C foremost, and so does time. A sequence that is too long to mean
/// anything is dropped to its end, and so is what a terminal answers in words.
class InputDecoder {
public:
    void feed(std::string_view bytes) { bytes_ += bytes; }
    /// Absent: nothing, or the beginning of a sequence whose rest may come.
    std::optional<Input> next();
    /// The rest does not come: what has begun is dropped.
    void give_up() {
        bytes_.clear();
        skipping_ = Skipping::nothing;
    }
    /// Has something begun that is not complete?
    bool waits() const { return !bytes_.empty() || skipping_ != Skipping::nothing; }

private:
    enum class Skipping { nothing, sequence, words };
    void skip();
    Input sequence();

    std::string bytes_;
    Skipping skipping_ = Skipping::nothing;
};

}  // namespace synovia::cli
