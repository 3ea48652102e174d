#include "apps/cli/spine/spine_figure.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "apps/cli/plot/plot_axis.hpp"
#include "apps/cli/spine/facet_table.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/spine_json.hpp"
#include "solver/blake.hpp"
#include "solver/spine_hands.hpp"

namespace synovia::cli {
namespace {

constexpr std::size_t curve_points = 600;  // more than a panel has pixels

std::string rounded(double value) { return studio::significant(std::round(value) + 0.0, 6); }

std::string millimetres(double metres) {
    const double hundredths = std::round(1e5 * metres);
    return studio::significant(0.01 * hundredths, 3) + " mm";
}

std::string short_reason(const FacetResult& facet, double start) {
    switch (facet.reason) {
        case FacetReason::popped:
            return "popped, " + rounded(1e3 * (facet.pop_times.front() - start)) + " ms";
        case FacetReason::unfinished:
            return "no answer";
        case FacetReason::closed_side:
            return "closed";
        case FacetReason::gas_present:
            return "holds gas";
        case FacetReason::guarded:
            return "guarded";
        case FacetReason::too_little_gap:
            return "too little gap";
        case FacetReason::too_slow:
            return "too slow";
    }
    return "";
}

FacetMark mark_of(const FacetResult& facet, double start) {
    FacetMark mark{facet.max_opening,
                   facet.min_pressure,
                   facet.popped(),
                   facet.reason == FacetReason::closed_side,
                   std::string(spine_level_names[facet.level]) + " " + short_reason(facet, start),
                   ""};
    if (!mark.closed)
        mark.numbers = millimetres(facet.max_opening) + ", " + rounded(1e-3 * facet.min_pressure) + " kPa";
    if (facet.peak_level) mark.numbers += ", " + rounded(*facet.peak_level) + " dB";
    return mark;
}

/// What the run is about: a thrust's target, levels that are said to be unlike the others.
bool in_focus(const Spine& spine, const FacetResult& facet) {
    const bool target = spine.kind != SpineKind::twist && facet.level == spine.target;
    return facet.side == spine.side &&
           (target || spine.restricted[facet.level] || spine.hypermobile[facet.level] || spine.gas_left[facet.level]);
}

/// The facets whose curves are drawn: those in focus, then those that popped by time, then the lowest pressures.
std::vector<std::size_t> chosen(const Spine& spine, const SpineRun& run) {
    const auto rank = [&](std::size_t k) {
        const FacetResult& f = run.facets[k];
        if (in_focus(spine, f)) return std::pair(0, 0.0);
        return f.popped() ? std::pair(1, f.pop_times.front()) : std::pair(2, f.min_pressure);
    };
    std::vector<std::size_t> facets(run.facets.size());
    std::iota(facets.begin(), facets.end(), std::size_t{0});
    std::ranges::stable_sort(facets, {}, rank);
    facets.resize(most_facet_curves);
    return facets;
}

/// From a little before the thrust to a little after the last pop; where the preload is what happens, all of it.
Window window_of(const Spine& spine, const SpineRun& run, double end) {
    double last = rise_time(spine);
    bool from_begin = spine.kind == SpineKind::positioning || spine.kind == SpineKind::mobilisation;
    for (const FacetResult& facet : run.facets)
        for (const double t : facet.pop_times) {
            last = std::max(last, t - run.start);
            from_begin = from_begin || t < run.start;
        }
    if (spine.kind == SpineKind::positioning) last = 0.0;
    const double before = from_begin ? run.start : std::min(run.start, 0.4 * last);
    return {-before, std::min(end - run.start, last + 0.4 * (from_begin ? 0.2 : last))};
}

std::vector<Point> sampled(const Window& window, const auto& quantity) {
    std::vector<Point> points;
    for (std::size_t i = 0; i <= curve_points; ++i) {
        const double t = window.start + (window.end - window.start) * static_cast<double>(i) / curve_points;
        points.push_back({t, quantity(t)});
    }
    return points;
}

/// A joint on its own at its steps, which are short where a pop is.
std::vector<Point> stepped(const FacetJoint& joint, double start, const Window& window, double Sample::*quantity) {
    std::vector<Point> points;
    for (const Sample& sample : sample_window(
             joint.trajectory, {window.start + start, std::min(window.end + start, joint.trajectory.end_time())}))
        points.push_back({sample.time - start, sample.*quantity});
    return thin_out(points, curve_points);
}

FacetCurve curve_of(const SpineRun& run, std::size_t facet, const Window& window, bool with_side) {
    const FacetResult& result = run.facets[facet];
    const FacetTrace& trace = run.traces[facet];
    FacetCurve curve;
    curve.name = std::string(spine_level_names[result.level]);
    if (with_side) curve.name.append(" ").append(studio::side_text(result.side));
    const auto at = [&](const HermiteTable& table) { return [&](double t) { return table.at(t + run.start).value; }; };
    curve.opening = sampled(window, at(trace.opening));
    curve.pressure = sampled(window, at(trace.pressure));
    const auto joint = std::ranges::find(run.joints, facet, &FacetJoint::facet);
    if (joint == run.joints.end() || !result.popped()) return curve;
    const double begin = joint->trajectory.begin_time() - run.start;
    std::erase_if(curve.pressure, [&](const Point& p) { return p.x >= begin; });
    const auto rest = stepped(*joint, run.start, {std::max(begin, window.start), window.end}, &Sample::gap_pressure);
    curve.pressure.insert(curve.pressure.end(), rest.begin(), rest.end());
    curve.sound = stepped(*joint, run.start, {std::max(begin, window.start), window.end}, &Sample::pressure);
    return curve;
}

std::vector<FacetCurve> curves_of(const Spine& spine, const SpineRun& run, const Window& window) {
    const std::vector<std::size_t> facets = chosen(spine, run);
    const bool both = std::ranges::any_of(facets, [&](std::size_t k) { return run.facets[k].side != spine.side; });
    std::vector<FacetCurve> curves;
    for (const std::size_t facet : facets) curves.push_back(curve_of(run, facet, window, both));
    return curves;
}

}  // namespace

SpineFigure make_spine_figure(const std::string& title, const Trajectory& trajectory) {
    const Scenario& scenario = trajectory.scenario();
    const SpineRun& run = *trajectory.spine;
    const double threshold = blake_threshold(scenario);
    SpineFigure figure;
    figure.title = title;
    figure.subtitle = action_text(scenario.spine) + ": " + pops_text(run.pops());
    figure.subtitle[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(figure.subtitle[0])));
    for (const FacetResult& facet : run.facets) figure.facets.push_back(mark_of(facet, run.start));
    figure.window = window_of(scenario.spine, run, scenario.simulation.duration);
    figure.curves = curves_of(scenario.spine, run, figure.window);
    figure.pressures = {{scenario.joint.ambient_pressure, "atmosphere", "lc rgb '#555555' dt (11,9)"},
                        {scenario.fluid.vapour_pressure, "vapour", "lc rgb '#555555' dt (1,7)"},
                        {0.0, "zero", "lc rgb '#555555' dt 1"},
                        {threshold, "Blake limit", "lc rgb '#555555' dt (2,7)"}};
    std::ranges::sort(figure.pressures, {}, &ReferenceLine::value);
    figure.time_title = "Time from the " + origin_text(scenario.spine);
    figure.sound_title = "Sound at " + studio::significant(scenario.listener.distance, 3) + " m";
    figure.pressure_range = {threshold, scenario.joint.ambient_pressure};
    return figure;
}

}  // namespace synovia::cli
