#include "apps/cli/plot/plot_figure.hpp"

#include <algorithm>
#include <cmath>

#include "apps/studio/human.hpp"
#include "apps/studio/radiation.hpp"
#include "solver/blake.hpp"
#include "solver/kinds.hpp"

namespace synovia::cli {
namespace {

// Colours of Okabe and Ito; the dash types tell the lines apart in black and white.
constexpr const char* zero_style = "lc rgb '#000000' lw 0.8 dt 1";
constexpr const char* vapour_style = "lc rgb '#CC79A7' lw 1.4 dt '.'";
constexpr const char* ambient_style = "lc rgb '#009E73' lw 1.2 dt '-.'";
constexpr const char* blake_style = "lc rgb '#D55E00' lw 1.4 dt '--'";

constexpr double faint_sound_pa = 1e-3;  // 34 dB SPL: less than the noise of a quiet room

/// From the lowest to the highest. The Blake threshold is left out where it cannot be told from the vapour pressure, or
/// lies so far beyond anything that happens that it would only flatten the curve.
std::vector<ReferenceLine> pressure_lines(const Scenario& scenario, const Summary& summary) {
    const bool in_body = row_of(scenario.kind).has_gap;
    const double ambient = in_body ? scenario.joint.ambient_pressure : scenario.pressure.ambient;
    const double vapour = scenario.fluid.vapour_pressure;
    const double blake = blake_threshold(scenario);
    const double extent = std::max(std::abs(summary.min_gap_pressure), ambient);
    std::vector<ReferenceLine> lines{{0.0, "zero", zero_style},
                                     {vapour, "vapour pressure", vapour_style},
                                     {ambient, in_body ? "atmosphere" : "at rest", ambient_style}};
    if (std::abs(blake) < 4.0 * extent && std::abs(blake - vapour) > 0.02 * extent)
        lines.push_back({blake, "Blake threshold", blake_style});
    std::ranges::sort(lines, {}, &ReferenceLine::value);
    return lines;
}

std::string sound_title(const Scenario& scenario) {
    return "Sound at " + studio::significant(scenario.listener.distance, 3) + " m";
}

/// "540 um" is for terminals, a picture can do better.
std::string with_micro_sign(std::string text) {
    for (const char* unit : {" um", " uPa"})
        for (auto at = text.find(unit); at != std::string::npos; at = text.find(unit)) text.replace(at, 2, " µ");
    return text;
}

std::string subtitle(const Trajectory& trajectory, const Summary& summary) {
    const Scenario& scenario = trajectory.scenario();
    if (row_of(scenario.kind).awaits_nucleation && !summary.nucleation_time)
        return "No pop: the gap pressure fell to " + studio::with_prefix(summary.min_gap_pressure, "Pa") +
               ", the Blake threshold of the nucleus is " + studio::with_prefix(blake_threshold(scenario), "Pa");
    const double audible = studio::audible_peak_pa(trajectory);
    std::string text = "Largest bubble radius " + studio::with_prefix(summary.max_radius, "m") + ", audible peak " +
                       studio::sound_pressure(audible) + " at " + studio::significant(scenario.listener.distance, 3) +
                       " m (" + studio::peak_level_text(audible, scenario.kind) + ")";
    return text;
}

}  // namespace

Figure make_figure(const std::string& title, const Trajectory& trajectory, const Summary& summary) {
    const Scenario& scenario = trajectory.scenario();
    const bool has_gap = row_of(scenario.kind).has_gap;
    Figure figure;
    figure.title = title;
    figure.subtitle = with_micro_sign(subtitle(trajectory, summary));
    figure.plan = plan_plot(trajectory, summary);
    figure.run = sample_window(trajectory, figure.plan.run);
    figure.burst = sample_window(trajectory, figure.plan.burst);
    if (has_gap)
        figure.panels = {{"Gap", "m", &Sample::gap, {}}, {"Capsule volume", "m3", &Sample::capsule_volume, {}}};
    figure.panels.push_back(
        {has_gap ? "Gap pressure" : "Liquid pressure", "Pa", &Sample::gap_pressure, pressure_lines(scenario, summary)});
    figure.panels.push_back({"Bubble radius", "m", &Sample::radius, {}});
    figure.panels.push_back({sound_title(scenario), "Pa", &Sample::pressure, {}, faint_sound_pa});
    return figure;
}

}  // namespace synovia::cli
