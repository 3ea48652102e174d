// One written value -> one member of the Scenario. Ranges are not looked at here: synovia::validate() does that.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "apps/preset/document.hpp"
#include "solver/parameters.hpp"

namespace synovia::preset {

/// Why a key cannot be set, with the key that may have been meant; nullopt if it can. A kind that is not known yet
/// (nullopt) accepts the keys of both kinds.
std::optional<std::string> refuse_key(std::string_view key, std::optional<Kind> kind);

/// What the parameter takes: "a number from 1e-05 to 0.002 m", "one of ...".
std::string expected(const Parameter& parameter);

/// Sets the parameter from a value of a preset; otherwise leaves the scenario as it is and says what is wrong.
/// Optional numbers also take "none".
std::optional<std::string> assign(Scenario& scenario, const Parameter& parameter, const RawValue& value);

/// The same from the text behind "key=" on a command line, where a number may carry a unit.
std::optional<std::string> assign_text(Scenario& scenario, const Parameter& parameter, std::string_view text);

}  // namespace synovia::preset
