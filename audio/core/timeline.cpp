#include "audio/core/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <span>
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

std::span<const double> frames_from(const Signal& signal, std::size_t first) {
    return std::span(signal.samples).subspan(std::min(first, signal.frames()) * signal.channels);
}

/// `length` frames from `begin` on, which may lie before the first. In place: a long sound is not copied.
Signal part_of(Signal signal, long long begin, std::size_t length) {
    signal.start_time_s += static_cast<double>(begin) / signal.sample_rate_hz;
    auto& samples = signal.samples;
    const auto by = static_cast<std::ptrdiff_t>(std::abs(begin)) * static_cast<std::ptrdiff_t>(signal.channels);
    if (begin < 0)
        samples.insert(samples.begin(), static_cast<std::size_t>(by), 0.0);
    else
        samples.erase(samples.begin(), samples.begin() + by);
    samples.resize(length * signal.channels);
    return signal;
}

/// Frames behind the largest sample and what its height depends on.
std::size_t frames_behind_peak(const Signal& signal) {
    const auto top = std::max_element(signal.samples.begin(), signal.samples.end(),
                                      [](double a, double b) { return std::abs(a) < std::abs(b); });
    const auto at = static_cast<std::size_t>(top - signal.samples.begin()) / signal.channels;
    return signal.frames() - std::min(signal.frames(), at + 1 + guard_frames);
}

/// Ends the file while the sound goes on, whose whole has this peak, and behind the file this one.
void end_early(CutSound& file, double whole_peak, double rest_peak, std::size_t longest_fade) {
    file.report.fade_frames = std::min(longest_fade, frames_behind_peak(file.signal));
    const std::size_t faded_from = file.signal.frames() - file.report.fade_frames;
    const double lost = std::max(peak_of(frames_from(file.signal, faded_from)), rest_peak);
    file.report.left_out_db = decibels(lost / whole_peak);
    fade_out(file.signal, file.report.fade_frames);
}

}  // namespace

void fade_out(Signal& signal, std::size_t frames) {
    const std::size_t n = std::min(frames, signal.frames());
    for (std::size_t i = 0; i < n; ++i) {
        const double w = 0.5 - 0.5 * std::cos(std::numbers::pi * static_cast<double>(i) / static_cast<double>(n));
        for (std::size_t c = 0; c < signal.channels; ++c) signal.at(signal.frames() - 1 - i, c) *= w;
    }
}

std::optional<std::size_t> onset_frame(const Signal& signal, double threshold_db) {
    const double threshold = sample_peak(signal) * factor_of(threshold_db);
    const auto loud = [&](double x) { return x != 0.0 && std::abs(x) >= threshold; };
    const auto first = std::find_if(signal.samples.begin(), signal.samples.end(), loud);
    if (first == signal.samples.end()) return {};
    return static_cast<std::size_t>(first - signal.samples.begin()) / signal.channels;
}

CutSound cut(Signal signal, const CutSettings& settings) {
    require_valid(settings);
    const auto count = [&](double seconds) { return std::llround(seconds * signal.sample_rate_hz); };
    const auto onset = onset_frame(signal, settings.onset_db);
    const long long begin = onset ? static_cast<long long>(*onset) - count(settings.lead_s) : 0;
    const auto there = static_cast<std::size_t>(static_cast<long long>(signal.frames()) - begin);
    const std::size_t length = settings.duration_s ? static_cast<std::size_t>(count(*settings.duration_s)) : there;
    if (!onset) return {part_of(std::move(signal), 0, 0), {length, 0, CutReport{}.left_out_db}};

    const auto end = static_cast<std::size_t>(std::max(0LL, begin + static_cast<long long>(length)));
    const double whole_peak = sample_peak(signal), rest_peak = peak_of(frames_from(signal, end));
    const auto fade = static_cast<std::size_t>(count(settings.fade_s));
    CutSound file{part_of(std::move(signal), begin, std::min(length, there)), {}};
    file.report.silence_frames = length - file.signal.frames();
    if (rest_peak > 0.0) end_early(file, whole_peak, rest_peak, fade);
    return file;
}

}  // namespace synovia::audio
