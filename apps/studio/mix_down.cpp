#include "apps/studio/mix_down.hpp"
#include "apps/studio/heard_summary.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <stdexcept>

#include "apps/studio/scene.hpp"
#include "audio/core/render.hpp"
#include "audio/core/timeline.hpp"
#include "solver/kinds.hpp"
#include "solver/simulate.hpp"
#include "solver/spine_result.hpp"

namespace synovia::studio {
namespace {

/// Everything on one time line; what did not pop takes its time and adds nothing.
Scene scene_of(const Recipe& recipe, std::span<const PartRun> runs) {
    Scene scene(listening_of(recipe), renderers_at(recipe.sample_rate_hz));
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Part& part = recipe.parts[i];
        const std::span<const Emitter> all(runs[i].emitters);
        try {
            scene.add(part.scenario, sounds(runs[i]) ? all : all.first(0), part.place, part.start_s);
        } catch (const std::invalid_argument& error) {
            throw std::invalid_argument(part.name + ": " + error.what());
        }
    }
    return scene;
}

/// From well before the first sound can arrive to when nothing is left of the last.
audio::TimeLine time_line(const Recipe& recipe, const Scene& scene) {
    const double rate = recipe.sample_rate_hz;
    if (recipe.alignment)
        return {recipe.alignment->start_time_s, static_cast<double>(recipe.alignment->samples) / rate};
    const double start = -(audio::kernel_reach_s(rate) + audio::CutSettings{}.lead_s);
    return {start, scene.end_s() - start};
}

std::size_t frames_in(double seconds, const Recipe& recipe) {
    return static_cast<std::size_t>(std::llround(seconds * recipe.sample_rate_hz));
}

/// A stem begins, fades and ends as its mix does.
audio::CutSound aligned(const Recipe& recipe, audio::SparseSignal signal) {
    audio::CutReport report;
    report.fade_frames = recipe.alignment->fade_samples;
    audio::fade_out(signal, report.fade_frames);
    if (recipe.duration_s) signal.length = std::max(signal.length, frames_in(*recipe.duration_s, recipe));
    return {std::move(signal), report};
}

audio::CutSound silence(const Recipe& recipe, const audio::TimeLine& line) {
    const std::size_t frames = frames_in(recipe.duration_s.value_or(line.duration_s), recipe);
    const double rate = recipe.sample_rate_hz;
    return {audio::SparseSignal(rate, line.start_time_s, channels_of(recipe), frames), {}};
}

/// Pressure [Pa], from where the file begins to where it ends.
audio::CutSound cut_mix(const Recipe& recipe, std::span<const PartRun> runs) {
    const Scene scene = scene_of(recipe, runs);
    const audio::TimeLine line = time_line(recipe, scene);
    if (std::ranges::none_of(runs, sounds)) return silence(recipe, line);
    if (recipe.alignment) return aligned(recipe, scene.heard_sparsely(line));
    audio::CutSettings settings;
    settings.duration_s = recipe.duration_s;
    return audio::cut(scene.heard_sparsely(line), settings);
}

}  // namespace

PartRun run_part(const Part& part, int sample_rate_hz, const JointStart& left) {
    Trajectory trajectory = simulate(part.scenario, left);
    const Summary summary = heard_summary(trajectory);
    if (!finished(trajectory.outcome)) return {std::move(trajectory), summary, {}};
    std::vector<Emitter> emitters = emission(trajectory, audio::max_panel_s(sample_rate_hz));
    if (part.facet) std::erase_if(emitters, [&](const Emitter& emitter) { return emitter.facet != part.facet; });
    return {std::move(trajectory), summary, std::move(emitters)};
}

bool sounds(const PartRun& run) {
    if (!finished(run.trajectory.outcome) || run.emitters.empty()) return false;
    if (row_of(run.trajectory.scenario().kind).awaits_nucleation) return run.summary.nucleation_time.has_value();
    return run.summary.peak_pressure > 0.0;
}

Sound mix_down(const Recipe& recipe, std::span<const PartRun> runs) {
    assert(runs.size() == recipe.parts.size());
    audio::CutSound file = cut_mix(recipe, runs);
    const double gain =
        recipe.alignment ? recipe.alignment->gain_fs_per_pa : audio::level_gain(file.signal, recipe.level);
    return {audio::scaled(std::move(file.signal), gain), file.report, gain, std::ranges::none_of(runs, sounds)};
}

std::vector<Stem> stems_of(const Recipe& recipe, std::span<const PartRun> runs) {
    std::vector<Stem> stems;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const SpineRun* spine = runs[i].trajectory.spine.get();
        if (spine == nullptr || recipe.parts[i].facet) {
            stems.push_back({i, recipe.parts[i].facet});
            continue;
        }
        for (const FacetJoint& joint : spine->joints)
            if (sounds(runs[i]) && joint.trajectory.outcome == Outcome::popped) stems.push_back({i, joint.facet});
    }
    return stems;
}

Recipe stem_recipe(const Recipe& recipe, const Stem& stem, const Sound& mix) {
    Recipe alone = recipe;
    alone.parts = {recipe.parts[stem.part]};
    alone.parts.front().facet = stem.facet;
    alone.parts.front().scenario.listener.kind =
        channels_of(recipe) == 1 ? ListenerKind::mono : ListenerKind::stereo;  // of the mix
    alone.alignment = Alignment{mix.signal.start_time_s, mix.signal.frames(), mix.gain_fs_per_pa, mix.cut.fade_frames};
    return alone;
}

PartRun stem_run(const PartRun& run, const Stem& stem) {
    PartRun alone = run;
    if (stem.facet) std::erase_if(alone.emitters, [&](const Emitter& emitter) { return emitter.facet != stem.facet; });
    return alone;
}

}  // namespace synovia::studio
