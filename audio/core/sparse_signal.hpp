// A sound that is silent but for its pieces: it costs what sounds, however long it is.
#pragma once
#include <cstddef>
#include <vector>

#include "audio/core/signal.hpp"

namespace synovia::audio {

/// Frames from `first` on; channels interleaved.
struct Piece {
    std::size_t first = 0;
    std::vector<double> samples;
};

/// Between pieces there is silence. Two of them lie further apart than any filter of this library reaches between
/// samples (22 frames), so that what is measured piece by piece is true of the whole.
struct SparseSignal {
    SparseSignal() = default;
    SparseSignal(double rate_hz, double start_s, std::size_t channel_count, std::size_t frame_count);  ///< silence
    SparseSignal(Signal dense);                                                                        ///< one piece

    double sample_rate_hz = 48000.0;
    double start_time_s = 0.0;
    std::size_t channels = 1;
    std::size_t length = 0;     ///< frames, silent ones included
    std::vector<Piece> pieces;  ///< in order, within the length

    std::size_t frames() const { return length; }
    /// One behind the last frame of a piece.
    std::size_t end_of(const Piece& piece) const { return piece.first + piece.samples.size() / channels; }
};

/// All of it, silence included.
Signal dense(const SparseSignal& signal);
/// One channel alone. Precondition: there is such a channel.
SparseSignal channel(const SparseSignal& signal, std::size_t index);
/// Adds frames at the end, in the piece that ends there or in a new one. `samples` are whole frames.
void append(SparseSignal& signal, std::span<const double> samples);
/// `count` frames from `begin` on, which may lie before the first; what lies beyond the last is silent.
SparseSignal part_of(SparseSignal signal, std::ptrdiff_t begin, std::size_t count);
/// Largest magnitude among the samples of all channels, from a frame on; 0 for silence.
double sample_peak(const SparseSignal& signal, std::size_t from_frame = 0);
/// The frame of the largest sample, the first of several; 0 for silence.
std::size_t peak_frame(const SparseSignal& signal);

}  // namespace synovia::audio
