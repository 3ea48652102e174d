// After the pop: the bubble that stays in the joint gives its gas back to the tissue, over minutes.
#pragma once
#include <array>

#include "solver/scenario.hpp"

namespace synovia {

/// The bubble at rest, in mechanical equilibrium with the gap at resting pressure; only its gas changes.
struct ResidualBubble {
    std::array<double, 3> gas_mol{};    ///< CO2, N2, O2 in the bubble [mol]
    std::array<double, 3> dissolved{};  ///< concentrations around it [mol/m3]
    double layer_age = 1e-4;            ///< clock s of the diffusion layer [s]
    double radius = 0.0;                ///< [m]; 0: gone
};

/// How fast the tissue restores the gas dissolved in the gap, nominal [s] (proposed, solver/README.md).
inline constexpr double tissue_exchange_time = 600.0;

/// The bubble that a pull with `gas_mol` in its bubble leaves behind once the joint is released. The liquid around it
/// has lost what the bubble gained since the pull began as `scenario` says, at most all that it had. Precondition: a
/// joint with gas.model = species, no negative amount.
ResidualBubble residual_bubble(const Scenario& scenario, const std::array<double, 3>& gas_mol);

/// The same bubble after `seconds` of rest. It is gone (radius 0) once it is no larger than `scenario`'s own nucleus,
/// which a skin or crevice keeps from dissolving.
ResidualBubble dissolved(const Scenario& scenario, ResidualBubble bubble, double seconds,
                         double exchange_time = tissue_exchange_time);

}  // namespace synovia
