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

/// What surrounds one pocket's bubble.
struct Surroundings {
    const Scenario& scenario;
    double liquid_volume;  ///< of the pocket [m3]

    double tissue(std::size_t i) const {
        return tissue_concentration(species(scenario.gas)[i], scenario.gas.temperature);
    }
    double pressure() const { return row_of(scenario.kind).resting_pressure(scenario) + scenario.gas.resting_load; }
};

double total(const std::array<double, 3>& n) { return n[0] + n[1] + n[2]; }

double share_of(const Scenario& s, std::size_t k) {
    return s.joint.pocket_weights.empty() ? 1.0 : s.joint.pocket_weights[k];
}

/// Radius at rest; 0 where the nucleus takes over.
double resting_radius(const Surroundings& s, double moles) {
    const double R = equilibrium_radius(s.scenario, moles, s.pressure());
    return R <= s.scenario.bubble.nucleus_radius ? 0.0 : R;
}

/// The gas diffuses as in a joint; the tissue restores what the liquid has lost or gained:
///   dc_i/dt = -(dn_i/dt)/V_l + (c_i0 - c_i)/tau
Rates rates(const Surroundings& s, const ResidualBubble& b) {
    const double R = b.radius, V = sphere_volume(R), tau = s.scenario.gas.tissue_exchange_time;
    Rates rate{Diffusion(s.scenario.gas).rates(R, V, b.gas_mol, b.dissolved, 1.0 / b.layer_age, 1.0, 1.0), {}};
    for (std::size_t i = 0; i < 3; ++i)
        rate.dissolved[i] = -rate.gas_mol[i] / s.liquid_volume + (s.tissue(i) - b.dissolved[i]) / tau;
    return rate;
}

/// A share of the fastest time in the equations: exchange of one gas, growth of the layer, exchange with the tissue.
double step_length(const Surroundings& s, const ResidualBubble& b) {
    double fastest = std::max(1.0 / s.scenario.gas.tissue_exchange_time, pi / b.layer_age);
    for (const GasSpecies& g : species(s.scenario.gas)) {
        const double conductance = 1.0 / b.radius + 1.0 / std::sqrt(g.diffusivity * b.layer_age);
        const double surface = g.diffusivity * conductance * b.radius;
        fastest = std::max({fastest, 3.0 * g.ostwald * surface / (b.radius * b.radius),
                            4.0 * pi * b.radius * surface / s.liquid_volume});
    }
    return 0.05 / fastest;
}

ResidualBubble moved(const Surroundings& s, const ResidualBubble& b, const Rates& rate, double dt) {
    ResidualBubble next = b;
    for (std::size_t i = 0; i < 3; ++i) {
        next.gas_mol[i] = std::max(0.0, b.gas_mol[i] + rate.gas_mol[i] * dt);
        next.dissolved[i] = b.dissolved[i] + rate.dissolved[i] * dt;
    }
    next.layer_age = b.layer_age + pi * dt;  // ds/dt = pi - 4 s U/R, with U = 0
    next.radius = resting_radius(s, total(next.gas_mol));
    return next;
}

/// Rests for `seconds` or until the bubble is gone; what is left of the time goes back into `seconds`. The midpoint
/// rule, second order: at a twentieth of the fastest time its error is below 1e-3 of what has changed.
void rest(const Surroundings& s, ResidualBubble& bubble, double& seconds) {
    while (seconds > 0.0 && bubble.radius > 0.0) {
        const double dt = std::min(seconds, step_length(s, bubble));
        const ResidualBubble middle = moved(s, bubble, rates(s, bubble), 0.5 * dt);
        if (middle.radius > 0.0)
            bubble = moved(s, bubble, rates(s, middle), dt);
        else
            bubble.radius = 0.0;
        seconds -= dt;
    }
}

/// Without a bubble: c_i goes to c_i0 like exp(-t/tau).
void restore(const Surroundings& s, ResidualBubble& bubble, double seconds) {
    const double kept = std::exp(-seconds / s.scenario.gas.tissue_exchange_time);
    for (std::size_t i = 0; i < 3; ++i) bubble.dissolved[i] = s.tissue(i) + (bubble.dissolved[i] - s.tissue(i)) * kept;
}

ResidualBubble at_rest(const Surroundings& s, const PocketStart& left) {
    return {left.moles, left.dissolved, left.layer_age, resting_radius(s, total(left.moles))};
}

}  // namespace

ResidualBubble residual_bubble(const Scenario& scenario, const std::array<double, 3>& gas_mol) {
    assert(row_of(scenario.kind).remembers && scenario.gas.model == GasModel::species);
    const Surroundings s{scenario, scenario.fluid.volume};
    ResidualBubble bubble;
    bubble.gas_mol = gas_mol;
    const auto at_first = initial_moles(scenario);
    for (std::size_t i = 0; i < 3; ++i)
        bubble.dissolved[i] = std::max(0.0, s.tissue(i) - (gas_mol[i] - at_first[i]) / s.liquid_volume);
    bubble.radius = resting_radius(s, total(gas_mol));
    return bubble;
}

ResidualBubble dissolved(const Scenario& scenario, ResidualBubble bubble, double seconds) {
    rest({scenario, scenario.fluid.volume}, bubble, seconds);
    return bubble;
}

JointStart rested(const Scenario& scenario, JointStart left, double seconds) {
    for (std::size_t k = 0; k < left.size(); ++k) {
        const Surroundings s{scenario, share_of(scenario, k) * scenario.fluid.volume};
        ResidualBubble bubble = at_rest(s, left[k]);
        double remaining = seconds;
        rest(s, bubble, remaining);
        if (bubble.radius > 0.0) {
            left[k] = {bubble.gas_mol, bubble.dissolved, bubble.layer_age};
            continue;
        }
        restore(s, bubble, remaining);
        left[k] = {{}, bubble.dissolved, PocketStart{}.layer_age};
    }
    return left;
}

double time_until_gone(const Scenario& scenario, const JointStart& left, double longest) {
    double until = 0.0;
    for (std::size_t k = 0; k < left.size(); ++k) {
        const Surroundings s{scenario, share_of(scenario, k) * scenario.fluid.volume};
        ResidualBubble bubble = at_rest(s, left[k]);
        double remaining = longest;
        rest(s, bubble, remaining);
        until = std::max(until, longest - std::max(remaining, 0.0));
    }
    return until;
}

double largest_residue(const Scenario& scenario, const JointStart& left) {
    double largest = 0.0;
    for (const PocketStart& p : left)
        largest = std::max(largest, equilibrium_radius(scenario, total(p.moles), scenario.joint.resting_pressure));
    return largest;
}

}  // namespace synovia
