#include "apps/preset/character.hpp"

#include <array>

namespace synovia::preset {
namespace {

struct Form {
    unsigned mask, lead;  // of the first byte
    std::size_t bytes;
    char32_t least;
};

constexpr std::array<Form, 4> forms{{
    {0x80, 0x00, 1, 0},
    {0xE0, 0xC0, 2, 0x80},
    {0xF0, 0xE0, 3, 0x800},
    {0xF8, 0xF0, 4, 0x10000},
}};

unsigned byte(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

Character read(std::string_view text, const Form& form) {
    if (text.size() < form.bytes) return {};
    char32_t code = byte(text, 0) & ~form.mask;
    for (std::size_t i = 1; i < form.bytes; ++i) {
        if ((byte(text, i) & 0xC0U) != 0x80U) return {};
        code = code << 6U | (byte(text, i) & 0x3FU);
    }
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < form.least || code > 0x10FFFF || surrogate) return {};
    return {code, form.bytes, true};
}

bool within(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

}  // namespace

Character first_character(std::string_view text) {
    for (const Form& form : forms)
        if ((byte(text, 0) & form.mask) == form.lead) return read(text, form);
    return {};
}

bool is_obeyed(char32_t code) {
    return code < 0x20 || within(code, 0x7F, 0x9F) || code == 0x061C || within(code, 0x200E, 0x200F) ||
           within(code, 0x2028, 0x202E) || within(code, 0x2066, 0x2069);
}

}  // namespace synovia::preset
