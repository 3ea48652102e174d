#include "apps/studio/performance.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "audio/core/render.hpp"
#include "audio/core/timeline.hpp"
#include "solver/kinds.hpp"
#include "solver/simulate.hpp"

namespace synovia::studio {
namespace {

/// From well before the first sound can arrive to when the last simulation ends.
audio::RenderSettings time_line(const Recipe& recipe, std::span<const PartRun> runs) {
    audio::RenderSettings settings;
    settings.sample_rate_hz = recipe.sample_rate_hz;
    if (recipe.alignment) {
        settings.start_time_s = recipe.alignment->start_time_s;
        settings.duration_s = static_cast<double>(recipe.alignment->samples) / settings.sample_rate_hz;
        return settings;
    }
    settings.start_time_s = -(audio::kernel_reach_s(settings.sample_rate_hz) + audio::CutSettings{}.lead_s);
    double end = 0.0;
    for (std::size_t i = 0; i < runs.size(); ++i)
        for (const Emitter& emitter : runs[i].emitters)
            end = std::max(end, recipe.parts[i].start_s + emitter.delay + recipe.parts[i].scenario.simulation.duration);
    settings.duration_s = end - settings.start_time_s;
    return settings;
}

/// Pressure at the listener [Pa]; what did not pop is left out.
audio::Signal mixed(const Recipe& recipe, std::span<const PartRun> runs, const audio::RenderSettings& settings) {
    audio::Signal mix = audio::render({}, settings);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!sounds(runs[i])) continue;
        const audio::Signal one = radiated(runs[i].emitters, recipe.parts[i].start_s, settings);
        std::ranges::transform(mix.samples, one.samples, mix.samples.begin(), std::plus<>{});
    }
    return mix;
}

audio::CutSettings cut_settings(const Recipe& recipe, const audio::Signal& signal) {
    audio::CutSettings settings;
    settings.duration_s = recipe.duration_s;
    if (!recipe.alignment) return settings;
    // The mix has been cut already: a lead as long as what is there keeps all of it.
    const auto onset = audio::onset_sample(signal, settings.onset_db);
    settings.lead_s = static_cast<double>(onset.value_or(0)) / signal.sample_rate_hz;
    return settings;
}

}  // namespace

PartRun run_part(const Part& part, int sample_rate_hz) {
    Trajectory trajectory = simulate(part.scenario);
    const Summary summary = summarise(trajectory);
    if (!finished(trajectory.outcome)) return {std::move(trajectory), summary, {}};
    std::vector<Emitter> emitters = emission(trajectory, audio::max_panel_s(sample_rate_hz));
    return {std::move(trajectory), summary, std::move(emitters)};
}

/// One by one, because each may have its own body.
audio::Signal radiated(std::span<const Emitter> emitters, double start_s, audio::RenderSettings settings) {
    audio::Signal sum = audio::render({}, settings);
    for (const Emitter& emitter : emitters) {
        settings.body_corner_hz = emitter.body_corner;
        const audio::Source source{emitter.time, emitter.weighted_strength, emitter.gain, start_s + emitter.delay};
        const audio::Signal one = audio::render({&source, 1}, settings);
        std::ranges::transform(sum.samples, one.samples, sum.samples.begin(), std::plus<>{});
    }
    return sum;
}

bool sounds(const PartRun& run) {
    if (!finished(run.trajectory.outcome)) return false;
    if (row_of(run.trajectory.scenario().kind).awaits_nucleation) return run.summary.nucleation_time.has_value();
    return run.summary.peak_pressure > 0.0;
}

Sound mix_down(const Recipe& recipe, std::span<const PartRun> runs) {
    assert(runs.size() == recipe.parts.size());
    const audio::RenderSettings settings = time_line(recipe, runs);
    const audio::Signal raw = mixed(recipe, runs, settings);
    Sound sound{audio::cut(raw, cut_settings(recipe, raw)), 1.0, 0, audio::is_silent(raw)};
    const double begin = std::round((sound.signal.start_time_s - raw.start_time_s) * raw.sample_rate_hz);
    sound.sounding = std::min(sound.signal.samples.size(), raw.samples.size() - static_cast<std::size_t>(begin));
    sound.gain_fs_per_pa =
        recipe.alignment ? recipe.alignment->gain_fs_per_pa : audio::level_gain(sound.signal, recipe.level);
    sound.signal = audio::scaled(std::move(sound.signal), sound.gain_fs_per_pa);
    return sound;
}

Recipe stem_recipe(const Recipe& recipe, std::size_t part, const Sound& mix) {
    Recipe stem = recipe;
    stem.parts = {recipe.parts[part]};
    stem.alignment = Alignment{mix.signal.start_time_s, mix.sounding, mix.gain_fs_per_pa};
    return stem;
}

}  // namespace synovia::studio
