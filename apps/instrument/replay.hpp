// A score without player and sound card.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "apps/studio/score.hpp"

namespace synovia::instrument {

/// How the last run of a score ended, and of what it was; where it could not finish the sound ends there.
struct Replay {
    std::string part;
    studio::Ending ending;
    std::uint64_t frames = 0;  ///< heard; fewer than the score's where it asks for a longer silence than any recording
};

/// Takes the very samples that were recorded, piece by piece, channels interleaved.
using Listen = std::function<void(std::span<const float>)>;

/// Needs as much memory as sounds at once, however long the score is. Throws InvalidScenario for what no hand can move,
/// std::invalid_argument with the number of the event for more at once than a session can play.
Replay replay(const studio::Score& score, const Listen& listen);

}  // namespace synovia::instrument
