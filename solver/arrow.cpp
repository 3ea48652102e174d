#include "solver/arrow.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace synovia {
namespace {

using namespace joint_layout;

/// The components of a pocket's state in the order of a Row.
constexpr std::array<std::size_t, 8> order{joint_layout::omega,  joint_layout::co2,     joint_layout::n2,
                                           joint_layout::o2,     joint_layout::theta,   joint_layout::wall,
                                           joint_layout::lambda, joint_layout::velocity};

double dot(const Row& row, const Row& u) {
    double sum = 0.0;
    for (std::size_t i = 0; i < Row::size; ++i) sum += row[i] * u[i];
    return sum;
}

/// Takes the column of `pivot`'s diagonal j, whose inverse stands in its place, out of `row` and keeps the multiplier
/// there. Besides the diagonal the pivot's row has `columns`, other entries are zero.
template <std::size_t j, std::size_t... columns>
void take_out(Row& row, const Row& pivot) {
    const double multiplier = row[j] * pivot[j];
    row[j] = multiplier;
    ((row[columns] -= multiplier * pivot[columns]), ...);
}

// What depends on what: solver/pocket.cpp.
template <std::size_t i>
void take_out_gas(Row& row, const std::array<Row, 8>& rows) {
    take_out<i, Row::theta, Row::lambda>(row, rows[i]);
}
void take_out_content(Row& row, const std::array<Row, 8>& rows) {
    take_out<Row::omega, Row::lambda>(row, rows[Row::omega]);
    take_out_gas<Row::co2>(row, rows);
    take_out_gas<Row::n2>(row, rows);
    take_out_gas<Row::o2>(row, rows);
}
void take_out_theta(Row& row, const std::array<Row, 8>& rows) {
    take_out<Row::theta, Row::lambda, Row::U>(row, rows[Row::theta]);
}
void take_out_wall(Row& row, const Row& wall) {
    take_out<Row::wall, Row::lambda, Row::U, Row::x, Row::v, Row::refill>(row, wall);
}
void take_out_motion(Row& row, const std::array<Row, 8>& rows) {
    take_out<Row::lambda, Row::U, Row::x, Row::v, Row::refill, Row::dv>(row, rows[Row::lambda]);
    take_out<Row::U, Row::x, Row::v, Row::refill, Row::dv>(row, rows[Row::U]);
}
void invert(Row& row, std::size_t j) { row[j] = 1.0 / row[j]; }

}  // namespace

double Arrow::acceleration(double force) const {
    double inertia = mass;
    for (const Block& b : pockets) inertia -= b.slopes.force[Row::dv];
    return force / inertia;
}

std::array<const Row*, 8> Arrow::rows(const PocketSlopes& s) {
    return {&s.domega, &s.dn[0], &s.dn[1], &s.dn[2], &s.dtheta, &s.dV_w, &s.dlambda, &s.dU};
}

void Arrow::time_derivative(double v, double dv, double force_t, double jerk, std::span<double> dfdt) {
    Row bone;
    bone[Row::x] = prescribed ? v : 0.0;
    bone[Row::v] = prescribed ? dv : 0.0;
    bone[Row::dv] = prescribed ? jerk : acceleration(force_t);
    const auto along_bone = [&](const Row& row) {
        return row[Row::x] * bone[Row::x] + row[Row::v] * bone[Row::v] + row[Row::dv] * bone[Row::dv];
    };
    dfdt[opening] = bone[Row::v];
    dfdt[rate] = bone[Row::dv];
    dfdt[refill] = 0.0;
    for (std::size_t k = 0; k < pockets.size(); ++k) {
        PocketSlopes& s = pockets[k].slopes;
        const std::array<const Row*, 8> own = rows(s);
        for (std::size_t i = 0; i < order.size(); ++i) dfdt[pocket(k) + order[i]] = along_bone(*own[i]);
        dfdt[pocket(k) + hazard] = along_bone(pockets[k].hazard);
        dfdt[pocket(k) + phase] = dfdt[pocket(k) + way] = 0.0;
        dfdt[refill] += along_bone(s.refill);
        if (!prescribed) continue;
        for (Row* row : {&s.dV_w, &s.dU, &s.refill, &s.force, &pockets[k].hazard})
            (*row)[Row::x] = (*row)[Row::v] = (*row)[Row::dv] = 0.0;
    }
}

