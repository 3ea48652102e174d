// What was played, as data: enough to make the same sound again.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "apps/studio/take.hpp"

namespace synovia::studio {

inline constexpr double first_score_level_dbfs = -12.0;   ///< before any other is set
inline constexpr double highest_score_level_dbfs = -1.0;  ///< no level is higher
inline constexpr double most_end_silence_s = 60.0;        ///< no recording goes on for longer when all is silent
inline constexpr std::size_t most_pops_at_once = 32;      ///< in one frame
inline constexpr std::size_t most_orders_at_once = 256;   ///< pops and levels in one frame

/// The level of an end that does not wait for what still sounds.
inline constexpr double faded_out_dbfs = -200.0;

/// A take that began.
struct PopEvent {
    std::size_t patch = 0;  ///< index into Score::patches
    TakeRequest request;
};
/// The master level.
struct LevelEvent {
    double dbfs = 0.0;
};
/// A joint is taken into the hand, rested or with gas in it; it sounds with the first block of the hand's way.
struct GraspEvent {
    std::size_t patch = 0;
    JointStart left;
    std::uint64_t take = 1;  ///< which chances its nuclei have
};
/// One block of the hand's way; the last one fades out.
struct HandEvent {
    double position = 0.0, velocity = 0.0;
    bool last = false;
    std::optional<double> rise_time;  ///< of the pull under way, as HandPoint
};
/// The solver could not go on: a block of silence, and the joint is out of the hand.
struct LossEvent {};

struct ScoreEvent {
    std::uint64_t frame = 0;  ///< of the sound card, from 0, in which it began
    std::variant<PopEvent, LevelEvent, GraspEvent, HandEvent, LossEvent> what;
};

struct Score {
    int sample_rate_hz = 48000;
    audio::Listening listening = audio::Listening::mono;  ///< of all patches
    std::uint64_t frames = 0;                             ///< length of the recording
    std::vector<Patch> patches;
    std::vector<ScoreEvent> events;  ///< in the order in which they began
    bool broken_off = false;         ///< the recording was not ended: this is as far as it went
};

}  // namespace synovia::studio
