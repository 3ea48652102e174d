#include "audio/file/loudness.hpp"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <new>
#include <vector>

namespace synovia::audio {
namespace {

struct Destroy {
    void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
};
using State = std::unique_ptr<ebur128_state, Destroy>;

constexpr double momentary_s = 0.4, short_term_s = 3.0, step_s = 0.1;

State make_state(const SparseSignal& signal) {
    State state(ebur128_init(static_cast<unsigned>(signal.channels),
                             static_cast<unsigned long>(std::lround(signal.sample_rate_hz)),
                             EBUR128_MODE_I | EBUR128_MODE_LRA));
    if (!state) throw std::bad_alloc();
    return state;
}

std::optional<double> finite(double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; }

/// Windows move on by a tenth of a second, three quarters over each other (BS.1770).
class Meter {
public:
    explicit Meter(const SparseSignal& signal)
        : state_(make_state(signal)),
          channels_(signal.channels),
          step_(static_cast<std::size_t>(std::max(1L, std::lround(step_s * signal.sample_rate_hz)))) {}

    void add(std::span<const double> samples) {
        for (std::size_t n = 0; n < samples.size(); n += step_ * channels_) {
            const std::size_t count = std::min(step_ * channels_, samples.size() - n);
            if (ebur128_add_frames_double(state_.get(), &samples[n], count / channels_) != EBUR128_SUCCESS)
                throw std::bad_alloc();
            frames_ += count / channels_;
            look();
        }
    }

    /// Beyond the longest window silence changes nothing: the gate leaves it out. What is skipped are whole seconds, in
    /// which the windows of the range move on, so that those behind it lie where they would.
    void add_silence(std::size_t frames) {
        const std::size_t second = 10 * step_, longest = 3 * second;
        if (frames > longest) frames = longest + (frames - longest) % second;
        add(std::vector<double>(frames * channels_));
    }

    Loudness result() const {
        Loudness result{{}, {}, finite(momentary_), finite(short_term_)};
        double value = 0.0;
        if (reached(momentary_s) && ebur128_loudness_global(state_.get(), &value) == EBUR128_SUCCESS)
            result.integrated_lufs = finite(value);
        if (result.integrated_lufs && reached(short_term_s) &&
            ebur128_loudness_range(state_.get(), &value) == EBUR128_SUCCESS)
            result.range_lu = finite(value);
        return result;
    }

private:
    /// Is a window this long full?
    bool reached(double seconds) const {
        return static_cast<double>(frames_) >= seconds * static_cast<double>(state_->samplerate);
    }
    void look() {
        double value = 0.0;
        if (reached(momentary_s) && ebur128_loudness_momentary(state_.get(), &value) == EBUR128_SUCCESS)
            momentary_ = std::max(momentary_, value);
        if (reached(short_term_s) && ebur128_loudness_shortterm(state_.get(), &value) == EBUR128_SUCCESS)
            short_term_ = std::max(short_term_, value);
    }

    State state_;
    std::size_t channels_, step_;
    std::size_t frames_ = 0;
    double momentary_ = -std::numeric_limits<double>::infinity();
    double short_term_ = -std::numeric_limits<double>::infinity();
};

}  // namespace

Loudness loudness(const SparseSignal& signal) {
    Meter meter(signal);
    std::size_t frame = 0;
    for (const Piece& piece : signal.pieces) {
        meter.add_silence(piece.first - frame);
        meter.add(piece.samples);
        frame = signal.end_of(piece);
    }
    meter.add_silence(signal.frames() - frame);
    return meter.result();
}

}  // namespace synovia::audio
