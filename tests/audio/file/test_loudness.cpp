#include "audio/file/loudness.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

/// 997 Hz, `seconds` long, in each of the channels.
Signal tone(double seconds, double amplitude, std::size_t channels = 1, double rate = 48000.0) {
    Signal signal{rate, 0.0, {}, channels};
    for (int n = 0; n < seconds * rate; ++n)
        signal.samples.insert(signal.samples.end(), channels,
                              amplitude * std::sin(2.0 * std::numbers::pi * 997.0 * n / rate));
    return signal;
}

/// With silence behind it.
SparseSignal longer(SparseSignal sound, std::size_t frames) {
    sound.length += frames;
    return sound;
}

}  // namespace

TEST_CASE("997 Hz at full scale is -3.01 LUFS in one channel, twice the power in two, at every rate") {
    // ITU-R BS.1770-4, Annex 1. The filter's start-up and the rates' own coefficients: 0.02 LU.
    for (const double rate : {44100.0, 48000.0, 96000.0}) {
        CAPTURE(rate);
        CHECK(std::abs(*loudness(tone(5.0, 1.0, 1, rate)).integrated_lufs + 3.01) < 0.02);
        CHECK(std::abs(*loudness(tone(5.0, 0.1, 2, rate)).integrated_lufs + 20.0) < 0.02);
    }
}

TEST_CASE("silence behind a sound lowers nothing that is gated, and makes a short one long enough") {
    const SparseSignal sound = tone(3.5, 0.1);
    CHECK(*loudness(longer(sound, 480000)).integrated_lufs == near(*loudness(sound).integrated_lufs, 0.01));
    CHECK(*loudness(longer(sound, 480000)).momentary_lufs == near(*loudness(sound).momentary_lufs, 1e-6));
    CHECK_FALSE(loudness(tone(0.2, 0.1)).momentary_lufs);
    // Half of a window of 400 ms: 3.01 LU less.
    CHECK(std::abs(*loudness(longer(tone(0.2, 0.1), 9600)).momentary_lufs + 26.02) < 0.03);
}

TEST_CASE("what is skipped of a long silence between two sounds changes no figure") {
    for (const std::size_t gap : {std::size_t{2000}, std::size_t{150'001}, std::size_t{1'000'123}}) {
        CAPTURE(gap);
        SparseSignal apart = longer(tone(3.5, 0.1), gap);
        apart.pieces.push_back({apart.length, tone(1.0, 0.02).samples});
        apart.length += 48000;
        const Loudness sparse = loudness(apart), whole = loudness(dense(apart));
        CHECK(*sparse.integrated_lufs == near(*whole.integrated_lufs, 1e-9));
        CHECK(*sparse.range_lu == near(*whole.range_lu, 1e-9));
        CHECK(*sparse.momentary_lufs == near(*whole.momentary_lufs, 1e-9));
        CHECK(*sparse.short_term_lufs == near(*whole.short_term_lufs, 1e-9));
    }
}

TEST_CASE("what is too short, too quiet or silent has no loudness") {
    const Loudness brief = loudness(tone(0.39, 0.5));
    CHECK_FALSE(brief.integrated_lufs);
    CHECK_FALSE(brief.momentary_lufs);
    CHECK_FALSE(brief.range_lu);
    CHECK(loudness(tone(0.41, 0.5)).integrated_lufs);
    CHECK_FALSE(loudness(tone(1.0, 1e-4)).integrated_lufs);
    CHECK_FALSE(loudness(SparseSignal(48000.0, 0.0, 1, 96000)).momentary_lufs);
    CHECK_FALSE(loudness(SparseSignal()).integrated_lufs);
}
