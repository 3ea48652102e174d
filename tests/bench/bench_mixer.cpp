// How long the sound card's callback takes for a block of 256 frames; at 48 kHz it has 5.3 ms for that.
#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <memory>
#include <vector>

#include "audio/live/mixer.hpp"

namespace synovia::bench {
namespace {

constexpr std::size_t block_frames = 256, blocks = 1800;  // with every mixer, 10 s at 48 kHz

const std::vector<float>& ringing() {
    static const std::vector<float> sound = [] {
        std::vector<float> samples(block_frames * (blocks + 1));
        for (std::size_t n = 0; n < samples.size(); ++n) samples[n] = std::sin(0.2F * static_cast<float>(n));
        return samples;
    }();
    return sound;
}

/// A mixer with a tape, and orders of which none ends before it does.
class Band {
public:
    void send(audio::Order::Kind kind, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) mixer_->send({kind, next_id_++, ringing()});
    }
    void hear() {
        for (audio::Receipt receipt; mixer_->receive(receipt);) continue;
    }
    void fill() {
        mixer_->fill(block_.data(), block_.size());
        benchmark::DoNotOptimize(block_.data());
    }

private:
    std::unique_ptr<audio::Mixer> mixer_ = std::make_unique<audio::Mixer>(ringing().size());
    std::array<float, block_frames> block_{};
    std::uint64_t next_id_ = 0;
};

void fill_with_voices(benchmark::State& state) {
    auto band = std::make_unique<Band>();
    std::size_t played = blocks;
    for (auto _ : state) {
        if (played++ == blocks) {
            state.PauseTiming();
            band = std::make_unique<Band>();
            band->send(audio::Order::Kind::sound, static_cast<std::size_t>(state.range(0)));
            played = 0;
            state.ResumeTiming();
        }
        band->fill();
    }
}
BENCHMARK(fill_with_voices)->Arg(0)->Arg(1)->Arg(audio::polyphony)->Unit(benchmark::kMicrosecond);

/// Sixteen voices begin and as many fade, beside a pull in the hand: it cannot become more.
void fill_at_the_worst(benchmark::State& state) {
    auto band = std::make_unique<Band>();
    std::size_t played = blocks;
    for (auto _ : state) {
        state.PauseTiming();
        if (played++ == blocks) {
            band = std::make_unique<Band>();
            band->send(audio::Order::Kind::stream, 1);
            band->send(audio::Order::Kind::sound, audio::polyphony);
            band->fill();
            played = 1;
        }
        band->hear();
        band->send(audio::Order::Kind::sound, audio::polyphony);
        state.ResumeTiming();
        band->fill();
    }
}
BENCHMARK(fill_at_the_worst)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace synovia::bench
