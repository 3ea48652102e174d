// Scenario -> text that loads back to the identical Scenario, bit for bit.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "apps/preset/load.hpp"

namespace synovia::preset {

/// A whole preset: every parameter of the scenario's kind, nothing extended, the points of a pressure table written
/// out.
std::string to_toml(const Scenario& scenario, const About& about);

/// The object that stands under "scenario" in a side-car: "kind" and every parameter of that kind by its key, flat.
/// Absent optional numbers are null; a pressure table's points are two lists beside `pressure.table`.
nlohmann::ordered_json to_json(const Scenario& scenario);

/// The object under "about".
nlohmann::ordered_json to_json(const About& about);

}  // namespace synovia::preset
