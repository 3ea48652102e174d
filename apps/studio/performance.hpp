// Recipe -> sound: simulates the joints, radiates and mixes them, levels the result.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "apps/studio/recipe.hpp"
#include "audio/core/signal.hpp"
#include "solver/summary.hpp"
#include "solver/trajectory.hpp"

namespace synovia::studio {

/// -3 dB corner of the body's low pass, c/(2 pi b) [Hz]; absent: none.
std::optional<double> body_corner_hz(const Listener& listener);

/// One joint, simulated: what happened, its outcome included, and the source strength as quadrature nodes; no nodes
/// where the solver could not finish.
struct PartRun {
    Trajectory trajectory;
    Summary summary;
    std::vector<double> time_s;
    std::vector<double> weighted_strength;  ///< weight times d2V/dt2 [m3/s]
};

/// Simulates one joint for a given sample rate. Throws InvalidScenario.
PartRun run_part(const Part& part, int sample_rate_hz);

/// Is there a pop to hear? A free bubble always sounds, unless it does not move; what did not finish does not.
bool sounds(const PartRun& run);

/// A levelled sound and how it was made.
struct Sound {
    audio::Signal signal;  ///< full scale = 1
    double gain_fs_per_pa = 1.0;
    std::size_t sounding = 0;  ///< samples up to the end of the simulation; the rest is padding
    bool silent = false;
};

/// Radiates, mixes, cuts and levels; a joint that did not pop adds nothing. Nothing popped: digital silence.
/// Throws std::invalid_argument for settings out of range. Precondition: one run per part.
Sound mix_down(const Recipe& recipe, std::span<const PartRun> runs);

/// The recipe of one joint of a mix alone, aligned to it. Precondition: `mix` is mix_down() of `recipe`.
Recipe stem_recipe(const Recipe& recipe, std::size_t part, const Sound& mix);

}  // namespace synovia::studio
