#include "apps/studio/summary_json.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "apps/studio/scene.hpp"
#include "apps/studio/spine_json.hpp"
#include "audio/core/level.hpp"
#include "solver/event_value.hpp"
#include "solver/kinds.hpp"

namespace synovia::studio {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<KeyText, 27> keys{{
    {"outcome",
     "popped, no_nucleation, completed, vanished; where the solver could not finish: supersonic, step_limit, "
     "step_underflow, non_finite"},
    {"min_gap_pressure_pa", "lowest pressure in the gap, or far from a free bubble"},
    {"min_gap_pressure_time_s", "and when"},
    {"max_radius_m", "of the bubble"},
    {"max_radius_time_s", "and when"},
    {"final_radius_m", "of the bubble at the end"},
    {"final_gap_m", "between the bones at the end; null for a free bubble"},
    {"peak_pressure_pa", "largest pressure at the listener, unfiltered, as if sound took no time"},
    {"peak_pressure_time_s", "and when"},
    {"peak_level_db_spl",
     "the same as a level; null for silence. Re 20 uPa, as in air, of a free bubble too: re 1 uPa, as in water, it is "
     "26.0 dB more"},
    {"audible_peak_pa",
     "largest pressure as a file at 48 kHz has it, at one point, through the body and without the room"},
    {"audible_level_db_spl", "the same as a level, re 20 uPa; null for silence"},
    {"nucleation_time_s", "when the bubble was born; null where none was"},
    {"gas_mol", "co2, n2, o2: in the bubble at the end"},
    {"events", "list of kind, time_s, radius_m, a value whose key tells what it is, and of several pockets which"},
    {"steps", "of the solver"},
    {"rhs_evaluations", "of the equations"},
    {"rejected_steps", "that were taken again, shorter"},
    {"wall_time_s", "that the solver took"},
    {"warnings", "list of texts: where the run left the range of its equations"},
    {"pockets",
     "of a joint with several, in their order: list of share, firing_time_s (null: never), min_gap_pressure_pa, "
     "min_gap_pressure_time_s, max_radius_m, final_radius_m"},
    {"min_radius_m", "of a free bubble"},
    {"min_radius_time_s", "and when, of a free bubble"},
    {"max_wall_speed_m_s", "of a free bubble"},
    {"start_s", "of a spine: when the thrust or twist begins, after the preload"},
    {"pops", "of a spine: facets that popped"},
    {"facets",
     "of a spine: list of its sixteen facet joints; the numbers above are those of the first that popped, or of "
     "the one with the lowest pressure"},
}};

/// Pockets are counted from 1, as in the columns of the table; the bones part everywhere at once.
Json event_json(const Event& event, bool several_pockets) {
    Json json{{"kind", name(event.kind)},
              {"time_s", event.time},
              {"radius_m", event.radius},
              {std::string(event_value_key(event.kind)), event.value}};
    if (several_pockets && event.kind != EventKind::separation) json["pocket"] = event.pocket + 1;
    return json;
}

Json events_json(const std::vector<Event>& events, bool several_pockets) {
    Json list = Json::array();
    for (const Event& event : events) list.push_back(event_json(event, several_pockets));
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

Json pockets_json(const std::vector<PocketSummary>& pockets) {
    Json list = Json::array();
    for (const PocketSummary& pocket : pockets)
        list.push_back(Json{{"share", pocket.share},
                            {"firing_time_s", or_null(pocket.firing_time)},
                            {"min_gap_pressure_pa", pocket.min_gap_pressure},
                            {"min_gap_pressure_time_s", pocket.min_gap_pressure_time},
                            {"max_radius_m", pocket.max_radius},
                            {"final_radius_m", pocket.final_radius}});
    return list;
}

}  // namespace

std::span<const KeyText> summary_keys() { return keys; }

Json summary_json(const Trajectory& trajectory, const Summary& summary) {
    const KindRow& kind = row_of(trajectory.scenario().kind);
    const double audible = audible_peak_pa(trajectory);
    const bool several_pockets = summary.pockets.size() > 1;
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
        {"audible_peak_pa", audible},
        {"audible_level_db_spl", audio::db_spl(audible)},
        {"nucleation_time_s", or_null(summary.nucleation_time)},
        {"gas_mol", {{"co2", summary.gas_mol[0]}, {"n2", summary.gas_mol[1]}, {"o2", summary.gas_mol[2]}}},
        {"events", events_json(trajectory.events, several_pockets)},
        {"steps", trajectory.statistics.steps},
        {"rhs_evaluations", trajectory.statistics.rhs_evaluations},
        {"rejected_steps", trajectory.statistics.rejected_steps},
        {"wall_time_s", trajectory.statistics.wall_time},
        {"warnings", texts(summary.warnings)},
    };
    if (several_pockets) json["pockets"] = pockets_json(summary.pockets);
    if (trajectory.spine) {
        json["start_s"] = trajectory.spine->start;
        json["pops"] = trajectory.spine->pops();
        json["facets"] = facets_json(*trajectory.spine);
    }
    if (kind.awaits_nucleation) return json;
    json["min_radius_m"] = summary.min_radius;
    json["min_radius_time_s"] = summary.min_radius_time;
    json["max_wall_speed_m_s"] = summary.max_wall_speed;
    return json;
}

}  // namespace synovia::studio