void Arrow::multiply(std::span<const double> in, std::span<double> out) const {
    const auto local = [&](std::size_t k) {
        Row u;
        for (std::size_t i = 0; i < order.size(); ++i) u[i] = in[pocket(k) + order[i]];
        u[Row::x] = in[opening];
        u[Row::v] = in[rate];
        u[Row::refill] = in[refill];
        return u;
    };
    double force = force_x * in[opening] + force_v * in[rate];
    for (std::size_t k = 0; k < pockets.size(); ++k) force += dot(pockets[k].slopes.force, local(k));
    const double dv = prescribed ? 0.0 : acceleration(force);
    out[opening] = prescribed ? 0.0 : in[rate];
    out[rate] = dv;
    out[refill] = 0.0;
    for (std::size_t k = 0; k < pockets.size(); ++k) {
        const PocketSlopes& s = pockets[k].slopes;
        Row u = local(k);
        u[Row::dv] = dv;
        for (std::size_t i = 0; i < order.size(); ++i) out[pocket(k) + order[i]] = dot(*rows(s)[i], u);
        out[pocket(k) + hazard] = dot(pockets[k].hazard, u);
        out[pocket(k) + phase] = out[pocket(k) + way] = 0.0;
        out[refill] += dot(s.refill, u);
    }
}

void Arrow::eliminate_awake(const Block& block, Eliminated& e) const {
    const std::array<const Row*, 8> own = rows(block.slopes);
    for (std::size_t i = 0; i < 8; ++i) {
        e.row[i] = *own[i];
        e.row[i].scale(-1.0)[i] += sigma_;
    }
    auto& row = e.row;
    invert(row[Row::omega], Row::omega);
    for (std::size_t i = Row::co2; i <= Row::o2; ++i) {
        take_out<Row::omega, Row::lambda>(row[i], row[Row::omega]);
        invert(row[i], i);
    }
    take_out_content(row[Row::theta], row);
    invert(row[Row::theta], Row::theta);
    invert(row[Row::wall], Row::wall);
    Row &lambda = row[Row::lambda], &U = row[Row::U];
    take_out_content(U, row);
    take_out_theta(U, row);
    take_out_wall(U, row[Row::wall]);
    e.swapped = std::abs(U[Row::lambda]) > std::abs(lambda[Row::lambda]);
    if (e.swapped)  // the multipliers stay with their row
        for (std::size_t i = Row::lambda; i < Row::size; ++i) std::swap(U[i], lambda[i]);
    invert(lambda, Row::lambda);
    take_out<Row::lambda, Row::U, Row::x, Row::v, Row::refill, Row::dv>(U, lambda);
    invert(U, Row::U);
    take_out_wall(e.refill, row[Row::wall]);
    take_out_motion(e.refill, row);
    take_out_content(e.force, row);
    take_out_theta(e.force, row);
    take_out_wall(e.force, row[Row::wall]);
    take_out_motion(e.force, row);
}

void Arrow::eliminate(const Block& block, Eliminated& e) const {
    e.moves = block.moves;
    e.refill = block.slopes.refill;
    e.force = block.slopes.force;
    e.refill.scale(-1.0);
    e.force.scale(-1.0);
    e.hazard = block.hazard;
    if (e.moves) return eliminate_awake(block, e);
    Row& wall = e.row[Row::wall];
    wall = block.slopes.dV_w;
    wall.scale(-1.0)[Row::wall] += sigma_;
    invert(wall, Row::wall);
    take_out_wall(e.refill, wall);
    take_out_wall(e.force, wall);
}

void Arrow::factor(double sigma) {
    sigma_ = sigma;
    eliminated_.resize(pockets.size());
    refill_ = force_ = Row{};
    for (std::size_t k = 0; k < pockets.size(); ++k) {
        eliminate(pockets[k], eliminated_[k]);
        refill_.add(1.0, eliminated_[k].refill);
        force_.add(1.0, eliminated_[k].force);
    }
    refill_[Row::refill] += sigma;
    force_[Row::x] -= force_x;
    force_[Row::v] -= force_v;
    force_[Row::dv] += mass;
}

/// Forward: what the rows of this pocket leave on the right-hand sides, in the order of a Row.
void Arrow::reduce(const Eliminated& e, std::span<double> r, Border& border) {
    const double wall = r[joint_layout::wall];
    if (!e.moves) {
        border.refill -= e.refill[Row::wall] * wall;
        border.force -= e.force[Row::wall] * wall;
        return;
    }
    std::array<double, 8> y;
    for (std::size_t i = 0; i < 8; ++i) y[i] = r[order[i]];
    for (std::size_t i = Row::co2; i <= Row::o2; ++i) y[i] -= e.row[i][Row::omega] * y[Row::omega];
    for (std::size_t j = Row::omega; j < Row::theta; ++j) y[Row::theta] -= e.row[Row::theta][j] * y[j];
    for (std::size_t j = Row::omega; j < Row::lambda; ++j) y[Row::U] -= e.row[Row::U][j] * y[j];
    if (e.swapped) std::swap(y[Row::lambda], y[Row::U]);
    y[Row::U] -= e.row[Row::U][Row::lambda] * y[Row::lambda];
    for (std::size_t j = Row::wall; j <= Row::U; ++j) border.refill -= e.refill[j] * y[j];
    for (std::size_t j = Row::omega; j <= Row::U; ++j) border.force -= e.force[j] * y[j];
    for (std::size_t i = 0; i < 8; ++i) r[order[i]] = y[i];
}

