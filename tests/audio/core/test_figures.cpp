// Prints the measured figures of audio/README.md: ctest -L audio -R figures -V
#include <doctest/doctest.h>

#include <cstdio>

#include "audio/core/kernel.hpp"
#include "tests/audio/core/quadrature.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;

namespace {

/// Worst error over frequencies from `low` to `high`, geometrically spaced.
double worst_tone(double low, double high, int count, double rate, double response) {
    double worst = 0.0;
    for (int k = 0; k < count; ++k)
        worst = std::max(worst, tone_error(low * std::pow(high / low, k / (count - 1.0)), rate, response));
    return worst;
}

/// Worst deviation of the rendered constant and of 1.6 kHz from exact, on uniform panels as long as allowed.
double panel_error(double f, int nodes) {
    const auto source = quadrature(even_panels(-0.012, 0.022, max_panel_s(48000.0, nodes)), nodes,
                                   [&](double t) { return std::cos(2.0 * pi * f * t); });
    const Signal y = render_one(source, 0.0, 0.01);
    double worst = 0.0;
    for (std::size_t n = 0; n < y.samples.size(); ++n)
        worst = std::max(worst, std::abs(y.samples[n] - std::cos(2.0 * pi * f * static_cast<double>(n) / 48000.0)));
    return worst;
}

}  // namespace

TEST_CASE("figures: tones in the pass band and above half the rate") {
    std::printf("rate Hz   pass band to Hz   error dB   alias dB (half the rate to 1 MHz)\n");
    for (const double rate : {44100.0, 48000.0, 96000.0, 192000.0}) {
        const Band edges = band(rate);
        const double pass = db(worst_tone(50.0, edges.pass_hz, 25, rate, 1.0));
        const double alias = db(worst_tone(edges.stop_hz, 1e6, 25, rate, 0.0));
        std::printf("%7.0f   %15.0f   %8.1f   %8.1f\n", rate, edges.pass_hz, pass, alias);
        CHECK(pass < -144.0);  // the very edges; see test_render.cpp
        CHECK(alias < -144.0);
        CHECK(pass > -200.0);  // the kernel is finite: nothing better can be true
    }
}

TEST_CASE("figures: panels of the longest length") {
    std::printf("nodes   panel in samples at 48 kHz   constant dB   1.6 kHz dB\n");
    for (const int nodes : {6, 8, 12, 16}) {
        const double constant = db(panel_error(0.0, nodes)), tone = db(panel_error(1600.0, nodes));
        std::printf("%5d   %26.3f   %11.1f   %10.1f\n", nodes, max_panel_s(48000.0, nodes) * 48000.0, constant, tone);
        CHECK(constant < -150.0);
        CHECK(tone < -150.0);
    }
}
