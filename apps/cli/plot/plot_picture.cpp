#include "apps/cli/plot/plot_picture.hpp"

#include <algorithm>
#include <cmath>

#include "apps/cli/console/human.hpp"
#include "apps/cli/summary_report.hpp"
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
    return "Sound at " + significant(scenario.listener.distance, 3) + " m";
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
        return "No pop: the gap pressure fell to " + with_prefix(summary.min_gap_pressure, "Pa") +
               ", the Blake threshold of the nucleus is " + with_prefix(blake_threshold(scenario), "Pa");
    std::string text = "Largest bubble radius " + with_prefix(summary.max_radius, "m") + ", peak sound pressure " +
                       sound_pressure(summary.peak_pressure) + " at " + significant(scenario.listener.distance, 3) +
                       " m";
    if (row_of(scenario.kind).heard_in_air) text += " (" + decibels(summary.peak_level_db_spl) + " SPL)";
    return text;
}

}  // namespace

Picture make_picture(const std::string& title, const Trajectory& trajectory, const Summary& summary) {
    const Scenario& scenario = trajectory.scenario();
    const bool has_gap = row_of(scenario.kind).has_gap;
    Picture picture;
    picture.title = title;
    picture.subtitle = with_micro_sign(subtitle(trajectory, summary));
    picture.plan = plan_plot(trajectory, summary);
    picture.run = sample_window(trajectory, picture.plan.run);
    picture.burst = sample_window(trajectory, picture.plan.burst);
    if (has_gap)
        picture.panels = {{"Gap", "m", &Sample::gap, {}}, {"Capsule volume", "m3", &Sample::capsule_volume, {}}};
    picture.panels.push_back(
        {has_gap ? "Gap pressure" : "Liquid pressure", "Pa", &Sample::gap_pressure, pressure_lines(scenario, summary)});
    picture.panels.push_back({"Bubble radius", "m", &Sample::radius, {}});
    picture.panels.push_back({sound_title(scenario), "Pa", &Sample::pressure, {}, faint_sound_pa});
    return picture;
}

}  // namespace synovia::cli
