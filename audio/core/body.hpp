// What a body does to a sound on its way out: a linear response that the renderer folds into its kernel.
#pragma once
#include <complex>
#include <functional>

namespace synovia::audio {

/// The response C(f), complex, of a body at one sample rate. Where its memory is long and ends like one exponential,
/// that is left to a recursion: y[n] = x[n] + feedback y[n-1], and `response` is what makes x, over within a sample.
struct BodyResponse {
    /// At the angular frequency w [rad/s]; z = exp(-i w T) is the delay of one sample T. Absent: 1, no body.
    std::function<std::complex<double>(double w, std::complex<double> z)> response;
    double memory_s = 0.0;  ///< how long the body remembers, to 1e-8 of what was
    double feedback = 0.0;  ///< from one sample to the next, 0 to below 1; 0: all of the memory is in `response`
};

/// A pulsating sphere's: one pole with its -3 dB corner there. Throws std::invalid_argument outside 1 Hz to 1 GHz.
BodyResponse one_pole(double corner_hz, double sample_rate_hz);

}  // namespace synovia::audio
