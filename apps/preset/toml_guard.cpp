#include "apps/preset/toml_guard.hpp"

#include <algorithm>
#include <cstddef>

#include "apps/preset/problem.hpp"

namespace synovia::preset {
namespace {

constexpr int most_dots = 7;

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Walks over the text as TOML's grammar does, as far as it takes to tell texts and comments from the rest.
class Guard {
public:
    Guard(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    void run() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (is_one_of(c, "\"'"))
                skip_text();
            else if (c == '#')
                at_ = std::min(text_.find('\n', at_), text_.size());
            else
                take(c);
        }
    }

private:
    [[noreturn]] void refuse(std::size_t at, const std::string& message) const {
        const std::string_view before = text_.substr(0, at);
        const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
        throw Error({{file_, line, at - (before.rfind('\n') + 1) + 1, "", message}});
    }

    void take(char c) {
        if (!is_ascii(c)) refuse(at_, "a character outside ASCII stands in neither a text nor a comment");
        // Dots count up within one key: bare and quoted parts and the blanks around them. Anything else ends the key.
        if (c == '.' && ++dots_ > most_dots) refuse(at_, "a key of more than eight parts joined by dots");
        if (is_one_of(c, ",=[]{}\n")) dots_ = 0;
        if (!is_one_of(c, " \t\r")) last_ = c;
        ++at_;
    }

    void skip_text() {
        if (!is_one_of(last_, "\n=,[{.")) refuse(at_, "a quote where no text may begin");
        last_ = text_[at_];
        const std::string triple(3, last_);
        if (text_.substr(at_, 3) == triple)
            skip_long_text(triple);
        else
            skip_short_text();
    }

    /// Ends at its quote, or with the line: the parser stops there with an error.
    void skip_short_text() {
        for (++at_; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\\' && last_ == '"')
                ++at_;
            else if (c == last_ || c == '\n')
                break;
        }
        at_ = std::min(at_ + 1, text_.size());
    }

    /// Ends at its triple quote, before which it may hold up to two quotes more.
    void skip_long_text(const std::string& triple) {
        for (at_ += 3; at_ < text_.size() && text_.substr(at_, 3) != triple; ++at_)
            if (text_[at_] == '\\' && last_ == '"') skip_escape();
        const std::size_t quotes_end = std::min(text_.find_first_not_of(last_, at_), text_.size());
        at_ = std::min(at_ + 5, quotes_end);
    }

    /// Leaves the position at the character that is escaped.
    void skip_escape() {
        ++at_;
        const std::size_t next = text_.find_first_not_of(" \t\r\n\v\f", at_);
        if (next != std::string_view::npos && !is_ascii(text_[next]))
            refuse(next, "a character outside ASCII must not follow a backslash, not even on the next line");
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0;
    int dots_ = 0;
    char last_ = '\n';  // the last character that is no blank; of a text, its quote
};

}  // namespace

void guard_toml(std::string_view text, const std::string& file) { Guard(text, file).run(); }

}  // namespace synovia::preset
