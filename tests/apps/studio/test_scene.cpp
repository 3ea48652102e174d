#include "apps/studio/scene.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "audio/core/timeline.hpp"
#include "audio/core/true_peak.hpp"
#include "solver/simulate.hpp"
#include "tests/near.hpp"

using namespace synovia;
using namespace synovia::studio;
using synovia::test::near;

namespace {

/// A click at t = 0.01 s, in air.
const std::vector<Emitter>& click() {
    static const std::vector<Emitter> one{{{0.01}, {1.0}, {}, {}, air(Listener{}), 0.3 / 343.0, 1.0}};
    return one;
}

audio::Signal heard(const Scenario& scenario, audio::Listening listening, const audio::Place& place = {}) {
    static Renderers renderers(48000.0);
    Scene scene(listening, renderers);
    scene.add(scenario, click(), place, 0.0);
    return scene.heard({0.0, scene.end_s()});
}

Scenario in_room(RoomKind kind) {
    Scenario s;
    s.room.kind = kind;
    s.simulation.duration = 0.02;
    return s;
}

double energy(const audio::Signal& signal, double from_s) {
    double sum = 0.0;
    for (std::size_t n = 0; n < signal.frames(); ++n)
        if (signal.start_time_s + static_cast<double>(n) / signal.sample_rate_hz >= from_s)
            sum += signal.at(n, 0) * signal.at(n, 0);
    return sum;
}

/// Sum over samples of two channels, the second `frames` later.
double correlation(const audio::Signal& signal, long frames) {
    double sum = 0.0;
    for (long n = 0; n < static_cast<long>(signal.frames()); ++n)
        if (n + frames >= 0 && n + frames < static_cast<long>(signal.frames()))
            sum += signal.at(static_cast<std::size_t>(n), 0) * signal.at(static_cast<std::size_t>(n + frames), 1);
    return sum;
}

}  // namespace

TEST_CASE("one point in free air hears what one renderer makes of it, bit for bit") {
    const Scenario s = in_room(RoomKind::none);
    const audio::Signal signal = heard(s, audio::Listening::mono);
    const audio::Hearing hearing = hearing_of(s, 0.0);
    const audio::Monopole emitter{click()[0].time, click()[0].weighted_strength, {hearing.path}};
    audio::Renderer renderer;
    const audio::Signal plain =
        renderer.render({&emitter, 1}, {0.0, static_cast<double>(signal.frames()) / signal.sample_rate_hz});
    CHECK(signal.channels == 1);
    CHECK(signal.samples == plain.samples);
}

TEST_CASE("a single reflection is the sound again: 0.6 m further, 0.4 of it, so 0.1333 after 1.749 ms") {
    Scenario s = in_room(RoomKind::near);
    s.room.table_reflection = 0.0;
    s.room.absorption = 0.95;  // the tail begins later: a mean free path of 4 30/59 = 2.03 m, 5.93 ms
    const audio::Signal with = heard(s, audio::Listening::mono);
    s.room.kind = RoomKind::none;
    const audio::Signal without = heard(s, audio::Listening::mono);
    // 1.7492711 ms are 83.965 samples: the true peak is that of the direct sound, 0.4 0.3/0.9 as high.
    audio::Signal echo = with;
    for (std::size_t n = 0; n < without.samples.size(); ++n) echo.samples[n] -= without.samples[n];
    const double arrival = 0.01 + 0.3 / 343.0;
    const auto frame = [](double t) { return static_cast<std::size_t>(std::lround(t * 48000.0)); };
    echo.samples.resize(frame(arrival + 5.9e-3 - 2e-3));  // before the tail, less the kernel
    CHECK(audio::true_peak(echo) == near(0.4 / 3.0 * audio::true_peak(without), 1e-3));
    const auto top = std::max_element(echo.samples.begin(), echo.samples.end()) - echo.samples.begin();
    CHECK(static_cast<std::size_t>(top) == frame(arrival + 0.6 / 343.0));
}

TEST_CASE("the tail has the energy of the diffuse field, 16 pi r^2/A re direct, from where it begins") {
    Scenario s = in_room(RoomKind::near);
    s.room.chest_reflection = s.room.table_reflection = 0.0;
    const double A = 59.0 * std::log(4.0 / 3.0), mean_path = 120.0 / 59.0;
    double mean = 0.0;
    constexpr int seeds = 8;
    for (int seed = 1; seed <= seeds; ++seed) {
        s.room.seed = seed;
        const audio::Signal with = heard(s, audio::Listening::mono);
        s.room.kind = RoomKind::none;
        const double direct = energy(heard(s, audio::Listening::mono), 0.0);
        s.room.kind = RoomKind::near;
        mean += energy(with, 0.01 + 0.3 / 343.0 + 4e-3) / direct / seeds;  // behind the direct sound's kernel
    }
    // Of all of it what comes after the direct way and a mean free path: exp(-c A t/(4 V)), t = (0.3 + 2.034)/c.
    const double share = std::exp(-A * (0.3 + mean_path) / 120.0);
    CHECK(mean == near(16.0 * std::numbers::pi * 0.09 / A * share, 0.05));
    CHECK(16.0 * std::numbers::pi * 0.09 / A == near(0.2666, 1e-3));
}

