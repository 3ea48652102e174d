#include "audio/core/audible.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <span>

#include "audio/core/timeline.hpp"
#include "audio/core/true_peak.hpp"
#include "tests/audio/core/quadrature.hpp"
#include "tests/near.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;
using synovia::test::near;

namespace {

/// Minnaert's bubble of 1 mm in water, nudged to 1 cm/s: R = R0 + (v/w) sin(w t), w = 2 pi 3288 Hz, heard at 10 cm.
/// V'' = 4 pi (2 R R'^2 + R^2 R''), p = rho V''/(4 pi r).
struct Minnaert {
    double R0 = 1e-3, v = 0.01, w = 2.0 * pi * 3288.0, rho = 998.0, r = 0.1;

    double acceleration(double t) const {
        const double R = R0 + v / w * std::sin(w * t), Rdot = v * std::cos(w * t), Rddot = -v * w * std::sin(w * t);
        return 4.0 * pi * (2.0 * R * Rdot * Rdot + R * R * Rddot);
    }
    Nodes nodes(double duration) const {
        return quadrature(even_panels(0.0, duration, max_panel_s(48000.0)), 8,
                          [this](double t) { return acceleration(t); });
    }
    Monopole monopole(const Nodes& nodes) const { return {nodes.time, nodes.weighted, {{rho / (4.0 * pi * r), 1e-4}}}; }
};

}  // namespace

TEST_CASE("Minnaert's bubble peaks at rho R0^2 w v/r, 2.06 Pa, in the band and in its file") {
    const Minnaert bubble;
    const double peak = 998.0 * 1e-6 * bubble.w * 0.01 / 0.1;
    CHECK(peak == near(2.0617, 1e-4));
    for (const double duration : {5e-3, 12e-3, 40e-3}) {
        CAPTURE(duration);
        const Nodes nodes = bubble.nodes(duration);
        const Monopole monopole = bubble.monopole(nodes);
        // The kinks where the note begins and stops ring at 22 kHz: some 0.5 % at the crests beside them.
        CHECK(audible_peak_pa({&monopole, 1}) == near(peak, 1e-2));
        Renderer renderer;
        const Signal file = dense(cut(renderer.render({&monopole, 1}, whole(renderer, {&monopole, 1}))).signal);
        CHECK(true_peak(file) == near(peak, 1e-2));
        // Between them nothing does, 1.4 ms from either, which is the kernel's reach; the swing is 0.05 % of the
        // radius, and R^2 moves the pressure by twice that.
        const double middle_s = 0.5 * duration + 1e-4 - file.start_time_s;
        const auto middle =
            std::span(file.samples).subspan(static_cast<std::size_t>(std::lround(middle_s * 48000.0)) - 50, 100);
        CHECK(peak_of(middle) == near(peak, 3e-3));
    }
}

TEST_CASE("a file holds the band-limited peak of its run, at whatever phase the run ends") {
    const Minnaert bubble;
    for (double duration = 0.1e-3; duration < 1.2e-3; duration += 0.0237e-3) {
        CAPTURE(duration);
        const Nodes nodes = bubble.nodes(duration);
        const Monopole monopole = bubble.monopole(nodes);
        Renderer renderer;
        const Signal file = dense(cut(renderer.render({&monopole, 1}, whole(renderer, {&monopole, 1}))).signal);
        CHECK(true_peak(file) == near(audible_peak_pa({&monopole, 1}), 1e-6));
        CHECK(std::abs(file.samples.back()) < 1e-7);  // the kernel's answer to the stop is over
    }
}

TEST_CASE("a collapse far shorter than a sample has the kernel's peak, not its own") {
    // An area of 2 us under a height of 1: 2 fc times the area, fc = 22 kHz.
    const Nodes spike =
        quadrature(graded_panels(0.0, 40e-6, 1e-7, 1e-6), 8, [](double t) { return std::exp(-std::abs(t) / 1e-6); });
    const Monopole monopole = spike.monopole();
    CHECK(audible_peak_pa({&monopole, 1}) == near(44000.0 * 2e-6, 0.02));  // off by 1 us of width
    // A pole at 2730 Hz answers with its a = 2 pi 2730 at most.
    CHECK(audible_peak_pa({&monopole, 1}, one_pole(2730.0)) < 2.0 * pi * 2730.0 * 2e-6);
}

TEST_CASE("the whole begins before the first node of the nearest channel and ends behind the last of the farthest") {
    const Nodes two{{0.5, 0.1}, {1.0, 1.0}};
    const Monopole monopole{two.time, two.weighted, {{1.0, 0.02}, {1.0, 0.05}}};
    const Renderer renderer(48000.0, one_pole(273.0));
    const TimeLine line = whole(renderer, {&monopole, 1});
    CHECK(line.start_time_s == near(0.12 - kernel_reach_s(48000.0), 1e-12));
    CHECK(line.start_time_s + line.duration_s == near(0.55 + renderer.tail_s(), 1e-12));
    CHECK(line.channels == 2);
    CHECK(whole(renderer, {}).duration_s == 0.0);
    CHECK(audible_peak_pa({}) == 0.0);
}
