// What `synovia refractory` tells: as a table, and as JSON.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "solver/refractory.hpp"

namespace synovia::cli {

/// A row per rest, and when the last bubble is gone.
std::string refractory_text(const std::string& name, const Refractory& table);

nlohmann::ordered_json refractory_json(const std::string& name, const Refractory& table);

}  // namespace synovia::cli
