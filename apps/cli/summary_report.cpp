#include "apps/cli/summary_report.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <numeric>

#include "apps/cli/blake.hpp"
#include "apps/cli/console/human.hpp"
#include "solver/blake.hpp"
#include "solver/kinds.hpp"

namespace synovia::cli {
namespace {

using Json = nlohmann::ordered_json;

/// What Event::value is, by kind.
std::string_view value_key(EventKind kind) {
    switch (kind) {
        case EventKind::nucleation:
            return "wall_velocity_m_s";
        case EventKind::separation:
            return "gap_rate_m_s";
        default:
            return "volume_acceleration_m3_s2";
    }
}

Json events_json(const std::vector<Event>& events) {
    Json list = Json::array();
    for (const Event& event : events)
        list.push_back(Json{{"kind", name(event.kind)},
                            {"time_s", event.time},
                            {"radius_m", event.radius},
                            {std::string(value_key(event.kind)), event.value}});
    return list;
}

Json texts(const std::vector<Warning>& warnings) {
    Json list = Json::array();
    for (const Warning& warning : warnings) list.push_back(warning.text);
    return list;
}

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

std::string line(const std::string& what, const std::string& value) {
    return "  " + what + std::string(24 - what.size(), ' ') + value + "\n";
}

std::string at_time(double time_s) { return " at " + with_prefix(time_s, "s"); }

std::string gas_line(const Summary& summary) {
    const double total = std::accumulate(summary.gas_mol.begin(), summary.gas_mol.end(), 0.0);
    if (total <= 0.0) return {};
    constexpr std::array<const char*, 3> names{"CO2", "N2", "O2"};
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += std::string(i == 0 ? "" : ", ") + names[i] + " " + significant(100.0 * summary.gas_mol[i] / total, 3) +
                " %";
    return line("gas in the bubble", text);
}

std::string joint_lines(const Trajectory& trajectory, const Summary& summary) {
    const std::string threshold = with_prefix(blake_threshold(trajectory.scenario()), "Pa");
    std::string text = line("lowest gap pressure", with_prefix(summary.min_gap_pressure, "Pa") +
                                                       at_time(summary.min_gap_pressure_time) + " (Blake threshold " +
                                                       threshold + ")");
    if (summary.nucleation_time) text += line("nucleation", with_prefix(*summary.nucleation_time, "s"));
    if (!summary.nucleation_time)
        text += line("why no pop", why_silent(trajectory.scenario(), summary.min_gap_pressure));
    return text + line("gap at the end", with_prefix(summary.final_gap, "m"));
}

std::string bubble_lines(const Summary& summary) {
    return line("lowest pressure",
                with_prefix(summary.min_gap_pressure, "Pa") + at_time(summary.min_gap_pressure_time)) +
           line("smallest radius", with_prefix(summary.min_radius, "m") + at_time(summary.min_radius_time)) +
           line("fastest wall", with_prefix(summary.max_wall_speed, "m/s"));
}

}  // namespace

std::string outcome_text(Outcome outcome) {
    switch (outcome) {
        case Outcome::popped:
            return "popped";
        case Outcome::no_nucleation:
            return "no pop";
        case Outcome::completed:
            return "completed";
        case Outcome::vanished:
            return "the bubble vanished before the end";
        case Outcome::supersonic:
            return "stopped: the bubble's wall reached the speed of sound";
        case Outcome::step_limit:
            return "stopped: too many steps";
        case Outcome::step_underflow:
            return "stopped: no step is short enough for the tolerance";
        case Outcome::non_finite:
            return "stopped: the equations left the finite numbers";
    }
    return std::string(name(outcome));
}

Json summary_json(const Trajectory& trajectory, const Summary& summary) {
    const KindRow& kind = row_of(trajectory.scenario().kind);
    Json json{
        {"outcome", name(trajectory.outcome)},
        {"min_gap_pressure_pa", summary.min_gap_pressure},
        {"min_gap_pressure_time_s", summary.min_gap_pressure_time},
        {"max_radius_m", summary.max_radius},
        {"max_radius_time_s", summary.max_radius_time},
        {"final_radius_m", summary.final_radius},
        {"final_gap_m", kind.has_gap ? Json(summary.final_gap) : Json()},
        {"peak_pressure_pa", summary.peak_pressure},
        {"peak_pressure_time_s", summary.peak_pressure_time},
        {"peak_level_db_spl", summary.peak_level_db_spl},
        {"nucleation_time_s", or_null(summary.nucleation_time)},
        {"gas_mol", {{"co2", summary.gas_mol[0]}, {"n2", summary.gas_mol[1]}, {"o2", summary.gas_mol[2]}}},
        {"events", events_json(trajectory.events)},
        {"steps", trajectory.statistics.steps},
        {"rhs_evaluations", trajectory.statistics.rhs_evaluations},
        {"rejected_steps", trajectory.statistics.rejected_steps},
        {"wall_time_s", trajectory.statistics.wall_time},
        {"warnings", texts(summary.warnings)},
    };
    if (kind.awaits_nucleation) return json;
    json["min_radius_m"] = summary.min_radius;
    json["min_radius_time_s"] = summary.min_radius_time;
    json["max_wall_speed_m_s"] = summary.max_wall_speed;
    return json;
}

std::string summary_text(const std::string& title, const Trajectory& trajectory, const Summary& summary) {
    const Scenario& scenario = trajectory.scenario();
    const Statistics& cost = trajectory.statistics;
    std::string text = title + ": " + outcome_text(trajectory.outcome) + "\n";
    text += row_of(scenario.kind).awaits_nucleation ? joint_lines(trajectory, summary) : bubble_lines(summary);
    text += line("largest bubble radius", with_prefix(summary.max_radius, "m") + at_time(summary.max_radius_time));
    text += line("bubble at the end", with_prefix(summary.final_radius, "m"));
    text += line("peak sound pressure",
                 sound_pressure(summary.peak_pressure) + " (" + decibels(summary.peak_level_db_spl) + " SPL) at " +
                     significant(scenario.listener.distance, 3) + " m," + at_time(summary.peak_pressure_time));
    text += gas_line(summary);
    for (const Warning& warning : summary.warnings) text += line("beyond the model", warning.text);
    text += line("solver", std::to_string(cost.steps) + " steps, " + std::to_string(cost.rejected_steps) +
                               " rejected, " + with_prefix(cost.wall_time, "s"));
    return text;
}

std::string json_text(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace synovia::cli
