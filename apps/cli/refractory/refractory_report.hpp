// What `synovia refractory` tells: as a table, and as JSON.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "apps/studio/key_text.hpp"
#include "solver/refractory.hpp"

namespace synovia::cli {

/// A row per rest, and when the last bubble is gone.
std::string refractory_text(const std::string& name, const Refractory& table);

/// What the keys of refractory_json() mean, in their order.
std::span<const studio::KeyText> refractory_keys();

nlohmann::ordered_json refractory_json(const std::string& name, const Refractory& table);

}  // namespace synovia::cli
