#include "audio/measure/measure.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

constexpr double pi = std::numbers::pi;

/// Silence until 50 ms, then exp(-t/tau) sin(2 pi f t), plus an offset.
Signal ring(double f, double tau, double rate = 48000.0, double length = 0.5, double offset = 0.0) {
    Signal signal{rate, 0.0, {}};
    for (int n = 0; n < length * rate; ++n) {
        const double t = n / rate - 0.05;
        signal.samples.push_back(offset + (t < 0.0 ? 0.0 : 0.5 * std::exp(-t / tau) * std::sin(2.0 * pi * f * t)));
    }
    return signal;
}

}  // namespace

TEST_CASE("a decaying sine has the duration, frequency and width of its closed form") {
    for (const double rate : {8000.0, 44100.0, 48000.0, 192000.0})
        for (const double tau : {4e-3, 15e-3}) {
            CAPTURE(rate);
            CAPTURE(tau);
            const Measurement m = measure(ring(1000.0, tau, rate));
            CHECK(m.sample_rate_hz == rate);
            CHECK(m.length_s == near(0.5, 1e-12));
            // Energy ~ exp(-2t/tau): (tau/2) ln(0.95/0.05). The sine's own swing moves either end by up to
            // 1/(4 pi f) = 0.08 ms, and a sample of 8 kHz is 0.125 ms.
            REQUIRE(m.duration_s);
            CHECK(std::abs(*m.duration_s - 0.5 * tau * std::log(19.0)) < 0.15e-3);
            // The peak of the sampled ring is off the closed form's sqrt(f^2 - a^2) by the aliases of 1/w^2 tails.
            CHECK(*m.peak_frequency_hz == near(1000.0, 2e-3));
            CHECK(*m.bandwidth_hz == near(1.0 / (pi * tau), 0.02));
            CHECK(m.pop_times_s.size() == 1);
        }
}

TEST_CASE("the 90 % duration of a rectangle is 90 % of it") {
    Signal signal{1000.0, 0.0, std::vector<double>(1000)};
    for (std::size_t n = 300; n < 400; ++n) signal.samples[n] = n % 2 == 0 ? 0.5 : -0.5;
    CHECK(*measure(signal).duration_s == near(0.09, 1e-12));
}

TEST_CASE("the duration of a 5 ms tone burst is 90 % of it") {
    Signal signal{48000.0, 0.0, std::vector<double>(24000)};
    for (std::size_t n = 0; n < 240; ++n)
        signal.samples[5000 + n] = std::sin(2.0 * pi * 2000.0 * static_cast<double>(n) / 48000.0);
    const Measurement m = measure(signal);
    CHECK(std::abs(*m.duration_s - 4.5e-3) < 0.08e-3);  // 1/(4 pi f) = 0.04 ms at either end
    CHECK(*m.peak_frequency_hz == near(2000.0, 2e-3));  // the other half of a real tone's spectrum
    CHECK(m.pop_times_s.size() == 1);
}

TEST_CASE("levels, with and without calibration") {
    Signal signal{48000.0, 0.0, {}};
    for (int n = 0; n < 4800; ++n) {
        const double t = n - 2400.5;
        signal.samples.push_back(0.5 * std::exp(-0.5 * t * t / 1e4) * std::cos(0.5 * pi * t));
    }
    const Measurement m = measure(signal);
    CHECK(*m.level.true_peak_dbtp == near(20.0 * std::log10(0.5), 1e-5));
    CHECK(*m.level.peak_dbfs == near(20.0 * std::log10(0.5 * std::sqrt(0.5)), 1e-4));
    CHECK_FALSE(m.peak_pa);
    CHECK_FALSE(m.peak_db_spl);
    const Measurement calibrated = measure(signal, 20.0);
    CHECK(*calibrated.peak_pa == near(10.0, 1e-5));
    CHECK(*calibrated.peak_db_spl == near(113.979400086720376, 1e-6));
}

TEST_CASE("an offset changes the levels and nothing else") {
    const Measurement clean = measure(ring(1000.0, 5e-3)), offset = measure(ring(1000.0, 5e-3, 48000.0, 0.5, 0.1));
    CHECK(*offset.duration_s == near(*clean.duration_s, 1e-3));
    CHECK(*offset.peak_frequency_hz == near(*clean.peak_frequency_hz, 1e-6));
    CHECK(*offset.centroid_hz == near(*clean.centroid_hz, 1e-4));
    CHECK(offset.pop_times_s == clean.pop_times_s);
    CHECK(*offset.level.peak_dbfs > *clean.level.peak_dbfs + 1.0);
}

TEST_CASE("a constant has a level and no sound") {
    const Measurement m = measure(Signal{48000.0, 0.0, std::vector<double>(1000, 0.25)});
    CHECK(*m.level.peak_dbfs == near(20.0 * std::log10(0.25), 1e-12));
    CHECK_FALSE(m.duration_s);
    CHECK_FALSE(m.peak_frequency_hz);
    CHECK(m.pop_times_s.empty());
}

TEST_CASE("silence has a length and nothing else") {
    const Measurement m = measure(Signal{48000.0, 0.0, std::vector<double>(4800)}, 20.0);
    CHECK(m.length_s == near(0.1, 1e-12));
    CHECK_FALSE(m.duration_s);
    CHECK_FALSE(m.level.peak_dbfs);
    CHECK_FALSE(m.level.true_peak_dbtp);
    CHECK_FALSE(m.peak_pa);
    CHECK_FALSE(m.centroid_hz);
    CHECK(m.pop_times_s.empty());
    CHECK(measure(Signal()).length_s == 0.0);
}

