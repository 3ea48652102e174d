// One pop of the instrument: what was asked for, and its sound.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "apps/studio/ending.hpp"
#include "apps/studio/glance.hpp"
#include "audio/core/listening.hpp"
#include "solver/joint_start.hpp"
#include "solver/scenario.hpp"

namespace synovia::studio {

/// What the instrument is set to.
struct Patch {
    std::string name;
    Scenario scenario;
    double share = 0.1;  ///< how much takes differ, as `render --vary`; the pockets of the joint stay the same
    std::uint64_t seed = 1;
    std::uint64_t joint_seed = 1;
    int sample_rate_hz = 48000;
    double gain_per_pa = 1.0;  ///< of every take alike, see reference_gain()
    audio::Listening listening = audio::Listening::mono;
};

inline constexpr double preset_velocity = 0.7;  ///< at which a pull is the preset's own

/// One pop, so that it can be made again. The same request of the same patch gives the same samples.
struct TakeRequest {
    std::uint64_t take = 1;             ///< counted for each velocity apart, so that takes can be made ahead
    double velocity = preset_velocity;  ///< 0 to 1
    JointStart left = {};               ///< gas of an earlier pull; empty: a rested joint
    bool operator==(const TakeRequest& other) const;
};

struct Take {
    TakeRequest request;
    Ending ending;               ///< where it is no finished one there is nothing else
    std::vector<float> samples;  ///< from the onset on, channels interleaved
    std::size_t channels = 1;
    double onset_s = 0.0;         ///< time of the first sample, from the start of the pull
    std::vector<Glance> glances;  ///< from the start of the pull
    bool popped = false;          ///< a bubble was born; of an old one: it was louder than 60 dB SPL
    double peak_pa = 0.0;         ///< of the curve through the samples, as audible_peak_pa()
    JointStart left_over;         ///< gas at the end of the pull
};

/// The preset pulled with this velocity: from 0 to 1 the pull, thrust or twist gets ten times faster (rise time x
/// 10^(0.7 - velocity)) and goes from 3/4 of the preset's way, force, moment or angle to 1.1 of it; a free bubble's
/// pressure amplitude from 3/4 to that of the preset. Kept within the parameters' ranges.
Scenario pulled(const Scenario& scenario, double velocity);

/// The joint that all takes of a patch are of, not varied.
Scenario joint_of(const Patch& patch);

/// The scenario of one take.
Scenario scenario_of(const Patch& patch, const TakeRequest& request);

/// Simulates and renders. Throws InvalidScenario.
Take make_take(const Patch& patch, const TakeRequest& request);

/// The loudest that a preset gives, unscaled: not varied, pulled with velocity 1; of pulls that differ, of a few. Where
/// the solver cannot finish that, as the preset says.
Take reference_take(const Patch& patch);

/// The gain that makes it peak at 1. What stays below 60 dB SPL is not raised any further: a silent preset stays
/// silent.
double reference_gain(const Take& reference);

}  // namespace synovia::studio
