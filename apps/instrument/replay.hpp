// A score without player and sound card.
#pragma once
#include <string>
#include <vector>

#include "apps/studio/score.hpp"

namespace synovia::instrument {

/// The very samples that were recorded. Where a run of the score could not finish, what it was of, its ending and no
/// sound.
struct Replay {
    std::vector<float> samples;
    std::string part;
    studio::Ending ending;
};

/// Throws InvalidScenario for what no hand can move, std::invalid_argument for more at once than a session can play.
Replay replay(const studio::Score& score);

}  // namespace synovia::instrument
