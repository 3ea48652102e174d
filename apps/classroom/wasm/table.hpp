// The solver's own table of parameters as JSON: what the page builds its sliders and checks its links from.
#pragma once
#include <string>

#include "solver/scenario.hpp"

namespace synovia::classroom {

/// A list of {key, unit, type, min, max, kinds, text, choices, default}, in the order of the presets. `type` is
/// "number", "optional", "flag", "choice", "text" or "levels" (a list of names); `kinds` have the parameter; `default`
/// is the value in `defaults`, null where it is absent.
std::string table_json(const Scenario& defaults);

/// The values of the scenario that its kind has: {key: number, bool, text or null}.
std::string values_json(const Scenario& scenario);

}  // namespace synovia::classroom
