#include "audio/core/grid.hpp"

#include <algorithm>
#include <array>

namespace synovia::audio {
namespace {

/// A function of its own, so that compilers vectorise it.
void add_pulse(const double* piece, double s, double strength, double* point) {
    constexpr std::size_t taps = SpreadTable::taps;
    std::array<double, taps> value;
    for (std::size_t j = 0; j < taps; ++j)
        value[j] = strength * (piece[j] + s * (piece[taps + j] + s * (piece[2 * taps + j] + s * piece[3 * taps + j])));
    for (std::size_t j = 0; j < taps; ++j) point[j] += value[j];
}

/// y[i] += sum_k taps[k] x[i + k]; elementwise, so any vector width gives the same bytes.
void correlate(const std::vector<double>& taps, const double* x, double* y, std::size_t count) {
    for (std::size_t k = 0; k < taps.size(); k += 4) {
        const double c0 = taps[k], c1 = taps[k + 1], c2 = taps[k + 2], c3 = taps[k + 3];
        const double* z = x + k;
        for (std::size_t i = 0; i < count; ++i) y[i] += c0 * z[i] + c1 * z[i + 1] + c2 * z[i + 2] + c3 * z[i + 3];
    }
}

}  // namespace

void add_node(Grid& grid, double place, double strength) {
    static const SpreadTable& table = spread_table();
    const auto sample = static_cast<std::size_t>(place);
    const double phase = (place - static_cast<double>(sample)) * static_cast<double>(SpreadTable::phases);
    const auto piece = static_cast<std::size_t>(phase);
    add_pulse(table.piece[piece].data(), phase - static_cast<double>(piece), strength,
              &grid.points[2 * (sample - grid.first)]);
}

Decimation::Decimation(const Decimator& decimator)
    : decimator_(decimator), even_(block + decimator.even.size()), odd_(even_.size()), y_(block) {}

std::span<const double> Decimation::outputs(const Grid& grid, std::size_t n, std::size_t count) {
    const double* points = &grid.points[2 * (n - grid.first)];
    for (std::size_t i = 0; i < count + decimator_.even.size(); ++i) {
        even_[i] = points[2 * i];
        odd_[i] = points[2 * i + 1];
    }
    std::fill(y_.begin(), y_.end(), 0.0);
    correlate(decimator_.even, even_.data(), y_.data(), count);
    correlate(decimator_.odd, odd_.data(), y_.data(), count);
    return {y_.data(), count};
}

}  // namespace synovia::audio
