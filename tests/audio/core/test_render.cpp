#include "audio/core/render.hpp"

#include <doctest/doctest.h>

#include <array>
#include <complex>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <string>

#include "audio/core/kaiser.hpp"
#include "audio/core/kernel.hpp"
#include "tests/audio/core/quadrature.hpp"
#include "tests/near.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;
using synovia::test::near;

namespace {

/// exp(-|t - t0|/tau), area 2 tau; panels of tau/8 at the tip.
Nodes spike(double tau, double t0) {
    return quadrature(graded_panels(t0, 40.0 * tau, tau / 8.0, std::min(tau, max_panel_s(48000.0))), 8,
                      [&](double t) { return std::exp(-std::abs(t - t0) / tau); });
}

// Kaiser's design for 150 dB misses it by a few dB at the very edges of its bands: 6e-8 = -144.4 dB there.
constexpr double at_edge = 6e-8;
constexpr double inside = 3.2e-8;  // -150 dB

}  // namespace

TEST_CASE("tones in the pass band keep amplitude and phase") {
    for (const double f : {100.0, 440.0, 1000.0, 5000.0, 10000.0, 15000.0, 19000.0}) {
        CAPTURE(f);
        CHECK(tone_error(f, 48000.0, 1.0) < inside);
    }
    for (const double rate : {44100.0, 48000.0, 88200.0, 96000.0, 176400.0, 192000.0, 384000.0}) {
        CAPTURE(rate);
        CHECK(tone_error(1000.0, rate, 1.0) < inside);
        CHECK(tone_error(band(rate).pass_hz, rate, 1.0) < at_edge);
    }
}

TEST_CASE("tones above half the sample rate vanish instead of folding back") {
    for (const double f :
         {26e3, 30e3, 40e3, 47e3, 49e3, 60e3, 72e3, 76e3, 90e3, 96e3, 97e3, 120e3, 191e3, 300e3, 1e6}) {
        CAPTURE(f);
        CHECK(tone_error(f, 48000.0, 0.0) < inside);
    }
    for (const double rate : {44100.0, 48000.0, 96000.0, 192000.0}) {
        CAPTURE(rate);
        CHECK(tone_error(band(rate).stop_hz, rate, 0.0) < at_edge);
    }
}

TEST_CASE("half the amplitude passes in the middle between the band edges") {
    // The symmetric transition of a windowed ideal low pass; the rest is the curvature of the response over 1e-4 of it.
    CHECK(tone_error(22000.0, 48000.0, 0.5) < 1e-6);
}

TEST_CASE("the spectrum of a spike far shorter than a sample is exact, wherever it lies between samples") {
    for (const double tau : {0.07e-6, 0.3e-6, 1e-6, 3e-6, 10e-6})
        for (int k = 0; k < 20; ++k) {
            const double t0 = 5e-3 + (k + 0.37) / 20.0 / 48000.0;
            const Signal y = render_one(spike(tau, t0), 0.0, 0.01);
            for (const double f : {0.0, 100.0, 1000.0, 7000.0, 13000.0, 19000.0}) {
                CAPTURE(tau);
                CAPTURE(f);
                const double w = 2.0 * pi * f;
                const auto exact = std::polar(2.0 * tau / (1.0 + w * w * tau * tau), -w * t0);
                CHECK(std::abs(transform(y, f) - exact) < inside * 2.0 * tau);
            }
        }
}

TEST_CASE("the spectrum of a Gaussian pulse is exact") {
    for (const double sigma : {1e-6, 8e-6, 30e-6, 200e-6}) {
        const double t0 = 5.0071e-3;
        const auto nodes =
            quadrature(even_panels(t0 - 9.0 * sigma, t0 + 9.0 * sigma, std::min(sigma, max_panel_s(48000.0))), 8,
                       [&](double t) { return std::exp(-0.5 * (t - t0) * (t - t0) / (sigma * sigma)); });
        const Signal y = render_one(nodes, 0.0, 0.01);
        const double area = sigma * std::sqrt(2.0 * pi);
        for (const double f : {0.0, 500.0, 3000.0, 9000.0, 19000.0}) {
            CAPTURE(sigma);
            CAPTURE(f);
            const auto exact = std::polar(area * std::exp(-2.0 * pi * pi * f * f * sigma * sigma), -2.0 * pi * f * t0);
            CHECK(std::abs(transform(y, f) - exact) < inside * area);
        }
    }
}

