// From source strength in continuous time to samples, one channel after the other:
// p(n T) = sum over monopoles and nodes of gain h(n T - t - delay) w s.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "audio/core/body.hpp"
#include "audio/core/kernel.hpp"
#include "audio/core/signal.hpp"

namespace synovia::audio {

/// From a monopole to one channel.
struct Path {
    double gain_pa_s2_m3 = 1.0;  ///< pressure at the listener per d2V/dt2, rho/(4 pi r)
    double delay_s = 0.0;        ///< added to every time
};

/// A monopole as a quadrature: integral of f(t) d2V/dt2 dt = sum of f(time) weighted_strength.
/// Several joints or takes are placed on one time line by their delays.
struct Monopole {
    std::span<const double> time_s;             ///< nodes, any order
    std::span<const double> weighted_strength;  ///< w d2V/dt2 [m3/s], same shape
    std::vector<Path> paths{Path{}};            ///< one for each channel
};

struct TimeLine {
    double start_time_s = 0.0;  ///< of the first sample
    double duration_s = 0.5;
    std::size_t channels = 1;
};

/// Renders at one rate through one body. It designs its filter once, with the first node that it has to render, so keep
/// it from block to block and from take to take. Not for two threads at once.
class Renderer {
public:
    /// Throws std::invalid_argument for a rate outside 44.1 kHz to 384 kHz.
    explicit Renderer(double sample_rate_hz = 48000.0, BodyResponse body = {});

    /// Band-limited pressure at the listener [Pa], round(duration rate) frames; same input, same bytes, whatever was
    /// rendered before. Before its first and after its last node a monopole is silent; nodes outside the time line
    /// count only as far as the kernel (and the body's memory) reaches into it. Time and room for the grid are those of
    /// the stretches where something sounds. Throws std::invalid_argument that lists every problem of the time line,
    /// and for a monopole with numbers that are not finite or with paths to other than its channels.
    Signal render(std::span<const Monopole> monopoles, const TimeLine& line);
    /// Adds the same to a signal of the renderer's rate, so that monopoles behind other bodies may be in it already.
    /// Costs what sounds, however long the signal is. Throws for monopoles as render() does.
    void add(std::span<const Monopole> monopoles, Signal& signal);

    double sample_rate_hz() const { return sample_rate_hz_; }
    /// How long after its last node a monopole is heard [s].
    double tail_s() const;

private:
    const Decimator& decimator();

    double sample_rate_hz_;
    BodyResponse body_;
    std::optional<Decimator> decimator_;
};

/// How far before and after an instant the kernel reaches [s]: render this much earlier than the first node matters.
double kernel_reach_s(double sample_rate_hz);

/// The longest quadrature panel [s], with this many Gauss-Legendre nodes on it, that integrates the kernel's highest
/// frequency, half the sample rate, to -150 dB (see audio/README.md). Precondition: 2 to 64 nodes.
double max_panel_s(double sample_rate_hz, int nodes_per_panel = 8);

}  // namespace synovia::audio
