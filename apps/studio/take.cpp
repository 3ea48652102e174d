#include "apps/studio/take.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string_view>
#include <utility>

#include "apps/studio/chance.hpp"
#include "apps/studio/draw_index.hpp"
#include "apps/studio/mix_down.hpp"
#include "apps/studio/scene.hpp"
#include "audio/core/render.hpp"
#include "audio/core/timeline.hpp"
#include "audio/core/true_peak.hpp"
#include "solver/kinds.hpp"
#include "solver/parameters.hpp"
#include "solver/spine_hands.hpp"

namespace synovia::studio {
namespace {

constexpr double quietest_pop_pa = 0.02;  // 60 dB SPL

void set_within_range(Scenario& scenario, std::string_view key, double value) {
    const Parameter* parameter = find_parameter(key);
    assert(parameter);
    set_number(scenario, *parameter, std::clamp(value, parameter->min, parameter->max));
}

/// What a velocity does to a pull: its time and its way or force, as multiples of the preset's.
struct Pace {
    double slower, further;
};

/// By how much the time of this key gets longer [s].
double stretch(Scenario& scenario, std::string_view key, double seconds, const Pace& pace) {
    set_within_range(scenario, key, seconds * pace.slower);
    return *number(scenario, *find_parameter(key)) - seconds;
}

double pull_joint(Scenario& s, const Pace& pace) {
    const double longer = stretch(s, "traction.rise_time_s", s.traction.rise_time, pace);
    set_within_range(s, "traction.distance_m", s.traction.distance * pace.further);
    set_within_range(s, "traction.force_n", s.traction.force * pace.further);
    if (s.traction.release_time) s.traction.release_time = *s.traction.release_time + std::max(0.0, longer);
    return longer;
}

/// The thrust or the twist; of a positioning, which has neither, the preload.
double turn_spine(Scenario& s, const Pace& pace) {
    if (s.spine.kind == SpineKind::positioning) {
        set_within_range(s, "spine.preload_nm", s.spine.preload * pace.further);
        return stretch(s, "spine.preload_time_s", s.spine.preload_time, pace);
    }
    set_within_range(s, "spine.moment_nm", s.spine.moment * pace.further);
    set_within_range(s, "spine.twist_deg", s.spine.twist * pace.further);
    set_within_range(s, "spine.common_opening_m", s.spine.common_opening * pace.further);
    return stretch(s, "spine.rise_time_s", rise_time(s.spine), pace);
}

/// A free bubble's pulse gets weaker only: beyond the preset's own it may leave what its equation holds for.
double pulse(Scenario& s, const Pace& pace) {
    set_within_range(s, "pressure.amplitude_pa", s.pressure.amplitude * std::min(1.0, pace.further));
    return 0.0;
}

/// Pressure at the listener [Pa], from the onset on: an instrument answers at once, the pull before the pop is left
/// out. A rested joint that does not pop is silence; a residual bubble that only swells is heard, as quiet as it is.
audio::Signal sound_of(const Scenario& scenario, const PartRun& run, const Patch& patch, bool residual) {
    const double rate = patch.sample_rate_hz;
    if (!residual && !sounds(run)) return {rate, 0.0, {}, audio::channels_of(patch.listening)};
    Scene scene(patch.listening, renderers_at(rate));
    scene.add(scenario, run.emitters, {}, -arrival_delay(medium(scenario), scenario.listener.distance));
    audio::CutSettings cut;
    cut.lead_s = 0.0;
    const double start = -audio::kernel_reach_s(rate);
    return audio::dense(audio::cut(scene.heard_sparsely({start, scene.end_s() - start}), cut).signal);
}

bool same(const PocketStart& a, const PocketStart& b) {
    return a.moles == b.moles && a.dissolved == b.dissolved && a.layer_age == b.layer_age;
}

}  // namespace

bool TakeRequest::operator==(const TakeRequest& other) const {
    return take == other.take && velocity == other.velocity &&
           std::equal(left.begin(), left.end(), other.left.begin(), other.left.end(), same);
}

Scenario pulled(const Scenario& scenario, double velocity) {
    Scenario s = scenario;
    const double v = std::clamp(velocity, 0.0, 1.0);
    const Pace pace{std::pow(10.0, preset_velocity - v), 0.75 + 0.25 * v / preset_velocity};
    const KindRow& kind = row_of(s.kind);
    const double longer = kind.in_hand ? pull_joint(s, pace) : kind.has_facets ? turn_spine(s, pace) : pulse(s, pace);
    set_within_range(s, "simulation.duration_s", s.simulation.duration + std::max(0.0, longer));
    return s;
}

Scenario joint_of(const Patch& patch) {
    return drawn_joint(patch.scenario, 0.0, {patch.joint_seed, draw_index(1, 0, 0)});
}

Scenario scenario_of(const Patch& patch, const TakeRequest& request) {
    const auto velocity_place = static_cast<std::uint64_t>(std::lround(1000.0 * request.velocity));
    const std::uint64_t index = draw_index(request.take, velocity_place, 0);
    return pulled(drawn(joint_of(patch), patch.share, {patch.joint_seed, index}, {patch.seed, index}),
                  request.velocity);
}

Take make_take(const Patch& patch, const TakeRequest& request) {
    const Part part{patch.name, {}, scenario_of(patch, request)};
    const PartRun run = run_part(part, patch.sample_rate_hz, request.left);
    Take take;
    take.request = request;
    take.ending = ending_of(run.trajectory);
    if (!finished(take.ending)) return take;
    const audio::Signal signal = sound_of(part.scenario, run, patch, !request.left.empty());
    take.channels = signal.channels;
    take.onset_s = signal.samples.empty() ? 0.0 : signal.start_time_s;
    take.glances = glances(run.trajectory);
    take.popped = sounds(run);
    take.peak_pa = audio::true_peak(signal);
    take.left_over = run.trajectory.left_over;
    // An old bubble may grow more than fivefold without a sound: that is no pop.
    if (!request.left.empty() && take.peak_pa < quietest_pop_pa) take.popped = false;
    for (const double x : signal.samples) take.samples.push_back(static_cast<float>(x * patch.gain_per_pa));
    return take;
}

Take reference_take(const Patch& patch) {
    Patch plain = patch;
    plain.share = 0.0;
    plain.gain_per_pa = 1.0;
    Take loudest = make_take(plain, {1, 1.0, {}});
    if (!finished(loudest.ending)) return make_take(plain, {1, preset_velocity, {}});
    const std::uint64_t takes = pulls_differ(patch.scenario, 0.0) ? 4 : 1;
    for (std::uint64_t number = 2; number <= takes; ++number) {
        Take take = make_take(plain, {number, 1.0, {}});
        if (finished(take.ending) && take.peak_pa > loudest.peak_pa) loudest = std::move(take);
    }
    return loudest;
}

double reference_gain(const Take& reference) { return 1.0 / std::max(reference.peak_pa, quietest_pop_pa); }

}  // namespace synovia::studio