TEST_CASE("the factored kernel is the Kaiser-windowed sinc it claims to be") {
    // y[n] = h(n T - t0), h(t) = 2 fc sinc(2 fc t) I0(beta sqrt(1 - (t/half)^2))/I0(beta), fc midway between the edges.
    const double t0 = 5.00731e-3, rate = 48000.0, fc = 22000.0, half = kaiser_half_width(150.0, 4000.0);
    const double beta = kaiser_beta(150.0);
    const Signal y = render_one({{t0}, {1.0}}, 0.0, 0.01);
    double worst = 0.0;
    for (std::size_t n = 0; n < y.samples.size(); ++n) {
        const double t = static_cast<double>(n) / rate - t0;
        const double h = 2.0 * fc * sinc(2.0 * fc * t) * kaiser_window(t / half, beta) / bessel_i0(beta);
        worst = std::max(worst, std::abs(y.samples[n] - h));
    }
    CHECK(worst < 1e-7 * 2.0 * fc);
}

TEST_CASE("the kernel reaches no further than it says") {
    const Signal y = render_one({{5e-3}, {1.0}}, 0.0, 0.01);
    for (std::size_t n = 0; n < y.samples.size(); ++n)
        if (std::abs(static_cast<double>(n) / 48000.0 - 5e-3) > kernel_reach_s(48000.0))
            CHECK(std::abs(y.samples[n]) < 1e-8 * 44000.0);
}

TEST_CASE("the body is a one-pole low pass at its corner") {
    for (const double corner : {300.0, 2730.0, 5460.0, 40000.0})
        for (const double f : {100.0, 1000.0, 5460.0, 15000.0}) {
            CAPTURE(corner);
            CAPTURE(f);
            // The cosine begins 12 ms before; at 300 Hz a memory of exp(-2 pi 300 0.012) = 1.5e-10 of that is left.
            CHECK(tone_error(f, 48000.0, 1.0 / std::complex<double>(1.0, f / corner), corner) < inside);
        }
    CHECK(tone_error(30000.0, 48000.0, 0.0, 5460.0) < inside);
}

TEST_CASE("the body remembers a source that ended long before the file begins") {
    const double corner = 20.0, a = 2.0 * pi * corner, t0 = -0.05;
    const Signal y = render_one({{t0}, {1.0}}, 0.0, 0.01, 48000.0, corner);
    double worst = 0.0;
    for (std::size_t n = 0; n < y.samples.size(); ++n) {
        const double t = static_cast<double>(n) / 48000.0 - t0;
        worst = std::max(worst, std::abs(y.samples[n] - a * std::exp(-a * t)));
    }
    CHECK(worst < inside * a);
    CHECK(y.samples[0] > 0.001 * a);
}

TEST_CASE("all rates agree in the band they share") {
    const Nodes nodes = spike(0.5e-6, 4.9137e-3);
    const Signal reference = render_one(nodes, 0.0, 0.01);
    for (const double rate : {44100.0, 88200.0, 96000.0, 176400.0, 192000.0}) {
        const Signal y = render_one(nodes, 0.0, 0.01, rate);
        for (const double f : {100.0, 1000.0, 10000.0, 19000.0}) {
            CAPTURE(rate);
            CAPTURE(f);
            CHECK(std::abs(transform(y, f) - transform(reference, f)) < 2.0 * inside * 1e-6);
        }
    }
}

