#include "apps/cli/plot/plot_figure.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "apps/cli/plot/pitch.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/radiation.hpp"
#include "solver/blake.hpp"
#include "solver/hand.hpp"
#include "solver/kinds.hpp"

namespace synovia::cli {
namespace {

constexpr double faint_sound_pa = 1e-3;    // 34 dB SPL: less than the noise of a quiet room
constexpr double small_swing = 0.01;       // of the radius: drawn as its change
constexpr std::size_t curve_pixels = 300;  // across a panel: one for every two of the picture

// Greys, so that colours stand for runs. Each has its own, because gnuplot takes up new dashes only with a new colour.
constexpr const char* zero_style = "lc rgb '#000000' dt 1";
constexpr const char* ambient_style = "lc rgb '#404040' dt (18,6,4,6)";
constexpr const char* vapour_style = "lc rgb '#606060' dt (3,6)";
constexpr const char* blake_style = "lc rgb '#202020' dt (14,8)";

using Quantity = std::function<double(const Scenario&, const Sample&)>;

/// The stretch of one run that the enlargement shows, and its zero.
struct Close {
    Window window;  ///< of the run [s]
    double reference_time = 0.0;
};

struct Plans {
    std::vector<PlotPlan> each;
    std::optional<Enlargement> enlargement;
    std::vector<Close> close;  ///< one for each run; empty without an enlargement
};

std::vector<PlotPlan> plan_each(std::span<const PlotRun> runs) {
    std::vector<PlotPlan> plans;
    for (const PlotRun& run : runs) plans.push_back(plan_plot(run.trajectory, run.summary));
    return plans;
}

Window since(const Window& window, double time) { return {window.start - time, window.end - time}; }

/// From the earliest start to the latest end of all, each counted from its own reference.
Enlargement common_enlargement(const std::vector<PlotPlan>& plans, const Burst& first) {
    Enlargement all{since(first.window, first.reference_time), {}, first.reference_name};
    for (const PlotPlan& plan : plans) {
        if (!plan.burst) continue;
        const Window own = since(plan.burst->window, plan.burst->reference_time);
        all.window = {std::min(all.window.start, own.start), std::max(all.window.end, own.end)};
        if (plan.burst->reference_name != first.reference_name) all.reference = "its own moment";
    }
    return all;
}

Plans plan_together(std::span<const PlotRun> runs) {
    Plans plans{plan_each(runs), {}, {}};
    const auto first = std::ranges::find_if(plans.each, [](const PlotPlan& plan) { return plan.burst.has_value(); });
    if (first == plans.each.end()) return plans;
    plans.enlargement = common_enlargement(plans.each, *first->burst);
    for (const PlotPlan& plan : plans.each) {
        const double zero = (plan.burst ? plan : *first).burst->reference_time;
        const Window& window = plans.enlargement->window;
        plans.close.push_back(
            {{std::max(window.start + zero, plan.run.start), std::min(window.end + zero, plan.run.end)}, zero});
        if (plan.burst) plans.enlargement->shaded.push_back(plans.close.back().window);
    }
    return plans;
}

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

/// From the lowest to the highest; what differs from run to run is left out. So is the Blake threshold where it cannot
/// be told from the vapour pressure, or lies so far beyond anything that happens that it would only flatten the curve.
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
        lines.push_back({blake, "Blake threshold", blake_style});
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

void add_radius(std::vector<Panel>& panels, std::span<const PlotRun> runs, const Plans& plans) {
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

std::vector<Panel> panels_of(std::span<const PlotRun> runs, const Plans& plans) {
    const KindRow& kind = row_of(runs.front().trajectory.scenario().kind);
    std::vector<Panel> panels;
    if (kind.in_hand && same_traction(runs)) add_hand(panels, runs, plans);
    if (kind.has_gap) {
        panels.push_back(with_curves({"Gap", "m"}, runs, plans, of_sample(&Sample::gap)));
        panels.push_back(
            with_curves({"Change of capsule volume", "m3"}, runs, plans, of_sample(&Sample::capsule_volume)));
    }
    Panel pressure{"Absolute pressure", "Pa", {}, common_pressure_lines(runs)};
    pressure = with_curves(std::move(pressure), runs, plans, of_sample(&Sample::gap_pressure));
    if (anything_happens(pressure)) panels.push_back(std::move(pressure));
    add_radius(panels, runs, plans);
    panels.push_back(
        with_curves({sound_title(runs), "Pa", {}, {}, faint_sound_pa}, runs, plans, of_sample(&Sample::pressure)));
    return panels;
}

std::string frequency_text(double frequency_hz) {
    return studio::with_prefix(std::stod(studio::significant(frequency_hz, 3)), "Hz");
}

/// What can be said of the pitch: of a pop, and of a bubble that swings; empty otherwise.
std::string pitch_text(const PlotRun& run) {
    if (const auto swings = swing_frequency(run.trajectory)) return "rings at " + frequency_text(*swings);
    if (!run.summary.nucleation_time) return {};
    const auto peak = peak_frequency(run.trajectory);
    return peak ? "pitch " + frequency_text(*peak) : std::string();
}

bool stays_silent(const PlotRun& run) {
    return row_of(run.trajectory.scenario().kind).awaits_nucleation && !run.summary.nucleation_time;
}

std::string subtitle(const PlotRun& run) {
    const Scenario& scenario = run.trajectory.scenario();
    if (stays_silent(run))
        return "No pop: the pressure falls to " + studio::with_prefix(run.summary.min_gap_pressure, "Pa") +
               ", the nucleus lets go at " + studio::with_prefix(blake_threshold(scenario), "Pa");
    std::string text = pitch_text(run);
    if (!text.empty()) text[0] = static_cast<char>(text[0] - 'a' + 'A');
    const double audible = studio::audible_peak_pa(run.trajectory);
    text += (text.empty() ? "Audible peak " : ", audible peak ") + studio::sound_pressure(audible) + " (" +
            studio::peak_level_text(audible, scenario.kind) + ")";
    return text + ", bubble up to " +
           studio::with_prefix(std::stod(studio::significant(run.summary.max_radius, 3)), "m") + " in radius";
}

std::string legend_text(const PlotRun& run) {
    const std::string pitch = pitch_text(run);
    return run.title + (pitch.empty() ? "" : ", " + pitch);
}

/// "540 um" is for terminals, a picture can do better.
std::string with_micro_sign(std::string text) {
    for (const char* unit : {" um", " us", " uPa"})
        for (auto at = text.find(unit); at != std::string::npos; at = text.find(unit)) text.replace(at, 2, " µ");
    return text;
}

/// Of one run all; of several what they have in common.
std::vector<Mark> marks_of(const Plans& plans) {
    if (plans.each.size() > 1) {
        if (!plans.enlargement || plans.enlargement->reference == "its own moment") return {};
        return {{0.0, plans.enlargement->reference}};
    }
    std::vector<Mark> marks = plans.each.front().marks;
    if (plans.enlargement)
        for (Mark& mark : marks) mark.time -= plans.close.front().reference_time;
    return marks;
}

}  // namespace

Figure make_figure(std::span<const PlotRun> runs) {
    const Plans plans = plan_together(runs);
    Figure figure;
    if (runs.size() == 1) {
        figure.title = runs.front().title;
        figure.subtitle = with_micro_sign(subtitle(runs.front()));
    } else {
        for (const PlotRun& run : runs) figure.legend.push_back(with_micro_sign(legend_text(run)));
    }
    for (const PlotPlan& plan : plans.each) figure.run.end = std::max(figure.run.end, plan.run.end);
    figure.enlargement = plans.enlargement;
    figure.marks = marks_of(plans);
    figure.panels = panels_of(runs, plans);
    return figure;
}

}  // namespace synovia::cli
