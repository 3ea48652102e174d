#include "solver/spine.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <utility>

#include "solver/blake.hpp"
#include "solver/facet_curves.hpp"
#include "solver/joint_model.hpp"
#include "solver/joint_watch.hpp"
#include "solver/locate.hpp"
#include "solver/run.hpp"
#include "solver/spine_reason.hpp"

namespace synovia {
namespace {

constexpr double near_miss =
    15e3;  // lumped and full capsules differ by 0.2 kPa; a facet this close is worth a look [Pa]

/// The chain's run with what is read off it.
struct ChainResult {
    SpineChain chain;
    ChainRun run;
    std::array<FacetCurves, facet_count> curves;

    ChainResult(const Scenario& s, std::size_t step_limit) : chain(s), run(run_chain(chain, s, step_limit)) {
        if (!run.stopped) curves = facet_curves(chain, run);
    }

    /// How far above Blake's limit the capsule stayed [Pa].
    double distance(std::size_t facet) const {
        return curves[facet].min_pressure - chain.capsule(facet).critical_pressure();
    }
};

/// The step at which the facet's joint takes over from the chain: the begin of the thrust, to skip a preload in which
/// nothing happens to it; the very begin for a bubble, which breathes all the time, and for a closed side, on which the
/// joint's cartilage pushes back and the lumped capsule's does not.
std::size_t takeover(const ChainResult& r, std::size_t facet) {
    const FacetCurves& curves = r.curves[facet];
    const auto& steps = r.run.steps;
    const auto past = std::find_if(steps.begin(), steps.end() - 2,
                                   [&](const ChainStep& s) { return s.time >= r.chain.hands().start(); });
    const auto first = static_cast<std::size_t>(past - steps.begin());
    const double limit = r.chain.capsule(facet).critical_pressure();
    const bool quiet =
        curves.min_pressure_before > limit + near_miss && curves.min_pressure_before > curves.min_pressure;
    return quiet && curves.readings[first].gap >= 0.0 && !holds_gas(r.chain.joint(facet)) ? first : 0;
}

/// The facet as a joint on its own, pulled by the chain through the stiffness around it.
Trajectory pull_facet(const ChainResult& r, std::size_t facet, std::size_t step_limit) {
    const std::size_t first = takeover(r, facet);
    Scenario s = r.chain.joint(facet);
    s.traction.kind = TractionKind::table;
    s.simulation.duration = r.run.steps.back().time;
    for (std::size_t k = first; k < r.run.steps.size(); ++k) {
        s.traction.table_time.push_back(r.run.steps[k].time);
        s.traction.table_position.push_back(r.curves[facet].readings[k].opening);
        s.traction.table_velocity.push_back(r.curves[facet].readings[k].rate);
    }
    const FacetReading& reading = r.curves[facet].readings[first];
    const LumpedFacet& capsule = r.chain.capsule(facet);
    const JointMotion start{r.run.steps[first].time,
                            reading.gap,
                            capsule.gap_rate(reading.rate, reading.refill_rate),
                            capsule.wall_volume(reading.pressure),
                            reading.refill,
                            equilibrium_radius(s, reading.pressure)};
    const auto model = std::make_shared<const JointModel>(s);
    return run_from(s, model, start.time, model->in_motion(start), step_limit);
}

std::array<double, 3> place(const Spine& spine, std::size_t facet) {
    const SpineLevel level = levels_of(spine)[facet / 2];
    const double left = facet % 2 == 0 ? 1e-3 : -1e-3;
    const double up = static_cast<double>(spine.target) - static_cast<double>(level.level);
    return {left * level.facet_sideways_mm, -1e-3 * level.facet_behind_mm, level_distance * up};
}

/// The largest of `quantity` over the run, found between the steps' ends.
template <class F>
double largest(const Trajectory& trajectory, const std::vector<Sample>& ends, F quantity) {
    const auto times = trajectory.step_times();
    std::size_t best = 0;
    for (std::size_t k = 1; k < ends.size(); ++k)
        if (quantity(ends[k]) > quantity(ends[best])) best = k;
    const double a = times[best == 0 ? 0 : best - 1], b = times[std::min(best + 1, times.size() - 1)];
    const double t = golden_maximum([&](double s) { return quantity(trajectory.at(s)); }, a, b);
    return std::max(quantity(trajectory.at(t)), quantity(ends[best]));
}

/// What the joint on its own adds to what the chain says of it.
void add_joint(FacetResult& result, const Trajectory& trajectory) {
    std::vector<Sample> ends;
    for (const double t : trajectory.step_times()) ends.push_back(trajectory.at(t));
    result.min_pressure = -largest(trajectory, ends, [](const Sample& s) { return -s.gap_pressure; });
    const auto nucleation = std::find_if(trajectory.events.begin(), trajectory.events.end(),
                                         [](const Event& e) { return e.kind == EventKind::nucleation; });
    if (!finished(trajectory.outcome)) result.stopped = trajectory.outcome;
    if (nucleation == trajectory.events.end() || result.stopped) return;
    const double peak = largest(trajectory, ends, [](const Sample& s) { return std::abs(s.pressure); });
    const double level = 20.0 * std::log10(peak / 20e-6 * trajectory.scenario().listener.distance / pop_distance);
    if (level < least_pop_level) return;
    result.pop_times.push_back(nucleation->time);
    result.peak_level = level;
}

/// The facet that speaks for the spine: the first that popped, else the one with the lowest pressure.
const FacetJoint& leading(const SpineRun& spine) {
    const auto key = [&](const FacetJoint& joint) {
        const FacetResult& f = spine.facets[joint.facet];
        return f.popped() ? std::pair(0, f.pop_times.front()) : std::pair(1, f.min_pressure);
    };
    return *std::min_element(spine.joints.begin(), spine.joints.end(),
                             [&](const FacetJoint& a, const FacetJoint& b) { return key(a) < key(b); });
}

Outcome outcome_of(const SpineRun& spine) {
    for (const FacetJoint& joint : spine.joints)
        if (!finished(joint.trajectory.outcome)) return joint.trajectory.outcome;
    return spine.pops() > 0 ? Outcome::popped : Outcome::no_nucleation;
}

FacetTrace trace_of(const ChainResult& r, std::size_t facet) {
    const FacetCurves& curves = r.curves[facet];
    std::vector<double> t, p, dp;
    for (std::size_t k = 0; k < r.run.steps.size(); ++k) {
        const FacetReading& reading = curves.readings[k];
        const bool whole = r.run.steps[k].forms[facet] == CapsuleForm::whole;
        t.push_back(r.run.steps[k].time);
        p.push_back(reading.pressure);
        dp.push_back(whole ? r.chain.capsule(facet).pressure_rate(reading.rate, reading.refill_rate) : 0.0);
    }
    return {curves.opening, {t, p, dp}};
}

SpineRun facets_of(const Scenario& scenario, const ChainResult& r, std::size_t step_limit) {
    SpineRun spine;
    spine.start = r.chain.hands().start();
    for (std::size_t k = 0; k < facet_count; ++k) spine.traces.push_back(trace_of(r, k));
    std::size_t closest = 0;
    for (std::size_t k = 1; k < facet_count; ++k)
        if (r.distance(k) < r.distance(closest)) closest = k;
    for (std::size_t k = 0; k < facet_count; ++k) {
        spine.facets.push_back(read_facet(r.chain, r.run, r.curves[k], k));
        if (k != closest && r.distance(k) > near_miss) continue;
        spine.joints.push_back({k, place(scenario.spine, k), pull_facet(r, k, step_limit)});
        add_joint(spine.facets.back(), spine.joints.back().trajectory);
    }
    explain(spine, scenario, r.chain, r.curves, step_limit);
    return spine;
}

/// A chain that did not reach its end says nothing of the facets: a joint at rest, and why.
Trajectory unfinished(const ChainResult& r) {
    const Scenario joint = r.chain.joint(0);
    Trajectory trajectory = run(joint, std::make_shared<const JointModel>(joint), 0);
    trajectory.outcome = *r.run.stopped;
    auto spine = std::make_shared<SpineRun>();
    spine->start = r.chain.hands().start();
    for (std::size_t k = 0; k < facet_count; ++k) {
        FacetResult& facet = spine->facets.emplace_back();
        facet.level = k / 2;
        facet.side = static_cast<Side>(k % 2);
    }
    trajectory.spine = std::move(spine);
    return trajectory;
}

Trajectory finished_run(const Scenario& scenario, const ChainResult& chain, std::size_t step_limit) {
    auto spine = std::make_shared<SpineRun>(facets_of(scenario, chain, step_limit));
    Trajectory trajectory = leading(*spine).trajectory;
    trajectory.outcome = outcome_of(*spine);
    if (spine->pops() == 0)  // what the bubble of an earlier pop does is none
        std::erase_if(trajectory.events, [](const Event& e) { return e.kind == EventKind::nucleation; });
    trajectory.statistics = {};
    for (const FacetJoint& joint : spine->joints) trajectory.statistics.add(joint.trajectory.statistics);
    trajectory.spine = std::move(spine);
    return trajectory;
}

}  // namespace

std::size_t SpineRun::pops() const {
    return static_cast<std::size_t>(
        std::count_if(facets.begin(), facets.end(), [](const FacetResult& f) { return f.popped(); }));
}

Trajectory simulate_spine(const Scenario& scenario, std::size_t step_limit) {
    const auto start = std::chrono::steady_clock::now();
    const ChainResult chain(scenario, step_limit);
    Trajectory trajectory =
        (chain.run.stopped ? unfinished(chain) : finished_run(scenario, chain, step_limit)).of(scenario);
    trajectory.statistics.steps += chain.run.steps.size() - 1;
    trajectory.statistics.wall_time = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return trajectory;
}

}  // namespace synovia
