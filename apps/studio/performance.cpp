#include "apps/studio/performance.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <map>
#include <optional>

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

using Renderers = std::map<std::optional<double>, audio::Renderer>;

/// The renderer for a listener's body, made once for all joints that share it.
audio::Renderer& renderer_for(Renderers& renderers, const Listener& listener, double rate_hz) {
    const auto found = renderers.find(listener.body_radius);
    if (found != renderers.end()) return found->second;
    audio::Renderer renderer(rate_hz, live::body_response(listener, rate_hz));
    return renderers.emplace(listener.body_radius, std::move(renderer)).first->second;
}

/// From well before the first sound can arrive to when nothing is left of the last.
audio::TimeLine time_line(const Recipe& recipe, Renderers& renderers) {
    const double rate = recipe.sample_rate_hz;
    audio::TimeLine line;
    if (recipe.alignment) {
        line.start_time_s = recipe.alignment->start_time_s;
        line.duration_s = static_cast<double>(recipe.alignment->samples) / rate;
        return line;
    }
    line.start_time_s = -(audio::kernel_reach_s(rate) + audio::CutSettings{}.lead_s);
    double end = 0.0;
    for (std::size_t i = 0; i < recipe.parts.size(); ++i) {
        const Scenario& scenario = recipe.parts[i].scenario;
        end = std::max(end, delay_s(recipe, i) + scenario.simulation.duration +
                                renderer_for(renderers, scenario.listener, rate).tail_s());
    }
    line.duration_s = end - line.start_time_s;
    return line;
}

/// Pressure at the listener [Pa]. Body by body, because each joint may have its own; what did not pop is left out.
audio::Signal mixed(const Recipe& recipe, std::span<const PartRun> runs, const audio::TimeLine& line,
                    Renderers& renderers) {
    audio::Signal mix = audio::Renderer(recipe.sample_rate_hz).render({}, line);
    for (auto& [body_radius, renderer] : renderers) {
        std::vector<audio::Emitter> emitters;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const Scenario& scenario = recipe.parts[i].scenario;
            if (sounds(runs[i]) && scenario.listener.body_radius == body_radius)
                emitters.push_back({runs[i].time_s,
                                    runs[i].weighted_strength,
                                    {{pressure_per_strength(scenario), delay_s(recipe, i)}}});
        }
        const audio::Signal some = renderer.render(emitters, line);
        std::ranges::transform(mix.samples, some.samples, mix.samples.begin(), std::plus<>{});
    }
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
    return {std::move(signal), {length - std::min(length, signal.frames()), fade}};
}

audio::CutSound silence(const Recipe& recipe, const audio::TimeLine& line) {
    return {{static_cast<double>(recipe.sample_rate_hz), line.start_time_s, {}},
            {frames_in(recipe.duration_s.value_or(line.duration_s), recipe)}};
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
    Renderers renderers;
    const audio::TimeLine line = time_line(recipe, renderers);
    for (const Part& part : recipe.parts) renderer_for(renderers, part.scenario.listener, recipe.sample_rate_hz);
    const bool silent = std::ranges::none_of(runs, sounds);
    audio::CutSound file = silent ? silence(recipe, line)
                           : recipe.alignment
                               ? aligned(recipe, mixed(recipe, runs, line, renderers))
                               : audio::cut(mixed(recipe, runs, line, renderers), {.duration_s = recipe.duration_s});
    const double gain =
        recipe.alignment ? recipe.alignment->gain_fs_per_pa : audio::level_gain(file.signal, recipe.level);
    return {audio::scaled(std::move(file.signal), gain), file.report, gain, silent};
}

Recipe stem_recipe(const Recipe& recipe, std::size_t part, const Sound& mix) {
    Recipe stem = recipe;
    stem.parts = {recipe.parts[part]};
    stem.alignment = Alignment{mix.signal.start_time_s, mix.signal.frames(), mix.gain_fs_per_pa, mix.cut.fade_frames};
    return stem;
}

}  // namespace synovia::cli
