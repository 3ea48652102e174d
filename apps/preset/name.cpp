#include "apps/preset/name.hpp"

#include "apps/preset/character.hpp"

namespace synovia::preset {
namespace {

constexpr std::string_view reserved = "/\\:*?\"<>|";  // by one file system or another

bool fits(const Character& character) {
    if (!character.valid || is_obeyed(character.code)) return false;
    return character.code > 0x7F || reserved.find(static_cast<char>(character.code)) == std::string_view::npos;
}

}  // namespace

std::optional<std::string> refuse_name(std::string_view text) {
    if (text.empty()) return "is empty";
    if (text.size() > longest_name_bytes)
        return "is " + std::to_string(text.size()) + " bytes long, " + std::to_string(longest_name_bytes) +
               " are allowed";
    if (text.front() == '.') return "begins with a dot";
    while (!text.empty()) {
        const Character character = first_character(text);
        if (!fits(character))
            return "is no plain name: letters, digits, blanks and punctuation other than " + std::string(reserved);
        text.remove_prefix(character.bytes);
    }
    return std::nullopt;
}

std::string plain_name(std::string_view text) {
    std::string name;
    while (!text.empty()) {
        const Character character = first_character(text);
        if (name.size() + character.bytes > longest_name_bytes) break;
        const bool hides = name.empty() && text.front() == '.';
        if (fits(character) && !hides)
            name += text.substr(0, character.bytes);
        else
            name += '_';
        text.remove_prefix(character.bytes);
    }
    return name.empty() ? "_" : name;
}

}  // namespace synovia::preset
