#include "solver/dissolution.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "solver/gas.hpp"
#include "solver/kinds.hpp"
#include "solver/sphere.hpp"

namespace synovia {
namespace {

constexpr double pi = std::numbers::pi;

/// Rates of what changes while the bubble rests.
struct Rates {
    std::array<double, 3> gas_mol, dissolved;
};

double tissue_concentration(const Scenario& s, std::size_t i) {
    return synovia::tissue_concentration(species(s.gas)[i], s.gas.temperature);
}

/// R from (p_rest - p_v + 2 sigma/R) 4/3 pi R^3 = sum n R_g T, by Newton from above: the left side is convex in R.
double equilibrium_radius(const Scenario& s, double moles) {
    if (!(moles > 0.0)) return 0.0;
    const double p = s.joint.resting_pressure - s.fluid.vapour_pressure, sigma = s.fluid.surface_tension;
    const double c = moles * gas_constant * s.gas.temperature / sphere_volume(1.0);
    double R = std::cbrt(c / p);
    for (int i = 0; i < 100; ++i) {
        const double step = (p * R * R * R + 2.0 * sigma * R * R - c) / (3.0 * p * R * R + 4.0 * sigma * R);
        R -= step;
        if (step <= 1e-14 * R) break;
    }
    return R;
}

double total(const std::array<double, 3>& n) { return n[0] + n[1] + n[2]; }

/// The gas diffuses as in a joint; the tissue restores what the liquid has lost or gained:
///   dc_i/dt = -(dn_i/dt)/V_l + (c_i0 - c_i)/tau
Rates rates(const Scenario& s, const ResidualBubble& b, double tau) {
    std::array<double, 3> missing;
    for (std::size_t i = 0; i < 3; ++i) missing[i] = tissue_concentration(s, i) - b.dissolved[i];
    Rates rate{Diffusion(s.gas).rates(b.radius, b.gas_mol, missing, 1.0 / b.layer_age, 1.0), {}};
    for (std::size_t i = 0; i < 3; ++i) rate.dissolved[i] = -rate.gas_mol[i] / s.fluid.volume + missing[i] / tau;
    return rate;
}

/// A share of the fastest time in the equations: exchange of one gas, growth of the layer, exchange with the tissue.
double step_length(const Scenario& s, const ResidualBubble& b, double tau) {
    double fastest = std::max(1.0 / tau, pi / b.layer_age);
    for (const GasSpecies& g : species(s.gas)) {
        const double conductance = 1.0 / b.radius + 1.0 / std::sqrt(g.diffusivity * b.layer_age);
        const double surface = g.diffusivity * conductance * b.radius;
        fastest = std::max({fastest, 3.0 * g.ostwald * surface / (b.radius * b.radius),
                            4.0 * pi * b.radius * surface / s.fluid.volume});
    }
    return 0.05 / fastest;
}

ResidualBubble moved(const Scenario& s, const ResidualBubble& b, const Rates& rate, double dt) {
    ResidualBubble next = b;
    for (std::size_t i = 0; i < 3; ++i) {
        next.gas_mol[i] = std::max(0.0, b.gas_mol[i] + rate.gas_mol[i] * dt);
        next.dissolved[i] = b.dissolved[i] + rate.dissolved[i] * dt;
    }
    next.layer_age = b.layer_age + pi * dt;  // ds/dt = pi - 4 s U/R, with U = 0
    next.radius = equilibrium_radius(s, total(next.gas_mol));
    return next;
}

}  // namespace

ResidualBubble residual_bubble(const Scenario& scenario, const std::array<double, 3>& gas_mol) {
    assert(row_of(scenario.kind).remembers && scenario.gas.model == GasModel::species);
    ResidualBubble bubble;
    bubble.gas_mol = gas_mol;
    const auto at_first = initial_moles(scenario);
    for (std::size_t i = 0; i < 3; ++i) {
        const double gained = gas_mol[i] - at_first[i];
        bubble.dissolved[i] = std::max(0.0, tissue_concentration(scenario, i) - gained / scenario.fluid.volume);
    }
    bubble.radius = equilibrium_radius(scenario, total(gas_mol));
    if (bubble.radius <= scenario.bubble.nucleus_radius) bubble.radius = 0.0;
    return bubble;
}

/// The midpoint rule, second order: at a twentieth of the fastest time its error is below 1e-3 of what has changed.
ResidualBubble dissolved(const Scenario& scenario, ResidualBubble bubble, double seconds, double exchange_time) {
    while (seconds > 0.0 && bubble.radius > 0.0) {
        const double dt = std::min(seconds, step_length(scenario, bubble, exchange_time));
        const ResidualBubble middle = moved(scenario, bubble, rates(scenario, bubble, exchange_time), 0.5 * dt);
        if (middle.radius > 0.0) {
            bubble = moved(scenario, bubble, rates(scenario, middle, exchange_time), dt);
        } else {
            bubble.radius = 0.0;
        }
        if (bubble.radius <= scenario.bubble.nucleus_radius) bubble.radius = 0.0;
        seconds -= dt;
    }
    return bubble;
}

}  // namespace synovia
