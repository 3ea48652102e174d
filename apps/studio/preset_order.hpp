// What presets are for, and in which order they follow each other: in the list, on a stage, as programs of MIDI.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "apps/preset/load.hpp"

namespace synovia::studio {

/// In their order.
enum class PresetUse { heard, silent, physics, broken };

/// "heard", "silent", "physics", "broken"
std::string_view to_text(PresetUse use);

/// What its [about] says; of a preset that says nothing, "physics" for a free bubble and "heard" for all else.
PresetUse use_of(const preset::Loaded& preset);

/// What is heard first, and of that joints whose pulls all differ, other joints, then the back; then what stays silent,
/// free bubbles of the textbooks, and what cannot be read. As they were within each.
std::vector<std::string> in_order_of_use(std::vector<std::string> names,
                                         std::span<const std::filesystem::path> search_dirs);

}  // namespace synovia::studio
