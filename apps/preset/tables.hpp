// Parameters that are whole tables: a CSV named by its path, or the same columns written out in the preset.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "apps/preset/problem.hpp"
#include "solver/scenario.hpp"

namespace synovia::preset {

using Columns = std::vector<std::vector<double>>;

struct Table {
    std::string_view key;                ///< of the path, "pressure.table"
    std::vector<std::string> list_keys;  ///< of its columns written out, so that a file stands alone
    std::size_t fewest, most;            ///< rows
    const std::string& (*path)(const Scenario&);
    Columns (*parse)(std::string_view text, const std::string& file);  ///< throws Error
    Columns (*get)(const Scenario&);                                   ///< columns without rows where there is no table
    void (*set)(Scenario&, const Columns&);
};

std::span<const Table> tables();

/// The table of which this is the key, or nullptr; the same for one of its list keys.
const Table* find_table(std::string_view key);
const Table* find_table_of_list(std::string_view key);

bool is_empty(const Columns& columns);
void clear(const Table& table, Scenario& scenario);

/// Reads the file into the scenario; problems without a line are reported at `place`, all under its key.
void read_table(const Table& table, Scenario& scenario, const std::filesystem::path& path, const PlacedProblem& place,
                Problems& problems);

}  // namespace synovia::preset
