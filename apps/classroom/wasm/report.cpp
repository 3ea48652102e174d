#include "apps/classroom/wasm/report.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "apps/classroom/wasm/json.hpp"
#include "solver/blake.hpp"
#include "solver/event_value.hpp"
#include "solver/kinds.hpp"
#include "solver/spine_result.hpp"

namespace synovia::classroom {
namespace {

std::string events(const Trajectory& trajectory) {
    const bool several = trajectory.pocket_shares().size() > 1;
    JsonText list('[');
    for (const Event& e : trajectory.events) {
        JsonText event('{');
        event.add("kind", name(e.kind))
            .add("time_s", e.time)
            .add("radius_m", e.radius)
            .add(event_value_key(e.kind), e.value);
        if (several && e.kind != EventKind::separation) event.add("pocket", static_cast<double>(e.pocket + 1));
        list.item(event.done());
    }
    return list.done();
}

std::string pockets(const Summary& summary) {
    JsonText list('[');
    for (const PocketSummary& p : summary.pockets) {
        JsonText pocket('{');
        pocket.add("share", p.share).add("firing_time_s", p.firing_time).add("max_radius_m", p.max_radius);
        pocket.add("min_gap_pressure_pa", p.min_gap_pressure).add("min_gap_pressure_time_s", p.min_gap_pressure_time);
        list.item(pocket.add("final_radius_m", p.final_radius).done());
    }
    return list.done();
}

std::string gases(const std::array<double, 3>& mol) {
    return JsonText('{').add("co2", mol[0]).add("n2", mol[1]).add("o2", mol[2]).done();
}

void append(const Sample& s, std::vector<double>& rows) {
    rows.insert(rows.end(), {s.time, s.gap, s.gap_rate, s.capsule_volume, s.gap_pressure, s.radius, s.wall_velocity,
                             s.bubble_volume, s.volume_acceleration, s.gas_pressure, s.pressure});
}

/// Calls `row` with step and time of every row.
template <class Row>
void for_each_row(const Trajectory& trajectory, double longest_gap, Row row) {
    const auto times = trajectory.step_times();
    for (std::size_t k = 0; k + 1 < times.size(); ++k) {
        const double step = times[k + 1] - times[k];
        const int pieces = std::max(2, static_cast<int>(std::ceil(step / longest_gap)));
        for (int i = 0; i < pieces; ++i) row(k, times[k] + step * i / pieces);
    }
    row(times.size() < 2 ? 0 : times.size() - 2, trajectory.end_time());
}

/// Numbers of a facet under the keys of `synovia spine --format json`; times from t = 0.
std::string facet(const FacetResult& f) {
    JsonText times('[');
    for (const double t : f.pop_times) times.item(json(t));
    JsonText facet('{');
    facet.add("level", spine_level_names[f.level])
        .add("side", std::string_view(f.side == Side::left ? "left" : "right"));
    facet.raw("popped", f.popped() ? "true" : "false").add("reason", name(f.reason)).raw("pop_times_s", times.done());
    facet.add("min_pressure_pa", f.min_pressure).add("max_gap_m", f.max_opening).add("max_gap_rate_m_s", f.max_rate);
    facet.add("peak_level_db_spl", f.peak_level).add("turn_deg", f.turn * 180.0 / std::numbers::pi);
    facet.add("largest_gain_m", f.largest_gain).add("refill_time_s", f.refill_time);
    return facet.add("fast_opening_needed_m", f.fast_opening_needed)
        .add("unguarded_opening_m", f.unguarded_opening)
        .done();
}

std::string facets(const SpineRun& spine) {
    JsonText list('[');
    for (const FacetResult& f : spine.facets) list.item(facet(f));
    return list.done();
}

}  // namespace

std::string report_json(const Trajectory& trajectory, const Summary& s) {
    JsonText report('{');
    report.add("outcome", name(trajectory.outcome)).add("end_time_s", trajectory.end_time());
    report.add("threshold_pa", blake_threshold(trajectory.scenario()));
    report.add("min_gap_pressure_pa", s.min_gap_pressure).add("min_gap_pressure_time_s", s.min_gap_pressure_time);
    report.add("max_radius_m", s.max_radius).add("max_radius_time_s", s.max_radius_time);
    const bool has_gap = row_of(trajectory.scenario().kind).has_gap;
    report.add("final_radius_m", s.final_radius).raw("final_gap_m", has_gap ? json(s.final_gap) : "null");
    report.add("min_radius_m", s.min_radius).add("min_radius_time_s", s.min_radius_time);
    report.add("max_wall_speed_m_s", s.max_wall_speed);
    report.add("peak_pressure_pa", s.peak_pressure).add("peak_pressure_time_s", s.peak_pressure_time);
    report.add("peak_level_db_spl", s.peak_level_db_spl).add("nucleation_time_s", s.nucleation_time);
    report.raw("gas_mol", gases(s.gas_mol)).raw("events", events(trajectory));
    if (s.pockets.size() > 1) report.raw("pockets", pockets(s));
    if (trajectory.spine)
        report.add("start_s", trajectory.spine->start)
            .add("pops", static_cast<double>(trajectory.spine->pops()))
            .raw("facets", facets(*trajectory.spine));
    return report.add("steps", static_cast<double>(trajectory.statistics.steps)).done();
}

void append_rows(const Trajectory& trajectory, double longest_gap, std::vector<double>& rows) {
    for_each_row(trajectory, longest_gap, [&](std::size_t k, double t) { append(trajectory.at(k, t), rows); });
}

void append_pocket_rows(const Trajectory& trajectory, double longest_gap, std::vector<double>& rows) {
    std::vector<PocketSample> samples(trajectory.pocket_shares().size());
    if (samples.size() < 2) return;
    for_each_row(trajectory, longest_gap, [&](std::size_t k, double t) {
        trajectory.pockets_at(k, t, samples);
        for (const PocketSample& s : samples) rows.insert(rows.end(), {s.radius, s.pressure});
    });
}

}  // namespace synovia::classroom
