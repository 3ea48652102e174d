#include "audio/core/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "audio/core/problems.hpp"

namespace synovia::audio {
namespace {

void require_valid(const CutSettings& s) {
    Problems problems;
    problems.check("lead_s", s.lead_s, 0.0, longest_s);
    problems.check("onset_db", s.onset_db, -400.0, 0.0);
    problems.check("fade_s", s.fade_s, 0.0, longest_s);
    if (s.duration_s) problems.check("duration_s", *s.duration_s, 0.0, longest_s);
    problems.raise();
}

/// w = (1 - cos(pi i/n))/2 counted from the end, where i = 0.
void fade_out(std::vector<double>& samples, std::size_t n) {
    n = std::min(n, samples.size());
    for (std::size_t i = 0; i < n; ++i)
        samples[samples.size() - 1 - i] *=
            0.5 - 0.5 * std::cos(std::numbers::pi * static_cast<double>(i) / static_cast<double>(n));
}

}  // namespace

std::optional<std::size_t> onset_sample(const Signal& signal, double threshold_db) {
    const double threshold = sample_peak(signal) * std::pow(10.0, threshold_db / 20.0);
    const auto loud = [&](double x) { return x != 0.0 && std::abs(x) >= threshold; };
    const auto first = std::find_if(signal.samples.begin(), signal.samples.end(), loud);
    if (first == signal.samples.end()) return {};
    return static_cast<std::size_t>(first - signal.samples.begin());
}

Signal cut(const Signal& signal, const CutSettings& settings) {
    require_valid(settings);
    const auto count = [&](double seconds) { return std::llround(seconds * signal.sample_rate_hz); };
    const auto size = static_cast<long long>(signal.samples.size());
    const auto onset = onset_sample(signal, settings.onset_db);
    const long long begin = onset ? static_cast<long long>(*onset) - count(settings.lead_s) : 0;
    const long long length = settings.duration_s ? count(*settings.duration_s) : size - begin;
    const long long sounding = std::min(length, size - begin);

    Signal file{signal.sample_rate_hz, signal.start_time_s + static_cast<double>(begin) / signal.sample_rate_hz, {}};
    file.samples.reserve(static_cast<std::size_t>(length));
    for (long long n = begin; n < begin + sounding; ++n)
        file.samples.push_back(n < 0 ? 0.0 : signal.samples[static_cast<std::size_t>(n)]);
    fade_out(file.samples, static_cast<std::size_t>(count(settings.fade_s)));
    file.samples.resize(static_cast<std::size_t>(length));
    return file;
}

}  // namespace synovia::audio
