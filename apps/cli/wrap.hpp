// Long texts on a terminal.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace synovia::cli {

inline constexpr std::size_t text_width = 80;

/// Broken into lines of at most `width` where there are blanks.
std::string wrapped(std::string_view text, std::size_t width);

/// The same behind a margin of `indent` blanks, up to text_width, with an end of line.
std::string indented(std::string_view text, std::size_t indent);

}  // namespace synovia::cli
