#include "apps/cli/wrap.hpp"

#include <algorithm>

namespace synovia::cli {

std::string wrapped(std::string_view text, std::size_t width) {
    std::string out;
    std::size_t column = 0;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        const bool next_line = column > 0 && column + 1 + word.size() > width;
        if (column > 0) out += next_line ? '\n' : ' ';
        column = (next_line || column == 0 ? 0 : column + 1) + word.size();
        out += word;
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    return out;
}

std::string indented(std::string_view text, std::size_t indent) {
    const std::string margin(indent, ' ');
    std::string out = margin;
    for (const char c : wrapped(text, text_width - indent)) {
        out += c;
        if (c == '\n') out += margin;
    }
    return out + "\n";
}

}  // namespace synovia::cli
