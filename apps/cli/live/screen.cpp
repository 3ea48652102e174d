#include "apps/cli/live/screen.hpp"

#include <algorithm>
#include <string_view>

namespace synovia::cli {
namespace {

/// Length of the UTF-8 character that begins with this byte; 1 for what is none.
std::size_t character_length(unsigned char first) {
    return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
}

}  // namespace

std::string fitted(const std::string& text, int columns) {
    constexpr std::string_view cut = "...";
    std::vector<std::string> characters;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_length(static_cast<unsigned char>(text[i]));
        characters.push_back(length <= 2 ? text.substr(i, length) : "?");
        i += length;
    }
    const auto room = static_cast<std::size_t>(std::max(columns, 0));
    const bool is_cut = characters.size() > room, marked = is_cut && room > cut.size();
    if (is_cut) characters.resize(marked ? room - cut.size() : room);
    std::string result;
    for (const std::string& character : characters) result += character;
    return marked ? result.append(cut) : result;
}

}  // namespace synovia::cli
