// The band-limited kernel that turns a source strength in continuous time into samples, in two factors:
// a short Kaiser-Bessel pulse that spreads each node over a grid of twice the sample rate, and a fixed low pass that
// decimates the grid. Their product is the Kaiser-windowed sinc of audio/README.md; the factors make it ten times
// cheaper.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "audio/core/body.hpp"

namespace synovia::audio {

inline constexpr double lowest_rate_hz = 44100.0;
inline constexpr double highest_rate_hz = 384000.0;
inline constexpr double kernel_attenuation_db = 150.0;

/// Where the kernel passes everything and where it passes nothing.
struct Band {
    double pass_hz;  ///< flat to 3e-8 below
    double stop_hz;  ///< -150 dB above: half the sample rate
};
/// The pass band reaches 20 kHz or 5/12 of the sample rate, whichever is more.
Band band(double sample_rate_hz);

/// First factor: values of the pulse for all positions of a node within a sample, as cubics. The same for every rate.
/// The pulse is ten grid points wide; starting every node on an even point, the twelve taps below hold it.
struct SpreadTable {
    static constexpr std::size_t taps = 12;    ///< grid points written for a node
    static constexpr std::size_t phases = 64;  ///< pieces per sample, two grid spacings
    static constexpr double ahead = 2.0;       ///< samples between the first tap and a node at position 0
    /// piece[p][c taps + j]: coefficient of s^c for tap j of a node at position (p + s)/phases, s in [0, 1).
    std::array<std::array<double, 4 * taps>, phases> piece;
};
const SpreadTable& spread_table();

/// Second factor: output n = sum_k even[k] g[2(n+k)] + odd[k] g[2(n+k)+1], where g[2n + centre]
/// is the grid point at the time of output n.
struct Decimator {
    std::vector<double> even, odd;  ///< equally long, a multiple of 4
    std::size_t centre;             ///< even
};

/// Designs the decimator, the body's response folded into it.
/// Precondition: the rate lies in [lowest_rate_hz, highest_rate_hz].
Decimator make_decimator(double sample_rate_hz, const BodyResponse& body);

}  // namespace synovia::audio
