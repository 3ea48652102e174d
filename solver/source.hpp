// The last physics type: the source strength d2V/dt2 as a quadrature over the solver's own steps, ready for any
// band-limited kernel: integral of f(t) d2V/dt2 dt = sum over nodes of f(time) weight strength.
#pragma once
#include <vector>

#include "solver/trajectory.hpp"

namespace synovia {

struct SourceStrength {
    std::vector<double> time;      ///< increasing [s]
    std::vector<double> weight;    ///< Gauss weight of the node [s]
    std::vector<double> strength;  ///< d2V/dt2 [m3/s2]
};

/// Eight Gauss-Legendre nodes per panel; panels are the solver steps, split so that none is longer than `max_panel`
/// [s]. Steps that are split are evaluated at five points and interpolated: the solution is a polynomial there.
SourceStrength source_strength(const Trajectory& trajectory, double max_panel);

/// Far-field pressure per source strength at the listener, rho/(4 pi r): air for a joint, the liquid for a free bubble.
/// [Pa per m3/s2]. Source: design of a compact monopole, Pierce, Acoustics; the density is that of the medium the
/// listener is in.
double pressure_per_strength(const Scenario& scenario);

/// Time the sound takes from the source to the listener, r/c [s].
double arrival_delay(const Scenario& scenario);

}  // namespace synovia
