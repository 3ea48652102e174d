// A sparse signal read from its beginning to its end, silence included, a block at a time.
#pragma once
#include <cstddef>
#include <span>

#include "audio/core/sparse_signal.hpp"

namespace synovia::audio {

/// The signal must stay as long as it, and unchanged.
class SparseReader {
public:
    explicit SparseReader(const SparseSignal& signal) : signal_(&signal) {}

    /// Fills the block (whole frames) with the next frames and returns what of it the signal still had: all but at its
    /// end. Real-time code.
    std::span<double> next(std::span<double> block) noexcept;
    /// Frames read so far.
    std::size_t frame() const noexcept { return frame_; }

private:
    void copy(const Piece& piece, std::size_t end, std::span<double> block) const noexcept;

    const SparseSignal* signal_;
    std::size_t frame_ = 0, piece_ = 0;
};

}  // namespace synovia::audio
