// A pull becomes samples: simulates the joints of a recipe, radiates and mixes them, levels the result.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "apps/studio/side_car.hpp"
#include "audio/core/timeline.hpp"
#include "solver/emission.hpp"
#include "solver/summary.hpp"
#include "solver/trajectory.hpp"

namespace synovia::studio {

/// One joint, simulated: what happened, its outcome included, and what of it sounds; nothing where the solver could not
/// finish.
struct PartRun {
    Trajectory trajectory;
    Summary summary;
    std::vector<Emitter> emitters;
};

/// Simulates one joint for a given sample rate, with the gas that an earlier pull left in it; what sounds of a spine is
/// the part's facet, if it names one. Throws InvalidScenario.
PartRun run_part(const Part& part, int sample_rate_hz, const JointStart& left = {});

/// Is there a pop to hear? A free bubble always sounds, unless it does not move; what did not finish does not, and
/// nothing does of a facet that stayed far from a pop.
bool sounds(const PartRun& run);

/// A levelled sound and how it was made.
struct Sound {
    audio::SparseSignal signal;  ///< full scale = 1
    audio::CutReport cut;
    double gain_fs_per_pa = 1.0;
    bool silent = false;

    std::size_t frames() const { return signal.frames(); }
};

/// Radiates, mixes, cuts and levels; a joint that did not pop adds nothing. Nothing popped: silence. Each joint's
/// source stops with its simulation, and the sound goes on for as long as the kernel, the body and the room make of
/// that. Throws std::invalid_argument for settings out of range and for a joint that stands in an ear or beyond its
/// room. Precondition: one run per part.
Sound mix_down(const Recipe& recipe, std::span<const PartRun> runs);

/// What a mix is made of: a joint, or one facet of a spine.
struct Stem {
    std::size_t part = 0;
    std::optional<std::size_t> facet;  ///< as Part::facet
};

/// Every joint of a mix; of a spine every facet that burst. Precondition: one run per part.
std::vector<Stem> stems_of(const Recipe& recipe, std::span<const PartRun> runs);

/// The recipe of a stem alone, aligned to the mix. Precondition: `mix` is mix_down() of `recipe`.
Recipe stem_recipe(const Recipe& recipe, const Stem& stem, const Sound& mix);

/// What run_part() gives for the part of the stem's recipe. Precondition: `run` is that of the whole part.
PartRun stem_run(const PartRun& run, const Stem& stem);

}  // namespace synovia::studio
