// The CSV behind `pressure.table`: far-field pressure against time.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace synovia::preset {

inline constexpr std::size_t most_table_points = 10'000;  ///< a side-car with all of them stays below the size limit

struct PressureTable {
    std::vector<double> time;      ///< strictly increasing, at least two points [s]
    std::vector<double> pressure;  ///< as many [Pa]
};

/// Reads "t_s,p_pa" and one pair of numbers per line. Strict: no blanks for empty cells, no comments, no other columns.
/// Throws Error with every bad line; `file` is the label for messages.
PressureTable parse_pressure_table(std::string_view text, const std::string& file);

/// The same from a file (see read_text() for what is refused).
PressureTable read_pressure_table(const std::filesystem::path& path);

}  // namespace synovia::preset
