// The CSV behind `pressure.table` and `traction.table`: a quantity against time.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace synovia::preset {

inline constexpr std::size_t most_table_points = 10'000;  ///< a side-car with all of them stays below the size limit

struct PointTable {
    std::vector<double> time;   ///< strictly increasing, at least two points [s]
    std::vector<double> value;  ///< as many
};

/// What the columns are called: "t_s,p_pa" and the word for messages, "pressure".
struct PointColumns {
    std::string_view header;
    std::string_view quantity;
};
inline constexpr PointColumns pressure_columns{"t_s,p_pa", "pressure"};
inline constexpr PointColumns traction_columns{"t_s,x_m", "position"};

/// Reads the header and one pair of numbers per line. Strict: no blanks for empty cells, no comments, no other columns.
/// Throws Error with every bad line; `file` is the label for messages.
PointTable parse_point_table(const PointColumns& columns, std::string_view text, const std::string& file);

}  // namespace synovia::preset
