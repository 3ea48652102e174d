// Shape-preserving cubic interpolation: no overshoot between the points of a measured record.
#pragma once
#include <span>

#include "solver/hermite_table.hpp"

namespace synovia {

/// Piecewise cubic Hermite through (x_i, y_i) with the limited harmonic-mean slopes of Fritsch & Butland,
/// SIAM J. Sci. Stat. Comput. 5, 300 (1984), limited one-sided slopes at the ends ("PCHIP"); constant outside.
/// Precondition: x strictly increasing, sizes equal, >= 2.
HermiteTable monotone_cubic(std::span<const double> x, std::span<const double> y);

}  // namespace synovia
