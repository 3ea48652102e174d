// One document after another onto the scenario: header, [about], parameters, tables.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "apps/preset/chain.hpp"
#include "apps/preset/load.hpp"
#include "apps/preset/problem.hpp"

namespace synovia::preset {

/// A load in progress.
struct Build {
    Loaded loaded;
    std::optional<Kind> kind;
    std::map<std::string, PlacedProblem> origins;  ///< key -> where its value was set; the message is empty
    Problems problems;
};

/// Checks `schema` and takes over `kind`: needed of every layer before the first parameter.
void take_header(Build& build, const Document& document);

/// Takes over everything else of a layer.
void take_layer(Build& build, const Layer& layer);

}  // namespace synovia::preset
