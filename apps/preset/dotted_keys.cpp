#include "apps/preset/dotted_keys.hpp"

#include <algorithm>
#include <cstddef>

#include "apps/preset/problem.hpp"

namespace synovia::preset {
namespace {

constexpr int most_dots = 7;

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

[[noreturn]] void refuse(std::string_view text, std::size_t at, const std::string& file) {
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    throw Error({{file, static_cast<std::size_t>(line), 0, "", "a key of more than eight parts joined by dots"}});
}

}  // namespace

void check_dotted_keys(std::string_view text, const std::string& file) {
    // Dots count up within one key: bare and quoted parts and the blanks around them. Anything else ends the key.
    int dots = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '"' || c == '\'') {
            i = skip_quoted(text, i);
            continue;
        }
        if (c == '#') i = std::min(text.find('\n', i), text.size() - 1);
        if (c == '.' && ++dots > most_dots) refuse(text, i, file);
        if (std::string_view(",=[]{}#\n").find(c) != std::string_view::npos) dots = 0;
        ++i;
    }
}

}  // namespace synovia::preset
