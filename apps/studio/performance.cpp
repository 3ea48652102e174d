#include "apps/studio/performance.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <functional>
#include <map>

#include "apps/studio/radiation.hpp"
#include "audio/core/render.hpp"
#include "audio/core/timeline.hpp"
#include "solver/kinds.hpp"
#include "solver/simulate.hpp"

namespace synovia::studio {
namespace {

/// From well before the first sound can arrive to when nothing is left of the last.
audio::TimeLine time_line(const Recipe& recipe, Renderers& renderers) {
    const double rate = recipe.sample_rate_hz;
    audio::TimeLine line;
    line.channels = audio::channels_of(recipe.listening);
    if (recipe.alignment) {
        line.start_time_s = recipe.alignment->start_time_s;
        line.duration_s = static_cast<double>(recipe.alignment->samples) / rate;
        return line;
    }
    line.start_time_s = -(audio::kernel_reach_s(rate) + audio::CutSettings{}.lead_s);
    double end = 0.0;
    for (const Part& part : recipe.parts)
        for (const audio::Path& path : paths_of(part.scenario, part.place, recipe.listening, part.start_s))
            end = std::max(
                end, path.delay_s + part.scenario.simulation.duration + renderers.of(part.scenario.listener).tail_s());
    line.duration_s = end - line.start_time_s;
    return line;
}

audio::Place moved(const audio::Place& place, const std::array<double, 3>& by) {
    return {place.x + by[0], place.y + by[1], place.z + by[2]};
}

/// Pressure at the listener [Pa]. Body by body, because each joint may have its own; what did not pop is left out.
audio::Signal mixed(const Recipe& recipe, std::span<const PartRun> runs, const audio::TimeLine& line,
                    Renderers& renderers) {
    std::map<audio::Renderer*, std::vector<audio::Emitter>> behind;
    std::vector<audio::Renderer*> order;  // of the first joint of each: the sum's last bits depend on it
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!sounds(runs[i])) continue;
        const Part& part = recipe.parts[i];
        audio::Renderer* renderer = &renderers.of(part.scenario.listener);
        std::vector<audio::Emitter>& emitters = behind[renderer];
        if (emitters.empty()) order.push_back(renderer);
        for (const Emitter& emitter : runs[i].emitters)
            emitters.push_back(
                {emitter.time, emitter.weighted_strength,
                 paths_of(part.scenario, moved(part.place, emitter.place), recipe.listening, part.start_s)});
    }
    audio::Signal mix = audio::Renderer(recipe.sample_rate_hz).render({}, line);
    for (audio::Renderer* renderer : order) renderer->add(behind[renderer], mix);
    return mix;
}

std::size_t frames_in(double seconds, const Recipe& recipe) {
    return static_cast<std::size_t>(std::llround(seconds * recipe.sample_rate_hz));
}

/// A stem begins, fades and ends as its mix does.
audio::CutSound aligned(const Recipe& recipe, audio::Signal signal) {
    const std::size_t fade = recipe.alignment->fade_samples;
    audio::fade_out(signal, fade);
    const std::size_t length = recipe.duration_s ? frames_in(*recipe.duration_s, recipe) : signal.frames();
    audio::CutReport report;
    report.silence_frames = length - std::min(length, signal.frames());
    report.fade_frames = fade;
    return {std::move(signal), report};
}

audio::CutSound silence(const Recipe& recipe, const audio::TimeLine& line) {
    audio::CutReport report;
    report.silence_frames = frames_in(recipe.duration_s.value_or(line.duration_s), recipe);
    return {{static_cast<double>(recipe.sample_rate_hz), line.start_time_s, {}, line.channels}, report};
}

/// Pressure [Pa], from where the file begins to where it ends.
audio::CutSound cut_mix(const Recipe& recipe, std::span<const PartRun> runs) {
    Renderers& renderers = renderers_at(recipe.sample_rate_hz);
    const audio::TimeLine line = time_line(recipe, renderers);
    if (std::ranges::none_of(runs, sounds)) return silence(recipe, line);
    audio::Signal mix = mixed(recipe, runs, line, renderers);
    if (recipe.alignment) return aligned(recipe, std::move(mix));
    audio::CutSettings settings;
    settings.duration_s = recipe.duration_s;
    return audio::cut(mix, settings);
}

}  // namespace

PartRun run_part(const Part& part, int sample_rate_hz) {
    Trajectory trajectory = simulate(part.scenario);
    const Summary summary = summarise(trajectory);
    if (!finished(trajectory.outcome)) return {std::move(trajectory), summary, {}};
    std::vector<Emitter> emitters = emission(trajectory, audio::max_panel_s(sample_rate_hz));
    return {std::move(trajectory), summary, std::move(emitters)};
}

bool sounds(const PartRun& run) {
    if (!finished(run.trajectory.outcome)) return false;
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

Recipe stem_recipe(const Recipe& recipe, std::size_t part, const Sound& mix) {
    Recipe stem = recipe;
    stem.parts = {recipe.parts[part]};
    stem.alignment = Alignment{mix.signal.start_time_s, mix.signal.frames(), mix.gain_fs_per_pa, mix.cut.fade_frames};
    return stem;
}

}  // namespace synovia::studio