TEST_CASE("one sample among silence is the shortest sound") {
    Signal signal{48000.0, 0.0, std::vector<double>(4800)};
    signal.samples[2000] = 0.5;
    const Measurement m = measure(signal);
    CHECK(*m.duration_s == near(0.9 / 48000.0, 1e-9));
    CHECK(*m.centroid_hz == near(10010.0, 1e-3));
    CHECK(m.pop_times_s.size() == 1);
    CHECK(measure(Signal{48000.0, 0.0, {0.5}}).pop_times_s.empty());  // alone it is its own offset
}

TEST_CASE("of a long file the second around its loudest sample is analysed") {
    Signal signal{8000.0, 0.0, std::vector<double>(80000)};
    for (std::size_t n = 0; n < 8000; ++n) {
        signal.samples[n] = 0.2 * std::sin(2.0 * pi * 500.0 * static_cast<double>(n) / 8000.0);
        signal.samples[60000 + n] = 0.4 * std::exp(-static_cast<double>(n) / 400.0) *
                                    std::sin(2.0 * pi * 1200.0 * static_cast<double>(n) / 8000.0);
    }
    CHECK(*measure(signal).peak_frequency_hz == near(1200.0, 2e-3));
}

TEST_CASE("several channels: a level each, the loudest on top, the rest of the one with most energy") {
    const Signal ringing = ring(1000.0, 5e-3);
    Signal three{48000.0, 0.0, {}, 3};
    for (const double x : ringing.samples) three.samples.insert(three.samples.end(), {0.0, x, 0.0});
    three.at(100, 0) = 0.9;  // the loudest sample, and next to no energy
    const Measurement m = measure(three, 20.0), alone = measure(ringing);
    REQUIRE(m.channels.size() == 3);
    CHECK(*m.channels[0].peak_dbfs == near(20.0 * std::log10(0.9), 1e-12));
    CHECK(*m.channels[1].true_peak_dbtp == near(*alone.level.true_peak_dbtp, 1e-12));
    CHECK_FALSE(m.channels[2].peak_dbfs);
    CHECK(m.level.peak_dbfs == m.channels[0].peak_dbfs);
    CHECK(*m.peak_pa == near(18.0, 1e-9));
    CHECK(m.channel == 1);
    CHECK(m.duration_s == alone.duration_s);
    CHECK(m.peak_frequency_hz == alone.peak_frequency_hz);
    CHECK(m.pop_times_s == alone.pop_times_s);
    CHECK(m.length_s == near(0.5, 1e-12));
}

TEST_CASE("huge and tiny samples are measured like others") {
    const Measurement plain = measure(ring(1000.0, 5e-3));
    for (const double factor : {1e300, 3e307, 1e-300}) {
        CAPTURE(factor);
        Signal signal = ring(1000.0, 5e-3);
        for (double& x : signal.samples) x *= factor;
        const Measurement m = measure(signal);
        CHECK(*m.level.peak_dbfs == near(*plain.level.peak_dbfs + 20.0 * std::log10(factor), 1e-9));
        CHECK(*m.level.true_peak_dbtp == near(*plain.level.true_peak_dbtp + 20.0 * std::log10(factor), 1e-9));
        CHECK(*m.duration_s == near(*plain.duration_s, 1e-9));
        CHECK(*m.peak_frequency_hz == near(*plain.peak_frequency_hz, 1e-9));
        CHECK(m.pop_times_s == plain.pop_times_s);
    }
}

TEST_CASE("sounds far apart measure as they do with their silence written out") {
    SparseSignal apart(48000.0, 0.0, 2, 20 * 48000);
    const Signal sound = ring(1000.0, 2e-3);
    for (const std::size_t first : {std::size_t{700}, std::size_t{24'000}, std::size_t{24'900}, std::size_t{900'000}}) {
        Piece piece{first, {}};
        for (std::size_t n = 2400; n < 3200; ++n) {
            const double x = sound.samples[n] * (first == 24'900 ? 0.5 : 1.0);
            piece.samples.insert(piece.samples.end(), {0.3 * x, x});
        }
        apart.pieces.push_back(piece);
    }
    const Measurement sparse = measure(apart), whole = measure(dense(apart));
    CHECK(sparse.channel == 1);
    CHECK(sparse.length_s == 20.0);
    CHECK(sparse.pop_times_s == whole.pop_times_s);
    CHECK(sparse.pop_times_s.size() == 4);
    CHECK(*sparse.duration_s == near(*whole.duration_s, 1e-12));
    CHECK(*sparse.peak_frequency_hz == near(*whole.peak_frequency_hz, 1e-12));
    CHECK(*sparse.level.true_peak_dbtp == near(*whole.level.true_peak_dbtp, 1e-9));
}

TEST_CASE("the offset of a sound with holes is that of all its samples") {
    SparseSignal holes(48000.0, 0.0, 1, 48000);
    holes.pieces.push_back({0, std::vector<double>(30000, 0.25)});
    CHECK(*measure(holes).duration_s == near(*measure(dense(holes)).duration_s, 1e-12));
    CHECK(*measure(holes).duration_s == near(0.9 * 18000.0 / 48000.0, 1e-9));  // the hole is what moves
    holes.pieces[0].samples.resize(20000);
    CHECK(*measure(holes).duration_s == near(0.9 * 20000.0 / 48000.0, 1e-9));
}
