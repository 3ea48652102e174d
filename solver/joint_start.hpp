// What the last pull leaves in a joint for the next one.
#pragma once
#include <array>
#include <vector>

namespace synovia {

/// The gas of one pocket.
struct PocketStart {
    std::array<double, 3> moles{};      ///< CO2, N2, O2 in the bubble [mol]; none: the nucleus
    std::array<double, 3> dissolved{};  ///< in the liquid around it [mol/m3]
    double layer_age = 1e-4;            ///< clock s of the diffusion layer [s]
};

/// In the order of the shares; empty: a rested joint.
using JointStart = std::vector<PocketStart>;

}  // namespace synovia
