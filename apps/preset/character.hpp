// One character of UTF-8, and which of them a terminal must not get.
#pragma once
#include <cstddef>
#include <string_view>

namespace synovia::preset {

struct Character {
    char32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;  ///< else one byte that begins no character
};

/// The character that the text begins with (RFC 3629: shortest form, no surrogates). The text must not be empty.
Character first_character(std::string_view text);

/// Does a terminal obey it instead of showing it, or does it reorder what stands around it? Control characters of both
/// blocks, line and paragraph separators, marks of direction.
bool is_obeyed(char32_t code);

}  // namespace synovia::preset
