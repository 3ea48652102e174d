// The CSV behind `spine.levels`: one row a level of the spine.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "solver/spine_levels.hpp"

namespace synovia::preset {

/// "level,alpha_deg,...": the columns of spine_columns() in their order.
std::string level_header();

/// The file that parse_level_table() reads back as the same levels.
std::string level_csv(std::span<const SpineLevel> levels);

/// Reads the header and one row for each level of the spine, in any order. Throws Error with every bad line: an unknown
/// level, one given twice or left out, a cell that is no finite number. Ranges are validate()'s. `file` is the label
/// for messages. Returns the levels from top to bottom.
std::vector<SpineLevel> parse_level_table(std::string_view text, const std::string& file);

}  // namespace synovia::preset