TEST_CASE("several monopoles sound as the sum of each alone") {
    const Nodes a = spike(1e-6, 2.1e-3), b = spike(4e-6, 6.3e-3);
    Monopole first = a.monopole(), second = b.monopole(1.23e-3);
    first.paths[0].gain_pa_s2_m3 = 3.0;
    second.paths[0].gain_pa_s2_m3 = -0.7;
    const std::array both{first, second};
    Renderer renderer;
    const TimeLine line{0.0, 0.012};
    const Signal mixed = renderer.render(both, line);
    const Signal y1 = renderer.render({&first, 1}, line), y2 = renderer.render({&second, 1}, line);
    std::vector<double> sum = y1.samples;
    for (std::size_t n = 0; n < sum.size(); ++n) sum[n] += y2.samples[n];
    CHECK(largest_difference(mixed.samples, sum) < 1e-14 * largest(sum));  // rounding only
    CHECK(largest(y2.samples) > 0.01 * largest(y1.samples));
}

TEST_CASE("a delay shifts the sound by any fraction of a sample") {
    const double shift = 0.377 / 48000.0;
    const Nodes nodes = spike(1e-6, 5e-3);
    const Monopole delayed = nodes.monopole(shift);
    const Signal y = Renderer().render({&delayed, 1}, {0.0, 0.01});
    SUBCASE("as if the file began earlier") {
        const Signal earlier = render_one(nodes, -shift, 0.01);
        // Positions in the file agree to the last bits of a time of 5 ms, 1e-18 s or 1e-13 samples.
        CHECK(largest_difference(y.samples, earlier.samples) < 1e-11 * largest(y.samples));
    }
    SUBCASE("by the phase that belongs to it") {
        const Signal undelayed = render_one(nodes, 0.0, 0.01);
        for (const double f : {1000.0, 19000.0})
            CHECK(std::abs(transform(y, f) - transform(undelayed, f) * std::polar(1.0, -2.0 * pi * f * shift)) <
                  2.0 * inside * 2e-6);
    }
}

TEST_CASE("each channel is what its paths alone would give, bit for bit") {
    const Nodes a = spike(1e-6, 2.1e-3), b = spike(4e-6, 6.3e-3);
    const std::array<Path, 3> to_a{{{3.0, 0.0}, {-1.0, 1e-3}, {0.5, 0.2e-3}}};
    const std::array<Path, 3> to_b{{{1.0, 1e-3}, {2.0, 0.0}, {0.0, 0.0}}};
    Renderer renderer(48000.0, one_pole(5460.0));
    const std::array three{Monopole{a.time, a.weighted, {to_a.begin(), to_a.end()}},
                           Monopole{b.time, b.weighted, {to_b.begin(), to_b.end()}}};
    const Signal y = renderer.render(three, {0.0, 0.012, 3});
    REQUIRE(y.channels == 3);
    REQUIRE(y.frames() == 576);
    for (std::size_t c = 0; c < 3; ++c) {
        const std::array one{Monopole{a.time, a.weighted, {to_a[c]}}, Monopole{b.time, b.weighted, {to_b[c]}}};
        CHECK(channel(y, c).samples == renderer.render(one, {0.0, 0.012}).samples);
        CHECK(largest(channel(y, c).samples) > 0.0);
    }
}

TEST_CASE("silence between two sounds changes nothing in either, and the body remembers across it") {
    // Places in the file agree to the last bits of a time of 20 s, 4e-15 s or 2e-10 samples.
    const double tolerance = 1e-8;
    const Nodes early = spike(1e-6, 2.1e-3), late = spike(1e-6, 20.0021);
    Renderer renderer(48000.0, one_pole(200.0));
    const std::array both{late.monopole(), early.monopole()};
    const Signal y = renderer.render(both, {0.0, 20.5});
    const Signal first = renderer.render({&both[1], 1}, {0.0, 0.5}),
                 second = renderer.render({&both[0], 1}, {20.0, 0.5});
    CHECK(std::equal(first.samples.begin(), first.samples.end(), y.samples.begin()));
    const std::vector<double> end(y.samples.begin() + 960000, y.samples.end());
    CHECK(largest_difference(end, second.samples) < tolerance * largest(second.samples));
    // a = 2 pi 200: the pole's answer to an area of 2 us, 4.9 ms after it, and nothing at all 2 s after it.
    const double a = 2.0 * pi * 200.0, t = 7e-3 - 2.1e-3;
    CHECK(y.samples[336] == near(2e-6 * a * std::exp(-a * t), 1e-4));
    CHECK(y.samples[96000] == 0.0);
}

