// A joint with three pockets in the middle of a crack, and its Jacobian by dual numbers.
#pragma once
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include "solver/joint_model.hpp"

namespace synovia::test {

/// Gap, heat, radiation, shares 0.5, 0.3, 0.2; the state of `cracking()` is known of another program.
inline Scenario three_pockets() {
    Scenario s;
    s.joint.pockets = 3.0;
    s.joint.pocket_weights = {0.5, 0.3, 0.2};
    s.joint.wall_loss_factor = 0.06;
    s.joint.rim_inertance_factor = 0.5;
    s.bubble.nucleus_radius = 1e-6;
    s.bubble.shape = BubbleShape::gap;
    s.bubble.radiation = true;
    s.bubble.firing = Firing::rate;
    s.bubble.strength_draws = {1.0, 1.0, 1.0};
    s.gas.heat = true;
    return s;
}

inline constexpr double cracking_time = 0.06;

/// One bubble grows, one collapses fast and hot, one nucleus sleeps.
inline std::vector<double> cracking(const JointModel& model) {
    std::vector<double> y = model.rest();
    y[joint_layout::opening] = 0.5;
    y[joint_layout::rate] = 0.12;
    y[joint_layout::refill] = 2e-8 / (model.pocket(0).area() / 0.5 * 1e-3);
    const std::array<double, 3> V_w{2.5e-8, 1.2e-8, 9e-9}, R{1.5e-3, 4e-4, 1e-6}, U{2.0, -40.0, 0.0},
        theta{-0.05, 0.3, 0.0}, ln_s_plus_4_lambda{17.042541176385022, 9.755517816455745, -9.210340371976182};
    const std::array<std::array<double, 3>, 2> n{{{6e-10, 2e-10, 3e-11}, {4e-11, 1.5e-11, 2e-12}}};
    for (std::size_t k = 0; k < 3; ++k) {
        PocketState<double> p = model.get(y, k);
        p.V_w = V_w[k];
        p.lambda = std::log(R[k] / 1e-6);
        p.U = U[k];
        p.theta = theta[k];
        p.omega = std::log1p(std::exp(ln_s_plus_4_lambda[k]));
        p.way = U[k] < 0.0 ? -1.0 : 1.0;
        if (k < 2) {
            p.n = n[k];
            p.phase = Phase::skinned;
        }
        model.put(y, k, p);
    }
    return y;
}

/// jacobian[j] holds the derivatives of all rates in component j; the last one those in t.
inline std::vector<std::vector<double>> jacobian_by_duals(const JointModel& model, const std::vector<double>& y,
                                                          double t) {
    const std::size_t n = y.size();
    std::vector<std::vector<double>> jacobian(n + 1, std::vector<double>(n));
    for (std::size_t j = 0; j <= n; ++j) {
        std::vector<Dual<1>> dual(y.begin(), y.end()), f(n);
        const bool is_choice = j >= joint_layout::bone_size && j < n &&
                               (j - joint_layout::bone_size) % joint_layout::pocket_size >= joint_layout::phase;
        if (is_choice) continue;
        if (j < n) dual[j] = Dual<1>::variable(y[j], 0);
        model.rates(std::span<const Dual<1>>(dual), j < n ? Dual<1>(t) : Dual<1>::variable(t, 0),
                    std::span<Dual<1>>(f));
        for (std::size_t i = 0; i < n; ++i) jacobian[j][i] = f[i].d[0];
    }
    return jacobian;
}

/// Every combination of traction, shape, gas, heat and radiation.
inline std::vector<Scenario> every_joint() {
    std::vector<Scenario> all;
    for (int i = 0; i < 3 * 2 * 3 * 2; ++i) {
        Scenario s = three_pockets();
        s.traction.kind = static_cast<TractionKind>(i % 3);
        if (s.traction.kind == TractionKind::gap) s.traction.distance = 1e-3;
        s.bubble.shape = i / 3 % 2 == 0 ? BubbleShape::gap : BubbleShape::sphere;
        const int gas = i / 6 % 3;
        s.gas.model = gas == 0 ? GasModel::polytropic : GasModel::species;
        s.gas.polytropic_exponent = 1.3;
        s.gas.heat = gas == 2;
        s.bubble.radiation = i / 18 == 0;
        all.push_back(s);
    }
    return all;
}

/// What phases and places a state may have.
inline std::vector<std::vector<double>> every_state(const JointModel& model) {
    std::vector<double> plain = cracking(model), closed = plain, bare = plain, mixed = plain;
    closed[joint_layout::opening] = -0.097;  // the film is nearly gone
    closed[joint_layout::rate] = -0.3;
    const auto change = [&](std::vector<double>& y, std::size_t k, Phase phase, double lambda, double U) {
        PocketState<double> p = model.get(y, k);
        p.phase = phase;
        if (k == 2) {
            p.lambda = lambda;
            p.U = U;
            p.theta = -0.1;
        }
        model.put(y, k, p);
    };
    for (std::size_t k = 0; k < 3; ++k) change(bare, k, Phase::bare, 0.1, -3.0);
    for (std::size_t k = 0; k < 3; ++k) change(mixed, k, k == 1 ? Phase::asleep : Phase::skinned, 1.7, 5.0);
    std::vector<double> turned = plain;  // the walls have turned, their states do not say so yet
    for (std::size_t k = 0; k < 2; ++k) {
        PocketState<double> p = model.get(turned, k);
        p.way = -p.way;
        model.put(turned, k, p);
    }
    std::vector<double> fast = plain;  // a wall faster than sound, where radiation is limited
    change(fast, 2, Phase::skinned, 3.0, 2000.0);
    return {plain, closed, bare, mixed, turned, fast};
}

}  // namespace synovia::test
