#include "apps/preset/point_table.hpp"

#include <optional>

#include "apps/preset/csv.hpp"
#include "apps/preset/problem.hpp"
#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

/// Appends the row, or says what is wrong with it; never what stands there: the path may be a stranger's.
std::optional<std::string> take_row(PointTable& table, std::string_view quantity, std::string_view row) {
    const std::vector<std::string_view> cells = split_cells(row);
    if (cells.size() != 2) return "expected two numbers parted by one comma";
    const auto time = finite_number(cells[0]), value = finite_number(cells[1]);
    if (!time) return "the time is not a finite number";
    if (!value) return "the " + std::string(quantity) + " is not a finite number";
    if (!table.time.empty() && *time <= table.time.back())
        return "the time does not come after that of the line before";
    table.time.push_back(*time);
    table.value.push_back(*value);
    return std::nullopt;
}

}  // namespace

PointTable parse_point_table(const PointColumns& columns, std::string_view text, const std::string& file) {
    text = table_text(text);
    PointTable table;
    Problems problems;
    std::size_t line = 1;
    if (const auto first = take_line(text); first != columns.header)
        problems.add({file, 1, 1, "", "expected the header " + in_quotes(columns.header)});
    while (!text.empty() && table.time.size() <= most_table_points && !problems.full())
        if (auto wrong = (++line, take_row(table, columns.quantity, take_line(text))))
            problems.add({file, line, 1, "", *wrong});
    if (table.time.size() > most_table_points)
        problems.add({file, line, 0, "", "more than " + std::to_string(most_table_points) + " points"});
    problems.raise();
    if (table.time.size() < 2) problems.add({file, line, 0, "", "a table needs at least two points"});
    problems.raise();
    return table;
}

}  // namespace synovia::preset
