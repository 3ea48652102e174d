// The file beside a sound that makes it again: a recipe as JSON.
#pragma once
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "apps/studio/recipe.hpp"

namespace synovia::studio {

/// Schema and program, the keys "about" and "scenario" of one joint or the list "joints" of several, and "render".
nlohmann::ordered_json side_car_json(const Recipe& recipe);

/// The text of the side-car: the recipe and what came out of it.
std::string side_car_text(const Recipe& recipe, const nlohmann::ordered_json& result);

/// pop.wav -> pop.json
std::filesystem::path side_car_path(std::filesystem::path sound);

/// Is this the path of a side-car, by its ending?
bool is_side_car(const std::string& path);

/// Reads a side-car; `overrides` ("key=value") apply to every joint in it. Side-cars without "render" settings and
/// missing settings take the defaults. Throws preset::Error that names file and key.
Recipe read_side_car(const std::string& path, std::span<const std::string> overrides);

}  // namespace synovia::studio
