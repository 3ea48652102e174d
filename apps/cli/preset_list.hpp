// The shipped presets as somebody looks for them: what is heard first, with pitch and level.
#pragma once
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "apps/studio/preset_order.hpp"
#include "solver/scenario.hpp"

namespace synovia::cli {

struct ListedPreset {
    std::string name, title, shows;
    std::string error;  ///< what is wrong with it; else empty
    studio::PresetUse use = studio::PresetUse::broken;
    Kind kind{};
    std::optional<double> pitch_hz;  ///< strongest frequency of its sound at 48 kHz, where it has one
    std::optional<double> peak_pa;   ///< largest pressure of it at the listener
};

/// Simulates every preset that is found; in their order of use, by name within each.
std::vector<ListedPreset> listed_presets(std::span<const std::filesystem::path> search_dirs);

/// A line for each, and what it shows below.
std::string preset_table(std::span<const ListedPreset> presets);

}  // namespace synovia::cli
