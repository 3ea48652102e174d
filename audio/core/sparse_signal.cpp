#include "audio/core/sparse_signal.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace synovia::audio {
namespace {

std::size_t as_size(std::ptrdiff_t n) { return static_cast<std::size_t>(n); }

/// The frames of a piece within [begin, begin + count), counted from there.
Piece clipped(Piece piece, std::size_t channels, std::ptrdiff_t begin, std::size_t count) {
    auto& samples = piece.samples;
    const auto first = static_cast<std::ptrdiff_t>(piece.first) - begin;
    const auto end = first + static_cast<std::ptrdiff_t>(samples.size() / channels);
    const auto last = std::min(end, static_cast<std::ptrdiff_t>(count));
    if (last <= std::max<std::ptrdiff_t>(first, 0)) return {};
    samples.resize(as_size(last - first) * channels);
    if (first >= 0) return {as_size(first), std::move(samples)};
    samples.erase(samples.begin(), samples.begin() - first * static_cast<std::ptrdiff_t>(channels));
    return {0, std::move(samples)};
}

}  // namespace

SparseSignal::SparseSignal(double rate_hz, double start_s, std::size_t channel_count, std::size_t frame_count)
    : sample_rate_hz(rate_hz), start_time_s(start_s), channels(channel_count), length(frame_count) {}

SparseSignal::SparseSignal(Signal dense)
    : SparseSignal(dense.sample_rate_hz, dense.start_time_s, dense.channels, dense.channels > 0 ? dense.frames() : 0) {
    if (length > 0) pieces.push_back({0, std::move(dense.samples)});
}

Signal dense(const SparseSignal& signal) {
    Signal all{signal.sample_rate_hz, signal.start_time_s, std::vector<double>(signal.length * signal.channels),
               signal.channels};
    for (const Piece& piece : signal.pieces)
        std::copy(piece.samples.begin(), piece.samples.end(),
                  all.samples.begin() + static_cast<std::ptrdiff_t>(piece.first * signal.channels));
    return all;
}

SparseSignal channel(const SparseSignal& signal, std::size_t index) {
    assert(index < signal.channels);
    SparseSignal one(signal.sample_rate_hz, signal.start_time_s, 1, signal.length);
    for (const Piece& piece : signal.pieces) {
        Piece& part = one.pieces.emplace_back(Piece{piece.first, {}});
        part.samples.reserve(piece.samples.size() / signal.channels);
        for (std::size_t i = index; i < piece.samples.size(); i += signal.channels)
            part.samples.push_back(piece.samples[i]);
    }
    return one;
}

void append(SparseSignal& signal, std::span<const double> samples) {
    assert(samples.size() % signal.channels == 0);
    if (samples.empty()) return;
    if (signal.pieces.empty() || signal.end_of(signal.pieces.back()) < signal.length)
        signal.pieces.push_back({signal.length, {}});
    signal.pieces.back().samples.insert(signal.pieces.back().samples.end(), samples.begin(), samples.end());
    signal.length += samples.size() / signal.channels;
}

SparseSignal part_of(SparseSignal signal, std::ptrdiff_t begin, std::size_t count) {
    std::vector<Piece> kept;
    for (Piece& piece : signal.pieces)
        if (Piece part = clipped(std::move(piece), signal.channels, begin, count); !part.samples.empty())
            kept.push_back(std::move(part));
    signal.start_time_s += static_cast<double>(begin) / signal.sample_rate_hz;
    signal.length = count;
    signal.pieces = std::move(kept);
    return signal;
}

double sample_peak(const SparseSignal& signal, std::size_t from_frame) {
    double peak = 0.0;
    for (const Piece& piece : signal.pieces) {
        const std::size_t skipped = (std::max(from_frame, piece.first) - piece.first) * signal.channels;
        if (skipped < piece.samples.size()) peak = std::max(peak, peak_of(std::span(piece.samples).subspan(skipped)));
    }
    return peak;
}

std::size_t peak_frame(const SparseSignal& signal) {
    double peak = 0.0;
    std::size_t frame = 0;
    for (const Piece& piece : signal.pieces) {
        const auto top = std::max_element(piece.samples.begin(), piece.samples.end(),
                                          [](double a, double b) { return std::abs(a) < std::abs(b); });
        if (top == piece.samples.end() || std::abs(*top) <= peak) continue;
        peak = std::abs(*top);
        frame = piece.first + static_cast<std::size_t>(top - piece.samples.begin()) / signal.channels;
    }
    return frame;
}

}  // namespace synovia::audio