/// Backward, `bone` being x, v, V_r and dv/dt of the solution.
void Arrow::substitute(const Eliminated& e, std::span<double> r, const double* bone) const {
    Row u;
    for (std::size_t i = 0; i < 4; ++i) u[Row::x + i] = bone[i];
    const auto outside = [&](const Row& row) {
        return row[Row::x] * u[Row::x] + row[Row::v] * u[Row::v] + row[Row::refill] * u[Row::refill] +
               row[Row::dv] * u[Row::dv];
    };
    const Row& wall = e.row[Row::wall];
    if (!e.moves) {
        u[Row::wall] = (r[joint_layout::wall] - outside(wall)) * wall[Row::wall];
        r[joint_layout::wall] = u[Row::wall];
        r[joint_layout::hazard] =
            (r[joint_layout::hazard] + e.hazard[Row::wall] * u[Row::wall] + outside(e.hazard)) / sigma_;
        for (const std::size_t i : {joint_layout::lambda, joint_layout::velocity, joint_layout::co2, joint_layout::n2,
                                    joint_layout::o2, joint_layout::omega, joint_layout::theta})
            r[i] /= sigma_;
    } else {
        const Row &U = e.row[Row::U], &lambda = e.row[Row::lambda], &theta = e.row[Row::theta];
        u[Row::U] = (r[joint_layout::velocity] - outside(U)) * U[Row::U];
        u[Row::lambda] = (r[joint_layout::lambda] - lambda[Row::U] * u[Row::U] - outside(lambda)) * lambda[Row::lambda];
        const auto moving = [&](const Row& row) { return row[Row::lambda] * u[Row::lambda] + row[Row::U] * u[Row::U]; };
        u[Row::wall] = (r[joint_layout::wall] - moving(wall) - outside(wall)) * wall[Row::wall];
        u[Row::theta] = (r[joint_layout::theta] - moving(theta)) * theta[Row::theta];
        for (std::size_t i = Row::co2; i <= Row::o2; ++i)
            u[i] = (r[order[i]] - e.row[i][Row::theta] * u[Row::theta] - e.row[i][Row::lambda] * u[Row::lambda]) *
                   e.row[i][i];
        u[Row::omega] =
            (r[joint_layout::omega] - e.row[Row::omega][Row::lambda] * u[Row::lambda]) * e.row[Row::omega][Row::omega];
        for (std::size_t i = 0; i < 8; ++i) r[order[i]] = u[i];
        r[joint_layout::hazard] *= 1.0 / sigma_;
    }
    for (const std::size_t i : {joint_layout::phase, joint_layout::way}) r[i] *= 1.0 / sigma_;
}

void Arrow::solve(std::span<double> r) const {
    Border border{r[refill], 0.0};
    for (std::size_t k = 0; k < pockets.size(); ++k) reduce(eliminated_[k], r.subspan(pocket(k), pocket_size), border);

    // sigma v - dv = r_v, sigma x - v = r_x, and the two rows of the border for V_r and dv
    const double v = r[rate] / sigma_, x = (r[opening] + (prescribed ? 0.0 : v)) / sigma_;  // but for dv
    std::array<double, 4> bone{x, v, 0.0, 0.0};
    const double y = border.refill - refill_[Row::x] * x - refill_[Row::v] * v;
    if (prescribed) {
        bone[2] = y / refill_[Row::refill];
    } else {
        const double z = border.force - force_[Row::x] * x - force_[Row::v] * v;
        const auto of_dv = [&](const Row& row) { return row[Row::dv] + (row[Row::v] + row[Row::x] / sigma_) / sigma_; };
        const double a = refill_[Row::refill], b = of_dv(refill_), c = force_[Row::refill], d = of_dv(force_);
        const double determinant = a * d - b * c;
        bone[2] = (y * d - b * z) / determinant;
        bone[3] = (a * z - c * y) / determinant;
        bone[1] += bone[3] / sigma_;
        bone[0] += bone[3] / (sigma_ * sigma_);
    }
    r[opening] = bone[0];
    r[rate] = bone[1];
    r[refill] = bone[2];
    for (std::size_t k = 0; k < pockets.size(); ++k)
        substitute(eliminated_[k], r.subspan(pocket(k), pocket_size), bone.data());
}

}  // namespace synovia
