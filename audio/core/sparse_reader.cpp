#include "audio/core/sparse_reader.hpp"

#include <algorithm>

namespace synovia::audio {

std::span<double> SparseReader::next(std::span<double> block) noexcept {
    const std::size_t channels = signal_->channels;
    const std::size_t end = std::min(frame_ + block.size() / channels, signal_->frames());
    const auto read = block.first((end - frame_) * channels);
    std::fill(read.begin(), read.end(), 0.0);
    for (; piece_ < signal_->pieces.size() && signal_->pieces[piece_].first < end; ++piece_) {
        copy(signal_->pieces[piece_], end, read);
        if (signal_->end_of(signal_->pieces[piece_]) > end) break;
    }
    frame_ = end;
    return read;
}

void SparseReader::copy(const Piece& piece, std::size_t end, std::span<double> block) const noexcept {
    const std::size_t channels = signal_->channels;
    const std::size_t from = std::max(piece.first, frame_), to = std::min(signal_->end_of(piece), end);
    const auto samples = std::span(piece.samples).subspan((from - piece.first) * channels, (to - from) * channels);
    std::copy(samples.begin(), samples.end(), block.subspan((from - frame_) * channels).begin());
}

}  // namespace synovia::audio