TEST_CASE("monopoles behind two bodies are added to one signal") {
    const Nodes a = spike(1e-6, 2.1e-3), b = spike(4e-6, 6.3e-3);
    const Monopole first = a.monopole(), second = b.monopole();
    Renderer bare, body(48000.0, one_pole(2730.0));
    Signal both = bare.render({&first, 1}, {0.0, 0.012});
    body.add({&second, 1}, both);
    const Signal y1 = bare.render({&first, 1}, {0.0, 0.012}), y2 = body.render({&second, 1}, {0.0, 0.012});
    std::vector<double> sum = y1.samples;
    for (std::size_t n = 0; n < sum.size(); ++n) sum[n] += y2.samples[n];
    CHECK(both.samples == sum);
    CHECK(largest(y2.samples) > 0.0);
}

TEST_CASE("what was rendered before does not matter, block by block it is the same sound") {
    const Nodes nodes = spike(0.2e-3, 5e-3);
    const Monopole monopole = nodes.monopole();
    Renderer renderer;
    const Signal whole = renderer.render({&monopole, 1}, {0.0, 0.01});
    double worst = 0.0;
    for (std::size_t n = 0; n < 480; n += 48) {
        const Signal block = renderer.render({&monopole, 1}, {static_cast<double>(n) / 48000.0, 1e-3});
        REQUIRE(block.samples.size() == 48);
        for (std::size_t i = 0; i < 48; ++i) worst = std::max(worst, std::abs(block.samples[i] - whole.samples[n + i]));
    }
    // Places in the file differ by 1e-13 samples, so that some nodes fall into the next of the cubics, good to 1.3e-9.
    CHECK(worst < 1.3e-9 * largest(whole.samples));
    CHECK(renderer.render({&monopole, 1}, {0.0, 0.01}).samples == whole.samples);
}

TEST_CASE("monopoles in any number cost what they sound, not what the file lasts") {
    // Were each rendered over all of the minute, this would be 3e11 multiplications and run for minutes.
    std::vector<Monopole> monopoles;
    const Nodes nodes = spike(1e-6, 0.0);
    const std::array one{0.0}, strength{1e-6};
    for (int k = 0; k < 20000; ++k) monopoles.push_back({one, strength, {{1.0, 3e-3 * k}}});
    const Signal y = Renderer().render(monopoles, {-5e-3, 60.0});
    // Alone, at the middle of a sample of the line: the kernel's top, 2 fc = 44 kHz.
    CHECK(y.samples[240] == near(44000.0 * 1e-6, 1e-3));
    CHECK(y.samples[240 + 144 * 19000] == near(44000.0 * 1e-6, 1e-3));
    CHECK(std::abs(y.samples[240 + 72]) < 1e-9);
}

