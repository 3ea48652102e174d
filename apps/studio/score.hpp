// What was played, as data: enough to make the same sound again.
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "apps/studio/take.hpp"

namespace synovia::studio {

inline constexpr double highest_score_level_dbfs = -1.0;  ///< no level is higher

/// A take that began.
struct PopEvent {
    std::size_t patch = 0;  ///< index into Score::patches
    TakeRequest request;
};
/// The master level.
struct LevelEvent {
    double dbfs = 0.0;
};
/// A joint is taken into the hand, from rest or with an old bubble.
struct GraspEvent {
    std::size_t patch = 0;
    std::optional<double> residual_radius;
};
/// One block of the hand's way; the last one fades out.
struct HandEvent {
    double position = 0.0, velocity = 0.0;
    bool last = false;
};
/// The solver could not go on: a block of silence, and the joint is out of the hand.
struct LossEvent {};

struct ScoreEvent {
    static constexpr std::uint64_t never = ~std::uint64_t{0};
    std::uint64_t frame = never;  ///< of the sound card, from 0; a grasp has none, its first block tells
    std::variant<PopEvent, LevelEvent, GraspEvent, HandEvent, LossEvent> what;
};

struct Score {
    int sample_rate_hz = 48000;
    std::uint64_t frames = 0;  ///< length of the recording
    std::vector<Patch> patches;
    std::vector<ScoreEvent> events;  ///< hand events stand in the order in which they were sent
};

/// JSON text; numbers read back exactly. What never began is left out.
std::string to_text(const Score& score);

/// Reads it. Throws preset::Error that names file and place.
Score read_score(const std::string& path);

}  // namespace synovia::studio
