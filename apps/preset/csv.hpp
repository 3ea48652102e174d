// Strict CSV for tables that presets name: one header, numbers, no blanks, no comments.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace synovia::preset {

/// The next line without its end (LF or CR LF), taken off the text.
std::string_view take_line(std::string_view& text);

/// The cells between commas; one for an empty row.
std::vector<std::string_view> split_cells(std::string_view row);

std::optional<double> finite_number(std::string_view cell);

}  // namespace synovia::preset
