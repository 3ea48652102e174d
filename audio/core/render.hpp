// From source strength in continuous time to samples: p(n T) = sum over sources and nodes of gain h(n T - t - delay) w
// s.
#pragma once
#include <cstddef>
#include <optional>
#include <span>

#include "audio/core/signal.hpp"

namespace synovia::audio {

/// A monopole as a quadrature: integral of f(t) d2V/dt2 dt = sum of f(time) weighted_strength.
/// Several joints or takes are placed on one time line by their delays.
struct Source {
    std::span<const double> time_s;             ///< nodes, any order
    std::span<const double> weighted_strength;  ///< w d2V/dt2 [m3/s], same shape
    double gain_pa_s2_m3 = 1.0;                 ///< pressure at the listener per d2V/dt2, rho/(4 pi r)
    double delay_s = 0.0;                       ///< added to every time
};

struct RenderSettings {
    double sample_rate_hz = 48000.0;  ///< 44.1 kHz to 384 kHz
    double start_time_s = 0.0;        ///< of the first sample
    double duration_s = 0.5;
    std::optional<double> body_corner_hz;  ///< one-pole low pass of the body, c/(2 pi b); absent: none
};

/// Band-limited pressure at the listener [Pa], round(duration rate) samples; same input, same bytes.
/// Before its first and after its last node a source is silent; nodes outside the time line count only as far as the
/// kernel (and the body's memory) reaches into it.
/// Throws std::invalid_argument that lists every problem of the settings, and for nodes that are not finite.
Signal render(std::span<const Source> sources, const RenderSettings& settings);

/// How far before and after an instant the kernel reaches [s]: render this much earlier than the first node matters.
double kernel_reach_s(double sample_rate_hz);

/// The longest quadrature panel [s], with this many Gauss-Legendre nodes on it, that integrates the kernel's highest
/// frequency, half the sample rate, to -150 dB (see audio/README.md). Precondition: 2 to 64 nodes.
double max_panel_s(double sample_rate_hz, int nodes_per_panel = 8);

}  // namespace synovia::audio
