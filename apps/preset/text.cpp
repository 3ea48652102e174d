#include "apps/preset/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <numeric>

#include "apps/preset/character.hpp"

namespace synovia::preset {
namespace {

bool continues_utf8(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string hexadecimal(std::uint32_t number, std::size_t digits) {
    constexpr std::string_view figures = "0123456789abcdef";
    std::string text(digits, '0');
    for (std::size_t i = digits; i-- > 0; number >>= 4U) text[i] = figures[number & 0xFU];
    return text;
}

std::string escape(const Character& character, char first) {
    if (first == '\n') return "\\n";
    if (first == '\t') return "\\t";
    if (!character.valid) return "\\x" + hexadecimal(static_cast<unsigned char>(first), 2);
    if (character.code < 0x100) return "\\x" + hexadecimal(character.code, 2);
    return "\\u" + hexadecimal(character.code, 4);
}

std::string escaped(std::string_view text, std::string_view kept) {
    std::string shown;
    while (!text.empty()) {
        const Character character = first_character(text);
        const bool harmless = character.valid && !is_obeyed(character.code);
        if (harmless || kept.find(text.front()) != std::string_view::npos)
            shown += text.substr(0, character.bytes);
        else
            shown += escape(character, text.front());
        text.remove_prefix(character.bytes);
    }
    return shown;
}

}  // namespace

std::string visible(std::string_view text) { return escaped(text, "\n\t"); }

std::string printable(std::string_view text, std::size_t longest) {
    std::size_t length = std::min(text.size(), longest);
    while (length < text.size() && length > 0 && continues_utf8(text[length])) --length;
    const std::string shown = escaped(text.substr(0, length), "");
    return length < text.size() ? shown + "..." : shown;
}

std::string in_quotes(std::string_view text) { return '"' + printable(text) + '"'; }

std::string exact(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

std::string listed(std::span<const std::string_view> words) {
    std::string all;
    for (const std::string_view word : words) all.append(all.empty() ? "" : ", ").append(in_quotes(word));
    return all;
}

std::string_view without_byte_order_mark(std::string_view text) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    return text;
}

bool has_control_characters(std::string_view text) {
    while (!text.empty()) {
        const Character character = first_character(text);
        const bool kept = text.front() == '\n' || text.front() == '\t';
        if (character.valid && is_obeyed(character.code) && !kept) return true;
        text.remove_prefix(character.bytes);
    }
    return false;
}

}  // namespace synovia::preset