TEST_CASE("a joint to the left is louder at the left ear, and earlier by the right number of samples") {
    Scenario s = in_room(RoomKind::none);
    const audio::Signal signal = heard(s, audio::Listening::stereo, {-0.4, 0.0, 0.0});
    CHECK(signal.channels == 2);
    const audio::Signal left = audio::channel(signal, 0), right = audio::channel(signal, 1);
    // By hand: the ears are 0.4350000 and 0.5702850 m away, 0.135285 m or 18.932 samples apart.
    CHECK(audio::true_peak(left) / audio::true_peak(right) == near(0.5702850 / 0.4350000, 1e-3));
    long best = 0;
    for (long frames = -60; frames <= 60; ++frames)
        if (correlation(signal, frames) > correlation(signal, best)) best = frames;
    CHECK(best == 19);
}

TEST_CASE("a body that looks to the right is brighter at the right ear; straight ahead both ears hear the same") {
    Scenario s = in_room(RoomKind::none);
    s.listener.body_radius = 0.15;
    const audio::Signal ahead = heard(s, audio::Listening::stereo);
    for (std::size_t n = 0; n < ahead.frames(); ++n) REQUIRE(ahead.at(n, 0) == ahead.at(n, 1));
    s.listener.body_facing = 90.0;
    const audio::Signal aside = heard(s, audio::Listening::stereo);
    CHECK(audio::true_peak(audio::channel(aside, 1)) > 1.05 * audio::true_peak(audio::channel(aside, 0)));
    // Close to the skin and high up the skin is a mirror: twice the free sound.
    s.listener.body_facing = 0.0;
    const audio::Signal body = heard(s, audio::Listening::mono);
    s.listener.body_radius.reset();
    const double free = audio::true_peak(heard(s, audio::Listening::mono));
    CHECK(audio::true_peak(body) == near(2.0 * free, 0.03));
}

TEST_CASE("the body of a stereo scene keeps the time of the paths: no ear hears anything before its direct way") {
    Scenario s = in_room(RoomKind::small);
    s.listener.body_radius = 0.1;
    s.listener.body_facing = 60.0;
    const audio::Signal signal = heard(s, audio::Listening::stereo);
    const double arrival = 0.01 + std::hypot(0.3, 0.085) / 343.0 - audio::kernel_reach_s(48000.0);
    const double peak = audio::sample_peak(signal);
    for (std::size_t n = 0; static_cast<double>(n) / 48000.0 < arrival; ++n)
        for (std::size_t c = 0; c < 2; ++c) REQUIRE(std::abs(signal.at(n, c)) < 1e-7 * peak);
}

TEST_CASE("joints of one room have one tail, and it is linear") {
    Renderers renderers(48000.0);
    const Scenario s = in_room(RoomKind::small);
    const auto alone = [&](double start_s) {
        Scene scene(audio::Listening::stereo, renderers);
        scene.add(s, click(), {}, start_s);
        return scene.heard({0.0, 0.6});
    };
    Scene both(audio::Listening::stereo, renderers);
    both.add(s, click(), {}, 0.0);
    both.add(s, click(), {}, 0.1);
    const audio::Signal mix = both.heard({0.0, 0.6}), a = alone(0.0), b = alone(0.1);
    double worst = 0.0;
    for (std::size_t i = 0; i < mix.samples.size(); ++i)
        worst = std::max(worst, std::abs(mix.samples[i] - a.samples[i] - b.samples[i]));
    CHECK(worst < 1e-12 * audio::sample_peak(mix));
    CHECK(both.end_s() > 0.4);  // 0.1 + 0.3/343 + 0.02 + 0.285 of decay
    CHECK(both.end_s() < 0.45);
}

TEST_CASE("a joint beyond the wall or in an ear is refused") {
    CHECK_THROWS_AS(heard(in_room(RoomKind::small), audio::Listening::mono, {2.0, 0.0, 0.0}), std::invalid_argument);
    CHECK_THROWS_AS(heard(in_room(RoomKind::near), audio::Listening::mono, {0.0, 0.31, 0.0}), std::invalid_argument);
    CHECK_THROWS_AS(heard(in_room(RoomKind::none), audio::Listening::mono, {0.0, -0.3, 0.0}), std::invalid_argument);
}

TEST_CASE("the audible peak is that of the direct sound, whatever the room and however many ears") {
    const Trajectory dry = simulate(Scenario{});
    Scenario s;
    s.room.kind = RoomKind::small;
    s.listener.kind = ListenerKind::stereo;
    CHECK(audible_peak_pa(simulate(s)) == audible_peak_pa(dry));
    CHECK(audible_peak_pa(dry) == near(0.6163, 2e-3));  // the model's, unfiltered
}
