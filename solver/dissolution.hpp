// After the pop: the bubbles that stay in the joint give their gas back to the tissue, over minutes.
#pragma once
#include <array>

#include "solver/joint_start.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// A bubble at rest, in mechanical equilibrium with the gap at resting pressure and the load of the faces on it
/// (gas.resting_load); only its gas changes.
struct ResidualBubble {
    std::array<double, 3> gas_mol{};    ///< CO2, N2, O2 in the bubble [mol]
    std::array<double, 3> dissolved{};  ///< concentrations around it [mol/m3]
    double layer_age = 1e-4;            ///< clock s of the diffusion layer [s]
    double radius = 0.0;                ///< [m]; 0: gone
};

/// The bubble that a pull with `gas_mol` in its bubble leaves behind once the joint, one pocket, is released. The
/// liquid around it has lost what the bubble gained since the pull began as `scenario` says, at most all that it had.
/// Precondition: a joint with gas.model = species, no negative amount.
ResidualBubble residual_bubble(const Scenario& scenario, const std::array<double, 3>& gas_mol);

/// The same bubble after `seconds` of rest. It is gone (radius 0) once it is no larger than `scenario`'s own nucleus,
/// which a skin or crevice keeps from dissolving.
ResidualBubble dissolved(const Scenario& scenario, ResidualBubble bubble, double seconds);

/// The gas of every pocket after `seconds` of rest: bubbles dissolve and are gone as above, the tissue restores the
/// liquid. `left`: Trajectory::left_over of a joint with these pockets and gas.model = species.
JointStart rested(const Scenario& scenario, JointStart left, double seconds);

/// Time until the last bubble of `left` is gone, at most `longest` [s].
double time_until_gone(const Scenario& scenario, const JointStart& left, double longest);

/// Radius of the largest bubble of `left` when the next pull begins, at resting pressure [m]; 0: all are gone.
double largest_residue(const Scenario& scenario, const JointStart& left);

}  // namespace synovia
