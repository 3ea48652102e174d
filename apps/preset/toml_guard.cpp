#include "apps/preset/toml_guard.hpp"

#include <algorithm>
#include <cstddef>

#include "apps/preset/problem.hpp"

namespace synovia::preset {
namespace {

constexpr int most_dots = 7;
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// Past the end of the quoted text that begins at `at`. Triple quotes may span lines and hold up to two quotes before
/// their end; single ones end with the line at the latest.
std::size_t skip_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const std::string triple(3, quote);
    const bool is_long = text.substr(at, 3) == triple;
    for (std::size_t i = at + (is_long ? 3 : 1); i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"') {
            ++i;
        } else if (is_long && text.substr(i, 3) == triple) {
            return std::min(text.find_first_not_of(quote, i), i + 5);
        } else if (!is_long && (text[i] == quote || text[i] == '\n')) {
            return i + 1;
        }
    }
    return text.size();
}

/// Past the end of the comment that begins at `at`; the line end itself still counts.
std::size_t skip_comment(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

[[noreturn]] void refuse(std::string_view text, std::size_t at, const std::string& file, const std::string& message) {
    const std::string_view before = text.substr(0, at);
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    throw Error({{file, line, at - (before.rfind('\n') + 1) + 1, "", message}});
}

}  // namespace

void guard_toml(std::string_view text, const std::string& file) {
    // Dots count up within one key: bare and quoted parts and the blanks around them. Anything else ends the key.
    int dots = 0;
    for (std::size_t i = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; i < text.size();) {
        const char c = text[i];
        if (c == '"' || c == '\'') {
            i = skip_quoted(text, i);
            continue;
        }
        if (c == '#') {
            i = skip_comment(text, i);
            continue;
        }
        if (static_cast<unsigned char>(c) >= 0x80)
            refuse(text, i, file, "a character outside ASCII stands in neither a text nor a comment");
        if (c == '.' && ++dots > most_dots) refuse(text, i, file, "a key of more than eight parts joined by dots");
        if (std::string_view(",=[]{}\n").find(c) != std::string_view::npos) dots = 0;
        ++i;
    }
}

}  // namespace synovia::preset
