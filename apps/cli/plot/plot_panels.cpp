#include "apps/cli/plot/plot_panels.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "apps/cli/plot/plot_pockets.hpp"
#include "apps/studio/human.hpp"
#include "solver/blake.hpp"
#include "solver/hand.hpp"
#include "solver/kinds.hpp"

namespace synovia::cli {
namespace {

constexpr double faint_sound_pa = 1e-3;  // 34 dB SPL: less than the noise of a quiet room
constexpr double small_swing = 0.01;     // of the radius: drawn as its change

// Greys, so that colours stand for runs. Each has its own, because gnuplot takes up new dashes only with a new colour.
constexpr const char* zero_style = "lc rgb '#000000' dt 1";
constexpr const char* ambient_style = "lc rgb '#404040' dt (15,9,1,9)";
constexpr const char* vapour_style = "lc rgb '#606060' dt (1,8)";
constexpr const char *blake_dashes = "dt (11,11)", *blake_style = "lc rgb '#202020' dt (11,11)";
constexpr std::string_view blake_name = "Blake threshold";

using Quantity = std::function<double(const Scenario&, const Sample&)>;

std::vector<Point> curve(const PlotRun& run, const Window& window, double zero, const Quantity& quantity) {
    std::vector<Point> points;
    if (!(window.start < window.end)) return points;
    for (const Sample& sample : sample_window(run.trajectory, window))
        points.push_back({sample.time - zero, quantity(run.trajectory.scenario(), sample)});
    return thin_out(points, curve_pixels);
}

Panel with_curves(Panel panel, std::span<const PlotRun> runs, const Plans& plans, const Quantity& quantity) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Curve drawn{curve(runs[i], plans.each[i].run, 0.0, quantity), {}};
        if (plans.enlargement && panel.enlarged)
            drawn.burst = curve(runs[i], plans.close[i].window, plans.close[i].reference_time, quantity);
        panel.curves.push_back(std::move(drawn));
    }
    return panel;
}

/// From the lowest to the highest. The Blake threshold is left out where it cannot be told from the vapour pressure, or
/// lies so far beyond anything that happens that it would only flatten the curve.
std::vector<ReferenceLine> pressure_lines(const PlotRun& run) {
    const Scenario& scenario = run.trajectory.scenario();
    const bool in_body = row_of(scenario.kind).has_gap;
    const double ambient = in_body ? scenario.joint.ambient_pressure : scenario.pressure.ambient;
    const double vapour = scenario.fluid.vapour_pressure;
    const double blake = blake_threshold(scenario);
    const double extent = std::max(std::abs(run.summary.min_gap_pressure), ambient);
    std::vector<ReferenceLine> lines{{0.0, "", zero_style},
                                     {ambient, in_body ? "atmosphere" : "at rest", ambient_style}};
    if (vapour > 0.0) lines.push_back({vapour, "vapour pressure", vapour_style});
    if (std::abs(blake) < 4.0 * extent && std::abs(blake - vapour) > 0.02 * extent)
        lines.push_back({blake, std::string(blake_name), blake_style});
    std::ranges::sort(lines, {}, &ReferenceLine::value);
    return lines;
}

std::vector<ReferenceLine> common_pressure_lines(std::span<const PlotRun> runs) {
    std::vector<ReferenceLine> lines = pressure_lines(runs.front());
    for (const PlotRun& run : runs.subspan(1)) {
        const std::vector<ReferenceLine> others = pressure_lines(run);
        std::erase_if(lines, [&](const ReferenceLine& line) {
            return std::ranges::none_of(others, [&](const ReferenceLine& other) {
                return other.text == line.text && other.value == line.value;
            });
        });
    }
    return lines;
}

const ReferenceLine* blake_line(const std::vector<ReferenceLine>& lines) {
    const auto found = std::ranges::find(lines, blake_name, &ReferenceLine::text);
    return found == lines.end() ? nullptr : &*found;
}

/// What all runs have in common, and where their Blake thresholds differ each in the colour of its run.
std::vector<ReferenceLine> lines_of_all(std::span<const PlotRun> runs) {
    std::vector<ReferenceLine> lines = common_pressure_lines(runs);
    bool named = blake_line(lines) != nullptr;
    if (named) return lines;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::vector<ReferenceLine> own = pressure_lines(runs[i]);
        const ReferenceLine* blake = blake_line(own);
        if (blake == nullptr) continue;
        lines.push_back({blake->value, named ? "" : "Blake thresholds", blake_dashes, i});
        named = true;
    }
    std::ranges::sort(lines, {}, &ReferenceLine::value);
    return lines;
}

