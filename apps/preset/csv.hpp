// Strict CSV for tables that presets name: one header, numbers, no blanks but empty lines at the end, no comments.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace synovia::preset {

/// Without a byte order mark in front and empty lines at the end.
std::string_view table_text(std::string_view text);

/// The next line without its end (LF or CR LF), taken off the text.
std::string_view take_line(std::string_view& text);

/// The cells between commas; one for an empty row.
std::vector<std::string_view> split_cells(std::string_view row);

std::optional<double> finite_number(std::string_view cell);

}  // namespace synovia::preset
