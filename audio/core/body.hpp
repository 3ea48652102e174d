// What a body does to a sound on its way out: a linear response that the renderer folds into its kernel.
#pragma once
#include <complex>
#include <functional>

namespace synovia::audio {

struct BodyResponse {
    /// The response C(f) at the angular frequency w [rad/s]. Absent: 1, no body.
    std::function<std::complex<double>(double w)> response;
    double memory_s = 0.0;  ///< how long the body remembers, to 1e-8 of what was
};

}  // namespace synovia::audio