/// Does the curve of any run ever leave the value it starts with?
bool anything_happens(const Panel& panel) {
    return std::ranges::any_of(panel.curves, [](const Curve& drawn) {
        return std::ranges::any_of(drawn.run, [&](const Point& p) { return p.y != drawn.run.front().y; });
    });
}

void add_hand(std::vector<Panel>& panels, std::span<const PlotRun> runs, const Plans& plans) {
    const bool force = runs.front().trajectory.scenario().traction.kind == TractionKind::force;
    Panel panel{force ? "Pull of the hand" : "Hand", force ? "N" : "m"};
    panel.enlarged = false;  // it hardly moves while the bubble grows
    panels.push_back(
        with_curves(std::move(panel), runs, plans, [force](const Scenario& scenario, const Sample& sample) {
            const Traction& traction = scenario.traction;
            return (force ? traction.force : traction.distance) * traction_profile(traction, sample.time).value;
        }));
}

bool same_traction(std::span<const PlotRun> runs) {
    const TractionKind first = runs.front().trajectory.scenario().traction.kind;
    return std::ranges::all_of(runs, [&](const PlotRun& run) {
        const TractionKind kind = run.trajectory.scenario().traction.kind;
        return (kind == TractionKind::force) == (first == TractionKind::force);
    });
}

Quantity of_sample(double Sample::*value) {
    return [value](const Scenario&, const Sample& sample) { return sample.*value; };
}

bool shows_pockets(std::span<const PlotRun> runs) { return runs.size() == 1 && !drawn_pockets(runs.front()).empty(); }

void add_pressure(std::vector<Panel>& panels, std::span<const PlotRun> runs, const Plans& plans) {
    Panel pressure{"Absolute pressure", "Pa", {}, lines_of_all(runs)};
    if (shows_pockets(runs)) {
        pressure = with_pocket_curves(std::move(pressure), runs.front(), plans, &PocketSample::pressure);
    } else {
        pressure = with_curves(std::move(pressure), runs, plans, of_sample(&Sample::gap_pressure));
    }
    if (anything_happens(pressure)) panels.push_back(std::move(pressure));
}

void add_radius(std::vector<Panel>& panels, std::span<const PlotRun> runs, const Plans& plans) {
    if (shows_pockets(runs))
        return panels.push_back(with_pocket_curves({"Bubble radius", "m"}, runs.front(), plans, &PocketSample::radius));
    const bool still = std::ranges::all_of(runs, [](const PlotRun& run) {
        return run.summary.max_radius - run.summary.min_radius < small_swing * run.summary.max_radius;
    });
    if (!still) return panels.push_back(with_curves({"Bubble radius", "m"}, runs, plans, of_sample(&Sample::radius)));
    panels.push_back(with_curves(
        {"Change of bubble radius", "m"}, runs, plans,
        [](const Scenario& scenario, const Sample& sample) { return sample.radius - scenario.bubble.nucleus_radius; }));
}

std::string sound_title(std::span<const PlotRun> runs) {
    const double distance = runs.front().trajectory.scenario().listener.distance;
    for (const PlotRun& run : runs)
        if (run.trajectory.scenario().listener.distance != distance) return "Sound, each at its listener";
    return "Sound at " + studio::significant(distance, 3) + " m";
}

}  // namespace

std::vector<Panel> panels_of(std::span<const PlotRun> runs, const Plans& plans) {
    const KindRow& kind = row_of(runs.front().trajectory.scenario().kind);
    std::vector<Panel> panels;
    if (kind.in_hand && same_traction(runs)) add_hand(panels, runs, plans);
    if (kind.has_gap) {
        panels.push_back(with_curves({"Gap", "m"}, runs, plans, of_sample(&Sample::gap)));
        panels.push_back(
            with_curves({"Change of capsule volume", "m3"}, runs, plans, of_sample(&Sample::capsule_volume)));
    }
    add_pressure(panels, runs, plans);
    add_radius(panels, runs, plans);
    panels.push_back(
        with_curves({sound_title(runs), "Pa", {}, {}, faint_sound_pa}, runs, plans, of_sample(&Sample::pressure)));
    return panels;
}

}  // namespace synovia::cli
