// The loudness of a crack in time, and the pulses in it.
#pragma once
#include <span>
#include <vector>

namespace synovia::audio {

/// Mean square under a Gaussian of this width, one value per sample; zeros beyond the ends.
std::vector<double> gaussian_power(std::span<const double> samples, double sample_rate_hz, double sigma_s);

/// Butterworth high pass of order 2, run forwards and backwards, so that it delays nothing: amplitudes are multiplied
/// by 1/(1 + (g/f)^4), g the corner, where f and g stand for tan(pi f/rate). Precondition: the corner is below half the
/// rate.
std::vector<double> zero_phase_high_pass(std::span<const double> samples, double sample_rate_hz, double corner_hz);

struct Pulse {
    double time_s;     ///< from the first sample
    double amplitude;  ///< of the envelope
};
/// Tops of the root-mean-square envelope (Gaussian, sigma 0.15 ms) of the sound high-passed at 800 Hz, within 10 ms of
/// its highest: at least -14 dB of it, at least 0.6 ms apart (the higher one stays), and standing at least 8 % of it
/// above the higher of the two valleys that part it from anything higher. In order of time.
std::vector<Pulse> crack_pulses(std::span<const double> samples, double sample_rate_hz);

}  // namespace synovia::audio
