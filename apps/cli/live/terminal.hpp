// The terminal as a whole screen: paints pictures, reads keys and the mouse. Through ncurses.
#pragma once
#include <optional>
#include <string_view>

#include "apps/cli/live/view.hpp"

struct screen;  // of ncurses

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
        mouse_up
    };
    Kind kind = Kind::none;
    int character = 0, column = 0;
};

/// What an escape sequence of Kitty's keyboard protocol means, given without its ESC: "[32;1:3u" is the end of a hold.
Input decode_sequence(std::string_view sequence);

/// Takes the screen and gives it back as it was, also when an exception passes by. Only one at a time.
class Terminal {
public:
    /// Throws Failure(usage) where require_screen() (terminal_kind.hpp) would.
    Terminal();
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    int rows() const;
    int columns() const;
    /// Can it show Braille characters?
    bool braille() const { return braille_; }

    void paint(const Screen& screen);
    /// What was typed since, one at a time; never waits.
    std::optional<Input> next();
    /// Waits until something is typed or `other_fd` (-1: none) becomes readable, at most this long.
    static void wait(int milliseconds, int other_fd);

private:
    bool braille_;
    screen* screen_;
};

}  // namespace synovia::cli
