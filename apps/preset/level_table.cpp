#include "apps/preset/level_table.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "apps/preset/csv.hpp"
#include "apps/preset/problem.hpp"
#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

using Found = std::array<std::optional<SpineLevel>, spine_level_count>;

/// Fills in the row's level, or says what is wrong with it; never what stands there: the path may be a stranger's.
std::optional<std::string> take_row(Found& found, std::string_view row) {
    const auto columns = spine_columns();
    const std::vector<std::string_view> cells = split_cells(row);
    if (cells.size() != columns.size() + 1) return "expected " + std::to_string(columns.size() + 1) + " cells";
    const auto name = std::find(spine_level_names.begin(), spine_level_names.end(), cells[0]);
    if (name == spine_level_names.end()) return "expected one of the levels " + listed(spine_level_names);
    SpineLevel level;
    level.level = static_cast<std::size_t>(name - spine_level_names.begin());
    if (found[level.level]) return "the level " + in_quotes(cells[0]) + " is given twice";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto value = finite_number(cells[i + 1]);
        if (!value) return std::string(columns[i].name) + " is not a finite number";
        level.*columns[i].member = *value;
    }
    found[level.level] = level;
    return std::nullopt;
}

}  // namespace

std::string level_header() {
    std::string header = "level";
    for (const SpineColumn& column : spine_columns()) header.append(",").append(column.name);
    return header;
}

std::string level_csv(std::span<const SpineLevel> levels) {
    std::string text = level_header() + "\n";
    for (const SpineLevel& level : levels) {
        text += spine_level_names[level.level];
        for (const SpineColumn& column : spine_columns()) text.append(",").append(exact(level.*column.member));
        text += "\n";
    }
    return text;
}

std::vector<SpineLevel> parse_level_table(std::string_view text, const std::string& file) {
    text = table_text(text);
    Found found;
    Problems problems;
    std::size_t line = 1;
    if (const auto first = take_line(text); first != level_header())
        problems.add({file, 1, 1, "", "expected the header \"" + level_header() + '"'});
    problems.raise();
    while (!text.empty() && !problems.full())
        if (auto wrong = (++line, take_row(found, take_line(text)))) problems.add({file, line, 1, "", *wrong});
    problems.raise();
    std::vector<SpineLevel> levels;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (found[i])
            levels.push_back(*found[i]);
        else
            problems.add({file, line, 0, "", "the level " + in_quotes(spine_level_names[i]) + " is missing"});
    problems.raise();
    return levels;
}

}  // namespace synovia::preset
