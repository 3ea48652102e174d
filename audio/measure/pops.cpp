#include "audio/measure/pops.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace synovia::audio {
namespace {

constexpr double step_s = 0.25e-3;
constexpr double window_s = 6e-3;
constexpr double threshold = 0.01;  // -20 dB of the highest power
constexpr double fall = 0.25;       // -6 dB

/// Steps of a quarter of a millisecond on the signal's time line, counted from its start.
class Steps {
public:
    explicit Steps(double sample_rate_hz)
        : length_s_(std::max(step_s, 1.0 / sample_rate_hz)), samples_(length_s_ * sample_rate_hz) {}

    double length_s() const { return length_s_; }
    /// The first sample of a step.
    std::size_t begin(std::size_t step) const {
        return static_cast<std::size_t>(std::floor(static_cast<double>(step) * samples_));
    }
    /// The step that a sample lies in.
    std::size_t of(std::size_t sample) const {
        auto step = static_cast<std::size_t>(static_cast<double>(sample) / samples_);
        while (begin(step) > sample) --step;
        while (begin(step + 1) <= sample) ++step;
        return step;
    }

private:
    double length_s_, samples_;
};

/// Power in the steps from `first` on.
struct Envelope {
    std::size_t first = 0;
    std::vector<double> power;
};

/// Silence around what sounds, wide enough for the window to fall to nothing.
std::size_t steps_around(const Steps& steps) {
    return static_cast<std::size_t>(std::max(1L, std::lround(window_s / 2.0 / steps.length_s()))) + 1;
}

/// Where something sounds, in steps; what lies within the window of each other is one.
std::vector<Envelope> silent_envelopes(const SparseSignal& signal, const Steps& steps) {
    const std::size_t around = steps_around(steps);
    std::vector<Envelope> all;
    for (const Piece& piece : signal.pieces) {
        const std::size_t start = steps.of(piece.first), first = start - std::min(start, around);
        const std::size_t last = std::min(steps.of(signal.end_of(piece) - 1) + around, steps.of(signal.frames() - 1));
        if (all.empty() || all.back().first + all.back().power.size() < first) all.push_back({first, {}});
        all.back().power.resize(last + 1 - all.back().first);
    }
    return all;
}

/// Adds the energy of a piece to the steps it touches.
void add_energy(const Piece& piece, const Steps& steps, Envelope& envelope) {
    std::size_t step = steps.of(piece.first), end = steps.begin(step + 1);
    for (std::size_t i = 0; i < piece.samples.size(); ++i) {
        if (piece.first + i == end) end = steps.begin(++step + 1);
        envelope.power[step - envelope.first] += piece.samples[i] * piece.samples[i];
    }
}

/// Mean square of each step.
std::vector<Envelope> step_power(const SparseSignal& signal, const Steps& steps) {
    std::vector<Envelope> all = silent_envelopes(signal, steps);
    auto envelope = all.begin();
    for (const Piece& piece : signal.pieces) {
        while (steps.of(piece.first) >= envelope->first + envelope->power.size()) ++envelope;
        add_energy(piece, steps, *envelope);
    }
    for (Envelope& one : all)
        for (std::size_t k = 0; k < one.power.size(); ++k) {
            const std::size_t end = std::min(steps.begin(one.first + k + 1), signal.frames());
            one.power[k] /= static_cast<double>(end - steps.begin(one.first + k));
        }
    return all;
}

/// Weights every point and its neighbours with a Hann window; zeros beyond the ends.
Envelope smooth(const Envelope& rough, const Steps& steps) {
    const auto reach = std::max<std::ptrdiff_t>(1, std::lround(window_s / 2.0 / steps.length_s()));
    const auto size = static_cast<std::ptrdiff_t>(rough.power.size());
    std::vector<double> window;
    for (std::ptrdiff_t j = 0; j <= reach; ++j)
        window.push_back(0.5 + 0.5 * std::cos(std::numbers::pi * static_cast<double>(j) / static_cast<double>(reach)));
    Envelope envelope{rough.first, std::vector<double>(rough.power.size())};
    for (std::ptrdiff_t i = 0; i < size; ++i)
        for (std::ptrdiff_t j = std::max<std::ptrdiff_t>(-reach, -i); j <= reach && i + j < size; ++j)
            envelope.power[static_cast<std::size_t>(i)] +=
                window[static_cast<std::size_t>(std::abs(j))] * rough.power[static_cast<std::size_t>(i + j)];
    return envelope;
}

/// Climbs to a top until the power has fallen by 6 dB from it, then descends until it has risen by 6 dB again.
class Tops {
public:
    struct Point {
        std::size_t step = 0;
        double power = 0.0;
    };

    void add(const Point& point) {
        if (climbing_ ? point.power > extreme_.power : point.power < extreme_.power) extreme_ = point;
        if (climbing_ ? point.power >= fall * extreme_.power : fall * point.power <= extreme_.power) return;
        if (climbing_) tops_.push_back(extreme_);
        climbing_ = !climbing_;
        extreme_ = point;
    }
    /// All of them, once every point has been added.
    std::vector<Point> all() {
        if (climbing_) tops_.push_back(extreme_);
        climbing_ = false;
        return tops_;
    }

private:
    bool climbing_ = true;
    Point extreme_;
    std::vector<Point> tops_;
};

}  // namespace

std::vector<double> find_pops(const SparseSignal& signal) {
    assert(signal.channels == 1);
    const Steps steps(signal.sample_rate_hz);
    Tops tops;
    double highest = 0.0;
    for (const Envelope& rough : step_power(signal, steps)) {
        const Envelope envelope = smooth(rough, steps);
        for (std::size_t k = 0; k < envelope.power.size(); ++k) {
            highest = std::max(highest, envelope.power[k]);
            tops.add({envelope.first + k, envelope.power[k]});
        }
    }
    std::vector<double> times;
    // A step may be longer than all there is.
    const double last_s = (static_cast<double>(signal.frames()) - 1.0) / signal.sample_rate_hz;
    for (const Tops::Point& top : tops.all())
        if (highest > 0.0 && top.power >= threshold * highest)
            times.push_back(std::min((static_cast<double>(top.step) + 0.5) * steps.length_s(), last_s));
    return times;
}

std::vector<double> find_pops(std::span<const double> samples, double sample_rate_hz) {
    return find_pops(Signal{sample_rate_hz, 0.0, {samples.begin(), samples.end()}});
}

}  // namespace synovia::audio
