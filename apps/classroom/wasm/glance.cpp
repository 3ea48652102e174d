#include "apps/classroom/wasm/glance.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "apps/classroom/wasm/report.hpp"
#include "solver/decibel.hpp"

namespace synovia::classroom {
namespace {

/// Columns of a row, as append_rows() writes them.
constexpr std::size_t pressure_column = 4, radius_column = 5, wall_velocity_column = 6, sound_column = 10;

struct Extreme {
    double time, value;
};

double identity(double x) { return x; }
double negative(double x) { return -x; }
double size(double x) { return std::abs(x); }

/// The top of the parabola through three points, where it lies between the outer ones: the points, by Newton's divided
/// differences.
Extreme top(const Extreme& a, const Extreme& b, const Extreme& c) {
    const double ab = (b.value - a.value) / (b.time - a.time), bc = (c.value - b.value) / (c.time - b.time);
    const double bend = (bc - ab) / (c.time - a.time);
    if (!(bend < 0.0)) return b;
    const double t = 0.5 * (a.time + b.time - ab / bend);
    if (!(t > a.time && t < c.time)) return b;
    return {t, a.value + (t - a.time) * (ab + (t - b.time) * bend)};
}

/// The largest of a quantity of one column.
Extreme largest(const std::vector<double>& rows, std::size_t column, double (*quantity)(double)) {
    const std::size_t n = static_cast<std::size_t>(columns), count = rows.size() / n;
    const auto point = [&](std::size_t i) { return Extreme{rows[i * n], quantity(rows[i * n + column])}; };
    std::size_t best = 0;
    for (std::size_t i = 1; i < count; ++i)
        if (point(i).value > point(best).value) best = i;
    if (best == 0 || best + 1 == count) return point(best);
    return top(point(best - 1), point(best), point(best + 1));
}

}  // namespace

Summary glance(const Trajectory& piece, const std::vector<double>& rows) {
    const Extreme tension = largest(rows, pressure_column, negative), loudest = largest(rows, sound_column, size);
    const Extreme widest = largest(rows, radius_column, identity), narrowest = largest(rows, radius_column, negative);
    const Sample end = piece.at(piece.end_time());
    Summary s;
    s.min_gap_pressure = -tension.value;
    s.min_gap_pressure_time = tension.time;
    s.max_radius = widest.value;
    s.max_radius_time = widest.time;
    s.min_radius = -narrowest.value;
    s.min_radius_time = narrowest.time;
    s.max_wall_speed = largest(rows, wall_velocity_column, size).value;
    s.peak_pressure = loudest.value;
    s.peak_pressure_time = loudest.time;
    s.peak_level_db_spl = db_spl(s.peak_pressure);
    s.final_radius = end.radius;
    s.final_gap = end.gap;
    s.gas_mol = end.gas_mol;
    const auto born = std::find_if(piece.events.begin(), piece.events.end(),
                                   [](const Event& e) { return e.kind == EventKind::nucleation; });
    if (born != piece.events.end()) s.nucleation_time = born->time;
    return s;
}

}  // namespace synovia::classroom
