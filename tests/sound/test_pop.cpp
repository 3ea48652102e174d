// From the solver's steps to samples: what the line in apps that joins solver and audio relies on.
#include <doctest/doctest.h>

#include <cstdio>
#include <vector>

#include "audio/core/render.hpp"
#include "solver/emission.hpp"
#include "solver/simulate.hpp"
#include "tests/audio/core/second_path.hpp"

using namespace synovia;
using namespace synovia::audio::test;
using audio::Signal;

namespace {

struct Pop {
    const char* name;
    Scenario scenario;
};

std::vector<Pop> pops() {
    Pop knuckle{"knuckle", {}}, small{"radius of 4 mm", {}}, released{"jerked and let go", {}};
    small.scenario.joint.articular_radius = 4e-3;
    released.scenario.traction.rise_time = 0.03;
    released.scenario.traction.release_time = 0.05;
    released.scenario.simulation.duration = 0.15;
    return {knuckle, small, released};
}

double nucleation_time(const Trajectory& run) {
    for (const Event& event : run.events)
        if (event.kind == EventKind::nucleation) return event.time;
    return -1.0;
}

Signal rendered(const Trajectory& run, double start, double duration, double rate = 48000.0) {
    const Emitter joint = emission(run, audio::max_panel_s(rate)).front();
    const audio::Monopole placed{joint.time, joint.weighted_strength};
    return audio::Renderer(rate).render({&placed, 1}, {start, duration});
}

/// Under a Hann window, so that the spectra of two rates do not differ by where they are cut.
Signal faded(Signal signal) {
    const double duration = static_cast<double>(signal.samples.size()) / signal.sample_rate_hz;
    for (std::size_t i = 0; i < signal.samples.size(); ++i)
        signal.samples[i] *= 0.5 - 0.5 * std::cos(2.0 * pi * static_cast<double>(i) / signal.sample_rate_hz / duration);
    return signal;
}

}  // namespace

TEST_CASE("a pop rendered from the solver's own steps agrees with the second path below -100 dB") {
    for (Pop& pop : pops()) {
        // Both paths see one solution; its V and d2V/dt2 agree only to the solver's tolerance, so that must be tight.
        pop.scenario.simulation.relative_tolerance = 1e-9;
        const Trajectory run = simulate(pop.scenario);
        REQUIRE(run.outcome == Outcome::popped);
        const double start = nucleation_time(run) - 6e-3, duration = 0.03;
        const Signal theirs = other_path([&](double t) { return run.at(t).bubble_volume; }, start, duration);
        const Signal ours = rendered(run, start, duration);
        REQUIRE(ours.samples.size() == theirs.samples.size());
        const double difference = spectral_difference_db(ours, theirs);
        std::printf("%s against the second difference of V at 1.536 MHz: %.1f dB\n", pop.name, difference);
        CHECK(difference < -100.0);
    }
}

TEST_CASE("the default tolerance is heard as the converged solution to -60 dB of its peak") {
    for (Pop& pop : pops()) {
        const Trajectory run = simulate(pop.scenario);
        pop.scenario.simulation.relative_tolerance = 1e-10;
        const Trajectory exact = simulate(pop.scenario);
        const double start = nucleation_time(exact) - 6e-3;
        const Signal a = rendered(run, start, 0.08), b = rendered(exact, start, 0.08);
        double worst = 0.0, peak = 0.0;
        for (std::size_t i = 0; i < a.samples.size(); ++i) {
            worst = std::max(worst, std::abs(a.samples[i] - b.samples[i]));
            peak = std::max(peak, std::abs(b.samples[i]));
        }
        std::printf("%s at the default tolerance against 1e-10: %.1f dB\n", pop.name, db(worst / peak));
        CHECK(db(worst / peak) < -60.0);
        CHECK(worst > 0.0);
    }
}

TEST_CASE("rates agree where their bands do") {
    const Trajectory run = simulate(pops().front().scenario);
    const double start = nucleation_time(run) - 6e-3;
    const Signal slow = faded(rendered(run, start, 0.03)), fast = faded(rendered(run, start, 0.03, 96000.0));
    double worst = 0.0, top = 0.0;
    for (double f = 0.0; f <= 16000.0; f += 500.0) {
        worst = std::max(worst, std::abs(transform(slow, f) - transform(fast, f)));
        top = std::max(top, std::abs(transform(slow, f)));
    }
    CHECK(db(worst / top) < -100.0);
}
