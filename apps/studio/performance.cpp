#include "apps/studio/performance.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "apps/cli/load.hpp"
#include "apps/studio/take.hpp"
#include "audio/core/render.hpp"
#include "audio/core/timeline.hpp"
#include "solver/simulate.hpp"
#include "solver/source.hpp"

namespace synovia::cli {
namespace {

/// When the joint's sound starts to reach the listener.
double delay_s(const Recipe& recipe, std::size_t part) {
    return recipe.parts[part].start_s + arrival_delay(recipe.parts[part].scenario);
}

/// From well before the first sound can arrive to when the last simulation ends.
audio::TimeLine time_line(const Recipe& recipe) {
    audio::TimeLine line;
    const double rate = recipe.sample_rate_hz;
    if (recipe.alignment) {
        line.start_time_s = recipe.alignment->start_time_s;
        line.duration_s = static_cast<double>(recipe.alignment->samples) / rate;
        return line;
    }
    line.start_time_s = -(audio::kernel_reach_s(rate) + audio::CutSettings{}.lead_s);
    double end = 0.0;
    for (std::size_t i = 0; i < recipe.parts.size(); ++i)
        end = std::max(end, delay_s(recipe, i) + recipe.parts[i].scenario.simulation.duration);
    line.duration_s = end - line.start_time_s;
    return line;
}

/// Pressure at the listener [Pa]. Joint by joint, because each may have its own body; what did not pop is left out.
audio::Signal mixed(const Recipe& recipe, std::span<const PartRun> runs, const audio::TimeLine& line) {
    const double rate = recipe.sample_rate_hz;
    audio::Signal mix = audio::Renderer(rate).render({}, line);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!sounds(runs[i])) continue;
        const Scenario& scenario = recipe.parts[i].scenario;
        const audio::Emitter emitter{
            runs[i].time_s, runs[i].weighted_strength, {{pressure_per_strength(scenario), delay_s(recipe, i)}}};
        audio::Renderer renderer(rate, live::body_response(scenario.listener, rate));
        const audio::Signal one = renderer.render({&emitter, 1}, line);
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
    require_finished(part.name, trajectory);
    const Summary summary = summarise(trajectory);
    SourceStrength source = source_strength(trajectory, audio::max_panel_s(sample_rate_hz));
    std::ranges::transform(source.strength, source.weight, source.strength.begin(), std::multiplies<>{});
    return {std::move(trajectory), summary, std::move(source.time), std::move(source.strength)};
}

bool sounds(const PartRun& run) {
    if (run.trajectory.scenario().kind == Kind::joint) return run.summary.nucleation_time.has_value();
    return run.summary.peak_pressure > 0.0;
}

Sound perform(const Recipe& recipe, std::span<const PartRun> runs) {
    assert(runs.size() == recipe.parts.size());
    const audio::Signal raw = mixed(recipe, runs, time_line(recipe));
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

}  // namespace synovia::cli
