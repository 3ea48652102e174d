#include "solver/dissolution.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "solver/joint_model.hpp"

namespace synovia {
namespace {

constexpr double pi = std::numbers::pi;

/// Rates of what changes while the bubble rests.
struct Rates {
    std::array<double, 3> gas_mol, dissolved;
};

std::array<GasSpecies, 3> species(const Scenario& s) { return {s.gas.co2, s.gas.n2, s.gas.o2}; }

double thermal_energy(const Scenario& s) { return gas_constant * s.gas.temperature; }

/// R from (p_rest - p_v + 2 sigma/R) 4/3 pi R^3 = sum n R_g T, by Newton from above: the left side is convex in R.
double equilibrium_radius(const Scenario& s, double moles) {
    if (!(moles > 0.0)) return 0.0;
    const double p = s.joint.resting_pressure - s.fluid.vapour_pressure, sigma = s.fluid.surface_tension;
    const double c = moles * thermal_energy(s) / (4.0 / 3.0 * pi);
    double R = std::cbrt(c / p);
    for (int i = 0; i < 100; ++i) {
        const double step = (p * R * R * R + 2.0 * sigma * R * R - c) / (3.0 * p * R * R + 4.0 * sigma * R);
        R -= step;
        if (step <= 1e-14 * R) break;
    }
    return R;
}

double total(const std::array<double, 3>& n) { return n[0] + n[1] + n[2]; }

/// Epstein & Plesset, J. Chem. Phys. 18, 1505 (1950), per gas; the tissue restores what the liquid has lost or gained:
///   dn_i/dt = 4 pi R^2 D_i (c_i - L_i p_i/(R_g T)) (1/R + 1/sqrt(D_i s)),  p_i = n_i R_g T/V_b
///   dc_i/dt = -(dn_i/dt)/V_l + (c_i0 - c_i)/tau
Rates rates(const Scenario& s, const ResidualBubble& b, double tau) {
    Rates rate{};
    const double V_b = 4.0 / 3.0 * pi * b.radius * b.radius * b.radius;
    const auto gases = species(s);
    for (std::size_t i = 0; i < 3; ++i) {
        const GasSpecies& g = gases[i];
        const double undersaturation = b.dissolved[i] - g.ostwald * b.gas_mol[i] / V_b;
        const double conductance = 1.0 / b.radius + 1.0 / std::sqrt(g.diffusivity * b.layer_age);
        rate.gas_mol[i] = 4.0 * pi * b.radius * b.radius * g.diffusivity * undersaturation * conductance;
        const double c0 = g.ostwald * g.partial_pressure / thermal_energy(s);
        rate.dissolved[i] = -rate.gas_mol[i] / s.fluid.volume + (c0 - b.dissolved[i]) / tau;
    }
    return rate;
}

/// A share of the fastest time in the equations: exchange of one gas, growth of the layer, exchange with the tissue.
double step_length(const Scenario& s, const ResidualBubble& b, double tau) {
    double fastest = std::max(1.0 / tau, pi / b.layer_age);
    for (const GasSpecies& g : species(s)) {
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
    assert(scenario.kind == Kind::joint && scenario.gas.model == GasModel::species);
    ResidualBubble bubble;
    bubble.gas_mol = gas_mol;
    const auto gases = species(scenario);
    const auto at_first = initial_moles(scenario);
    for (std::size_t i = 0; i < 3; ++i) {
        const double c0 = gases[i].ostwald * gases[i].partial_pressure / thermal_energy(scenario);
        bubble.dissolved[i] = std::max(0.0, c0 - (gas_mol[i] - at_first[i]) / scenario.fluid.volume);
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
