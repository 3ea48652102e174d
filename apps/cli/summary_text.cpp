#include "apps/cli/summary_text.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <vector>

#include "apps/cli/spine/facet_table.hpp"
#include "apps/cli/wrap.hpp"
#include "apps/studio/ending.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/scene.hpp"
#include "apps/studio/why_silent.hpp"
#include "solver/blake.hpp"
#include "solver/kinds.hpp"

namespace synovia::cli {
namespace {

std::string line(const std::string& what, const std::string& value) {
    return "  " + what + std::string(24 - what.size(), ' ') + value + "\n";
}

std::string at_time(double time_s) { return " at " + studio::with_prefix(time_s, "s"); }

std::string gas_line(const Summary& summary) {
    const double total = std::accumulate(summary.gas_mol.begin(), summary.gas_mol.end(), 0.0);
    if (total <= 0.0) return {};
    constexpr std::array<const char*, 3> names{"CO2", "N2", "O2"};
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += std::string(i == 0 ? "" : ", ") + names[i] + " " +
                studio::significant(100.0 * summary.gas_mol[i] / total, 3) + " %";
    return line("gas in the bubble", text);
}

/// What the liquid at its nucleus was under when it let go [Pa]; bubble.firing = "blake" has no such event, its
/// pressure is the lowest at the rim.
double firing_pressure(const Trajectory& trajectory, const Summary& summary, std::size_t pocket) {
    for (const Event& event : trajectory.events)
        if (event.kind == EventKind::firing && event.pocket == pocket) return event.value;
    return summary.pockets[pocket].min_gap_pressure;
}

/// Of a joint with several a line for each that tore, in that order; of very many the first.
std::string pocket_lines(const Trajectory& trajectory, const Summary& summary) {
    if (summary.pockets.size() < 2) return {};
    std::vector<std::size_t> torn;
    for (std::size_t k = 0; k < summary.pockets.size(); ++k)
        if (summary.pockets[k].firing_time) torn.push_back(k);
    std::ranges::stable_sort(torn, {}, [&](std::size_t k) { return *summary.pockets[k].firing_time; });
    std::string text =
        line("pockets that tore", std::to_string(torn.size()) + " of " + std::to_string(summary.pockets.size()));
    constexpr std::size_t most_told = 8;
    for (const std::size_t k : std::span(torn).first(std::min(most_told, torn.size()))) {
        const PocketSummary& pocket = summary.pockets[k];
        text += line("  pocket " + std::to_string(k + 1),
                     studio::significant(100.0 * pocket.share, 2) + " % of the gap" + at_time(*pocket.firing_time) +
                         " under " + studio::with_prefix(firing_pressure(trajectory, summary, k), "Pa") +
                         ", radius up to " + studio::with_prefix(pocket.max_radius, "m"));
    }
    if (torn.size() > most_told)
        text += line("  " + std::to_string(torn.size() - most_told) + " more",
                     "until " + studio::with_prefix(*summary.pockets[torn.back()].firing_time, "s"));
    return text;
}

std::string joint_lines(const Trajectory& trajectory, const Summary& summary) {
    const std::string threshold = studio::with_prefix(blake_threshold(trajectory.scenario()), "Pa");
    std::string text = line("lowest gap pressure", studio::with_prefix(summary.min_gap_pressure, "Pa") +
                                                       at_time(summary.min_gap_pressure_time) + " (Blake threshold " +
                                                       threshold + ")");
    if (summary.nucleation_time) text += line("nucleation", studio::with_prefix(*summary.nucleation_time, "s"));
    if (!summary.nucleation_time)
        text += line("why no pop", studio::why_silent(trajectory.scenario(), summary.min_gap_pressure));
    text += pocket_lines(trajectory, summary);
    return text + line("gap at the end", studio::with_prefix(summary.final_gap, "m"));
}

std::string bubble_lines(const Summary& summary) {
    return line("lowest pressure",
                studio::with_prefix(summary.min_gap_pressure, "Pa") + at_time(summary.min_gap_pressure_time)) +
           line("smallest radius", studio::with_prefix(summary.min_radius, "m") + at_time(summary.min_radius_time)) +
           line("fastest wall", studio::with_prefix(summary.max_wall_speed, "m/s"));
}

/// One joint or one bubble.
std::string single_lines(const Trajectory& trajectory, const Summary& summary) {
    const bool joint = row_of(trajectory.scenario().kind).awaits_nucleation;
    return (joint ? joint_lines(trajectory, summary) : bubble_lines(summary)) +
           line("largest bubble radius",
                studio::with_prefix(summary.max_radius, "m") + at_time(summary.max_radius_time)) +
           line("bubble at the end", studio::with_prefix(summary.final_radius, "m"));
}

/// A slow pull moves the air, too: what nobody and no microphone could tell from nothing is called so.
std::string pressure_text(double pressure_pa, Kind kind) {
    constexpr double silent_pa = 2e-10;  // -100 dB SPL
    if (pressure_pa < silent_pa) return "silent";
    return studio::sound_pressure(pressure_pa) + " (" + studio::peak_level_text(pressure_pa, kind) + ")";
}

}  // namespace

std::string summary_text(const std::string& title, const std::string& shows, const Trajectory& trajectory,
                         const Summary& summary) {
    const Scenario& scenario = trajectory.scenario();
    const Statistics& cost = trajectory.statistics;
    std::string text = title + ": " + studio::outcome_text(trajectory.outcome) + "\n";
    if (!shows.empty()) text += indented(shows, 2);
    if (trajectory.spine)
        text += facet_table(*trajectory.spine);
    else
        text += single_lines(trajectory, summary);
    const std::string distance = " at " + studio::significant(scenario.listener.distance, 3) + " m";
    const double audible = studio::audible_peak_pa(trajectory);
    text += line("audible peak", pressure_text(audible, scenario.kind) + distance + ", as a file at 48 kHz has it");
    text += line("unfiltered peak", pressure_text(summary.peak_pressure, scenario.kind) + distance + "," +
                                        at_time(summary.peak_pressure_time));
    if (!trajectory.spine) text += gas_line(summary);
    for (const Warning& warning : summary.warnings)
        text += line(cuts_short(warning.limit) ? "cut short" : "beyond the model", warning.text);
    text += line("solver", std::to_string(cost.steps) + " steps, " + std::to_string(cost.rejected_steps) +
                               " rejected, " + studio::with_prefix(cost.wall_time, "s"));
    return text;
}

}  // namespace synovia::cli
