// Small text tools of the messages: quoting and shortest exact numbers.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace synovia::preset {

/// The text with everything escaped that a terminal would obey (is_obeyed()) or that is no UTF-8: "\x1b", "\u202e".
/// Line feeds and tabs stay. What is escaped already stays as it is.
std::string visible(std::string_view text);

/// The text in double quotes, shortened, on one line: safe to print on a terminal whatever it holds.
std::string in_quotes(std::string_view text);

/// As in_quotes(), without the quotes; `longest` is in bytes of the text.
std::string printable(std::string_view text, std::size_t longest = 60);

/// The shortest decimal that reads back as exactly this double.
std::string exact(double value);

/// The words in double quotes, separated by commas.
std::string listed(std::span<const std::string_view> words);

/// The text behind a byte order mark (U+FEFF in UTF-8), which some editors put in front.
std::string_view without_byte_order_mark(std::string_view text);

/// Does the text hold what a terminal obeys (is_obeyed()), marks of direction included, other than line feed and tab?
/// It does not belong in a title or a path.
bool has_control_characters(std::string_view text);

}  // namespace synovia::preset
