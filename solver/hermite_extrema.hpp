// The largest value, rate and gain of a quantity given as a Hermite table.
#pragma once
#include <algorithm>
#include <cmath>
#include <limits>

#include "solver/hermite_table.hpp"

namespace synovia {

/// Calls visit(motion) wherever value or rate of a piece can be largest: at its ends, where the rate falls through
/// zero, and where the acceleration does.
template <class Visit>
void visit_extrema(const CubicPiece& piece, Visit visit) {
    const Motion<double> begin = piece.at(piece.t0), end = piece.at(piece.t1);
    visit(begin);
    visit(end);
    const double h = piece.t1 - piece.t0, a = begin.acceleration, bend = (end.acceleration - a) / h;
    if (a > 0.0 && end.acceleration < 0.0) visit(piece.at(piece.t0 - a / bend));
    // rate(s) = v0 + a s + bend s^2/2 falls through zero, in the form that does not cancel
    const double v0 = begin.rate, discriminant = a * a - 2.0 * bend * v0;
    if (!(discriminant > 0.0) || !(a < 0.0 || bend < 0.0)) return;
    const double root = std::sqrt(discriminant), s = a < 0.0 ? 2.0 * v0 / (root - a) : -(a + root) / bend;
    if (s > 0.0 && s < h) visit(piece.at(piece.t0 + s));
}

template <class Visit>
void visit_extrema(const HermiteTable& table, Visit visit) {
    for (std::size_t i = 0; i < table.pieces(); ++i) visit_extrema(table.piece(i), visit);
}

inline double maximum(const HermiteTable& table) {
    double largest = -std::numeric_limits<double>::infinity();
    visit_extrema(table, [&](const Motion<double>& m) { largest = std::max(largest, m.value); });
    return largest;
}

inline double maximum_rate(const HermiteTable& table) {
    double largest = -std::numeric_limits<double>::infinity();
    visit_extrema(table, [&](const Motion<double>& m) { largest = std::max(largest, m.rate); });
    return largest;
}

/// The most that the positive part of the value grows within `window`, at the table's points.
inline double maximum_gain(const HermiteTable& table, double window) {
    double largest = 0.0;
    const auto open = [&](double t) { return std::max(0.0, table.at(t).value); };
    for (const double t : table.times()) largest = std::max(largest, open(t) - open(t - window));
    return largest;
}

}  // namespace synovia
