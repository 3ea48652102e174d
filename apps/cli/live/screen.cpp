#include "apps/cli/live/screen.hpp"

namespace synovia::cli {
namespace {

/// Length of the UTF-8 character that begins with this byte; 1 for what is none.
std::size_t character_length(unsigned char first) {
    return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
}

}  // namespace

std::string fitted(const std::string& text, int columns) {
    std::string result;
    for (std::size_t i = 0; i < text.size() && columns > 0; --columns) {
        const std::size_t length = character_length(static_cast<unsigned char>(text[i]));
        result += length <= 2 ? text.substr(i, length) : "?";
        i += length;
    }
    return result;
}

}  // namespace synovia::cli
