#include "apps/preset/tables.hpp"

#include <algorithm>
#include <utility>

#include "apps/preset/file.hpp"
#include "apps/preset/level_table.hpp"
#include "apps/preset/point_table.hpp"

namespace synovia::preset {
namespace {

Columns columns_of(PointTable table) { return {std::move(table.time), std::move(table.value)}; }

Columns columns_of(const std::vector<SpineLevel>& levels) {
    Columns columns(spine_columns().size());
    for (const SpineLevel& level : levels)
        for (std::size_t i = 0; i < columns.size(); ++i) columns[i].push_back(level.*spine_columns()[i].member);
    return columns;
}

std::vector<SpineLevel> levels_of(const Columns& columns) {
    std::vector<SpineLevel> levels(columns.front().size());
    for (std::size_t row = 0; row < levels.size(); ++row) {
        levels[row].level = row;
        for (std::size_t i = 0; i < columns.size(); ++i) levels[row].*spine_columns()[i].member = columns[i][row];
    }
    return levels;
}

std::vector<std::string> level_keys() {
    std::vector<std::string> keys;
    for (const SpineColumn& column : spine_columns()) keys.push_back("spine.levels_" + std::string(column.name));
    return keys;
}

std::vector<Table> make_tables() {
    return {
        {"pressure.table",
         {"pressure.table_time_s", "pressure.table_pressure_pa"},
         2,
         most_table_points,
         [](const Scenario& s) -> const std::string& { return s.pressure.table; },
         [](std::string_view text, const std::string& file) {
             return columns_of(parse_point_table(pressure_columns, text, file));
         },
         [](const Scenario& s) {
             return Columns{s.pressure.table_time, s.pressure.table_pressure};
         },
         [](Scenario& s, const Columns& c) {
             s.pressure.table_time = c[0];
             s.pressure.table_pressure = c[1];
         }},
        {"traction.table",
         {"traction.table_time_s", "traction.table_position_m"},
         2,
         most_table_points,
         [](const Scenario& s) -> const std::string& { return s.traction.table; },
         [](std::string_view text, const std::string& file) {
             return columns_of(parse_point_table(traction_columns, text, file));
         },
         [](const Scenario& s) {
             return Columns{s.traction.table_time, s.traction.table_position};
         },
         [](Scenario& s, const Columns& c) {
             s.traction.table_time = c[0];
             s.traction.table_position = c[1];
         }},
        {"spine.levels", level_keys(), spine_level_count, spine_level_count,
         [](const Scenario& s) -> const std::string& { return s.spine.levels_file; },
         [](std::string_view text, const std::string& file) { return columns_of(parse_level_table(text, file)); },
         [](const Scenario& s) { return columns_of(s.spine.levels); },
         [](Scenario& s, const Columns& c) { s.spine.levels = levels_of(c); }},
    };
}

}  // namespace

std::span<const Table> tables() {
    static const std::vector<Table> all = make_tables();
    return all;
}

const Table* find_table(std::string_view key) {
    const auto all = tables();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Table& table) { return table.key == key; });
    return found == all.end() ? nullptr : &*found;
}

const Table* find_table_of_list(std::string_view key) {
    const auto all = tables();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Table& table) {
        return std::find(table.list_keys.begin(), table.list_keys.end(), key) != table.list_keys.end();
    });
    return found == all.end() ? nullptr : &*found;
}

bool is_empty(const Columns& columns) {
    return std::all_of(columns.begin(), columns.end(), [](const auto& column) { return column.empty(); });
}

void clear(const Table& table, Scenario& scenario) { table.set(scenario, Columns(table.list_keys.size())); }

void read_table(const Table& table, Scenario& scenario, const std::filesystem::path& path, const PlacedProblem& place,
                Problems& problems) {
    try {
        table.set(scenario, table.parse(read_text(path), path.string()));
    } catch (const Error& error) {
        for (PlacedProblem problem : error.problems()) {
            if (problem.line == 0)
                problem = {place.file, place.line, place.column, "", problem.file + ": " + problem.message};
            problem.key = place.key;
            problems.add(std::move(problem));
        }
    }
}

}  // namespace synovia::preset