TEST_CASE("any response is folded into the kernel") {
    const Nodes nodes = spike(1e-6, 5e-3);
    const double rate = 48000.0;
    const auto through = [&](BodyResponse body) {
        const Monopole monopole = nodes.monopole();
        return Renderer(rate, std::move(body)).render({&monopole, 1}, {0.0, 0.012});
    };
    SUBCASE("a pure delay shifts the sound") {
        const double shift = 0.7e-3;
        const auto C = [=](double w) { return std::polar(1.0, -w * shift); };
        const Signal y = through({C, shift + 1e-3}), plain = through({});
        for (const double f : {100.0, 5000.0, 19000.0})
            CHECK(std::abs(transform(y, f) - transform(plain, f) * std::polar(1.0, -2.0 * pi * f * shift)) <
                  2.0 * inside * 2e-6);
    }
    SUBCASE("a pole answers with its own decay") {
        const double a = 2.0 * pi * 2730.0;
        const Signal y = through(one_pole(2730.0)), plain = through({});
        for (const double f : {100.0, 2730.0, 19000.0})
            CHECK(std::abs(transform(y, f) - transform(plain, f) / std::complex<double>(1.0, 2.0 * pi * f / a)) <
                  2.0 * inside * 2e-6);
    }
}

TEST_CASE("rendering twice gives the same bytes") {
    const Nodes nodes = spike(1e-6, 5e-3);
    const Signal a = render_one(nodes, 0.0, 0.01, 48000.0, 5460.0), b = render_one(nodes, 0.0, 0.01, 48000.0, 5460.0);
    REQUIRE(a.samples.size() == b.samples.size());
    CHECK(std::memcmp(a.samples.data(), b.samples.data(), a.samples.size() * sizeof(double)) == 0);
}

TEST_CASE("the longest panel integrates the highest frequency to -150 dB, no better and no worse") {
    for (const int n : {4, 8, 12, 16}) {
        const double L = max_panel_s(48000.0, n), w = pi * 48000.0;
        double sum = 0.0;
        for (const auto& [x, weight] : gauss_legendre(n)) sum += 0.5 * weight * std::cos(0.5 * w * L * x);
        CAPTURE(n);
        // The formula is the first term of an alternating series in (w L/n)^2: a bound, generous by 6 at 16 nodes.
        const double error = std::abs(sum - std::sin(0.5 * w * L) / (0.5 * w * L));
        CHECK(error < inside);
        CHECK(error > inside / 7.0);
    }
    CHECK(max_panel_s(96000.0) == near(0.5 * max_panel_s(48000.0), 1e-14));
}

TEST_CASE("monopoles outside the time line, no monopoles and no duration give silence") {
    CHECK(largest(render_one(spike(1e-6, 1.0), 0.0, 0.01).samples) == 0.0);
    CHECK(largest(render_one({{1e300, -1e300}, {1.0, 1.0}}, 0.0, 0.01).samples) == 0.0);
    CHECK(Renderer().render({}, {}).samples.size() == 24000);
    CHECK(is_silent(Renderer().render({}, {})));
    CHECK(render_one(spike(1e-6, 0.0), 0.0, 0.0).samples.empty());
}

TEST_CASE("every bad setting is named at once") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    try {
        Renderer().render({}, {nan, -1.0, 0});
        FAIL("accepted");
    } catch (const std::invalid_argument& error) {
        const std::string text = error.what();
        CHECK(text.find("start_time_s is nan") != std::string::npos);
        CHECK(text.find("duration_s is -1, allowed are 0 to 3600") != std::string::npos);
        CHECK(text.find("channels is 0, allowed are 1 to 64") != std::string::npos);
    }
    CHECK_THROWS_WITH_AS(Renderer(8000.0), "sample_rate_hz is 8000, allowed are 44100 to 384000",
                         std::invalid_argument);
}

TEST_CASE("a monopole that is not finite or has other channels is refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(render_one({{0.0}, {nan}}, 0.0, 0.01), std::invalid_argument);
    CHECK_THROWS_AS(render_one({{nan}, {1.0}}, 0.0, 0.01), std::invalid_argument);
    const std::array one{0.0};
    const Monopole lost{one, one, {{1.0, nan}}}, mono{one, one};
    CHECK_THROWS_AS(Renderer().render({&lost, 1}, {}), std::invalid_argument);
    CHECK_THROWS_WITH_AS(Renderer().render({&mono, 1}, {0.0, 0.1, 2}),
                         "a monopole has paths to 1 channels, the time line has 2", std::invalid_argument);
}
