#include "audio/core/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include "audio/core/level.hpp"
#include "audio/core/problems.hpp"

namespace synovia::audio {
namespace {

/// Frames behind the peak that no fade touches: what true_peak() takes a top between two samples from.
constexpr std::size_t guard_frames = 22;

void require_valid(const CutSettings& s) {
    Problems problems;
    problems.check("lead_s", s.lead_s, 0.0, longest_s);
    problems.check("onset_db", s.onset_db, -400.0, 0.0);
    problems.check("fade_s", s.fade_s, 0.0, longest_s);
    if (s.duration_s) problems.check("duration_s", *s.duration_s, 0.0, longest_s);
    problems.raise();
}

/// Frames behind the largest sample and what its height depends on; of silence none, it needs no fade.
std::size_t frames_behind_peak(const SparseSignal& signal) {
    if (signal.pieces.empty()) return 0;
    return signal.frames() - std::min(signal.frames(), peak_frame(signal) + 1 + guard_frames);
}

/// Ends the file while the sound goes on, whose whole has this peak, and behind the file this one.
void end_early(CutSound& file, double whole_peak, double rest_peak, std::size_t longest_fade) {
    file.report.fade_frames = std::min(longest_fade, frames_behind_peak(file.signal));
    const std::size_t faded_from = file.signal.frames() - file.report.fade_frames;
    const double lost = std::max(sample_peak(file.signal, faded_from), rest_peak);
    file.report.left_out_db = decibels(lost / whole_peak);
    fade_out(file.signal, file.report.fade_frames);
}

}  // namespace

void fade_out(SparseSignal& signal, std::size_t frames) {
    const std::size_t n = std::min(frames, signal.frames()), from = signal.frames() - n;
    for (Piece& piece : signal.pieces)
        for (std::size_t frame = std::max(from, piece.first); frame < signal.end_of(piece); ++frame) {
            const double i = static_cast<double>(signal.frames() - 1 - frame) / static_cast<double>(n);
            const double w = 0.5 - 0.5 * std::cos(std::numbers::pi * i);
            for (std::size_t c = 0; c < signal.channels; ++c)
                piece.samples[(frame - piece.first) * signal.channels + c] *= w;
        }
}

std::optional<std::size_t> onset_frame(const SparseSignal& signal, double threshold_db) {
    const double threshold = sample_peak(signal) * factor_of(threshold_db);
    const auto loud = [&](double x) { return x != 0.0 && std::abs(x) >= threshold; };
    for (const Piece& piece : signal.pieces)
        if (const auto first = std::find_if(piece.samples.begin(), piece.samples.end(), loud);
            first != piece.samples.end())
            return piece.first + static_cast<std::size_t>(first - piece.samples.begin()) / signal.channels;
    return {};
}

CutSound cut(SparseSignal signal, const CutSettings& settings) {
    require_valid(settings);
    const auto count = [&](double seconds) {
        return static_cast<std::ptrdiff_t>(std::llround(seconds * signal.sample_rate_hz));
    };
    const auto onset = onset_frame(signal, settings.onset_db);
    const std::ptrdiff_t begin = onset ? static_cast<std::ptrdiff_t>(*onset) - count(settings.lead_s) : 0;
    const std::ptrdiff_t there = static_cast<std::ptrdiff_t>(signal.frames()) - begin;
    const auto length = static_cast<std::size_t>(settings.duration_s ? count(*settings.duration_s) : there);
    const auto end = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, begin + static_cast<std::ptrdiff_t>(length)));
    const double whole_peak = sample_peak(signal), rest_peak = sample_peak(signal, end);
    const auto fade = static_cast<std::size_t>(count(settings.fade_s));
    CutSound file{part_of(std::move(signal), begin, length), {}};
    if (!onset) file.signal.pieces.clear();
    if (rest_peak > 0.0) end_early(file, whole_peak, rest_peak, fade);
    return file;
}

}  // namespace synovia::audio
