// In which order presets follow each other on a stage.
#pragma once
#include <string>
#include <vector>

namespace synovia::instrument {

/// Joints whose pulls all differ first, other joints that a hand moves next, then what else has a gap, free bubbles of
/// the textbooks last; as they were within each. A preset that cannot be read comes last.
std::vector<std::string> by_use(std::vector<std::string> presets);

}  // namespace synovia::instrument
