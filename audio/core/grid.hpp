// The grid of twice the sample rate between a monopole and the samples: spread onto, then decimated. Internal.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "audio/core/kernel.hpp"

namespace synovia::audio {

/// Where instants lie on the grid. Places are counted in samples, two grid points each.
struct Raster {
    double origin_s;
    double sample_rate_hz;
    double end;  ///< places are below this

    /// Place of the first of the twelve grid points of a node at `t` seconds; beyond [0, end) where it reaches nothing.
    double place(double t) const { return (t - origin_s) * sample_rate_hz - SpreadTable::ahead; }
    bool holds(double place) const { return place >= 0.0 && place < end; }
};

/// A stretch of the grid; its first point lies at the place `first`.
struct Grid {
    std::size_t first;
    std::vector<double> points;
};

/// Adds the pulse of a node to twelve points, times `strength`. Precondition: the grid holds them.
void add_node(Grid& grid, double place, double strength);

/// Low-passes the grid, a block at a time, and keeps one point per sample.
class Decimation {
public:
    static constexpr std::size_t block = 1024;  ///< stays in the first-level cache

    explicit Decimation(const Decimator& decimator);
    /// The outputs [n, n + count) of the grid, count up to `block`; valid until the next call. Precondition: the grid
    /// holds the points that they need.
    std::span<const double> outputs(const Grid& grid, std::size_t n, std::size_t count);

private:
    const Decimator& decimator_;
    std::vector<double> even_, odd_, y_;
};

}  // namespace synovia::audio
