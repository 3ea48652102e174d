#include "audio/core/diffuse.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

RoomSettings room_of(RoomKind kind) {
    RoomSettings room;
    room.kind = kind;
    return room;
}

double energy(const std::vector<Tap>& taps, double from_s, double to_s) {
    double sum = 0.0;
    for (const Tap& tap : taps) {
        const double t = static_cast<double>(tap.delay_samples) / 48000.0;
        if (t >= from_s && t < to_s) sum += tap.gain * tap.gain;
    }
    return sum;
}

}  // namespace

TEST_CASE("from the emission on, the field holds 16 pi r^2/A of the direct sound's energy") {
    for (const RoomKind kind : {RoomKind::near, RoomKind::small})
        for (const double r : {0.3, 1.0}) {
            const auto [start, rate, decay] = diffuse_field(room_of(kind), r, 343.0);
            const double emission = start + r / 343.0;  // before the start
            const double A = 59.0 * std::log(4.0 / 3.0);
            CHECK(rate * decay * std::exp(emission / decay) == near(16.0 * std::numbers::pi * r * r / A, 1e-12));
        }
}

TEST_CASE("it decays as Eyring's formula says: 60 dB in 24 ln(10) V/(c A)") {
    const DiffuseField field = diffuse_field(room_of(RoomKind::near), 0.3, 343.0);
    CHECK(std::log(1e6) * field.decay_s ==
          near(24.0 * std::log(10.0) * 30.0 / (343.0 * 59.0 * std::log(4.0 / 3.0)), 1e-12));
}

TEST_CASE("it begins a mean free path after the direct sound, or with the last image") {
    CHECK(diffuse_field(room_of(RoomKind::near), 0.3, 343.0).start_s == near(120.0 / 59.0 / 343.0, 1e-12));
    RoomSettings room = room_of(RoomKind::small);
    room.reflections = 1;  // the floor: 2.25 m lower
    CHECK(diffuse_field(room, 0.3, 343.0).start_s == near((std::hypot(0.3, 2.25) - 0.3) / 343.0, 1e-12));
    room.reflections = 0;
    CHECK(diffuse_field(room, 0.3, 343.0).start_s == diffuse_field(room_of(RoomKind::near), 0.3, 343.0).start_s);
}

TEST_CASE("the taps have the energy of the field, in all and in every part of it") {
    const DiffuseField field{0.005, 10.0, 0.02};
    const auto taps = diffuse_taps(field, 48000.0, 7);
    CHECK(taps.size() == static_cast<std::size_t>(std::ceil(std::log(1e6) * 0.02 * 4000.0)));
    // A tap stands anywhere within 1/4000 s: 1/80 of the decay, so each is off by up to 0.6 %, their mean by less.
    CHECK(energy(taps, 0.0, 1.0) == near(0.2, 2e-3));
    for (int i = 0; i < 4; ++i) {
        const double from = 0.005 + 0.02 * i, share = std::exp(-i) - std::exp(-i - 1.0);
        CHECK(energy(taps, from, from + 0.02) == near(0.2 * share, 2e-2));  // 80 taps, the last in or out
    }
    CHECK(energy(taps, 0.0, 0.00499) == 0.0);
}

TEST_CASE("the taps' signs have no preference and their places no rhythm") {
    const auto taps = diffuse_taps({0.0, 1.0, 0.5}, 48000.0, 3);  // 27631 of them
    double signs = 0.0, places = 0.0;
    for (std::size_t i = 0; i < taps.size(); ++i) {
        signs += taps[i].gain > 0.0 ? 1.0 : -1.0;
        places += static_cast<double>(taps[i].delay_samples) - 12.0 * static_cast<double>(i);  // 12 samples a cell
    }
    const auto n = static_cast<double>(taps.size());
    CHECK(std::abs(signs / n) < 4.0 / std::sqrt(n));
    CHECK(std::abs(places / n - 6.0) < 4.0 * 12.0 / std::sqrt(12.0 * n));
}

TEST_CASE("the same seed gives the same taps, another one others") {
    const DiffuseField field{0.0, 1.0, 0.02};
    const auto a = diffuse_taps(field, 48000.0, 1), b = diffuse_taps(field, 48000.0, 1),
               c = diffuse_taps(field, 48000.0, 2);
    REQUIRE(a.size() == c.size());
    std::size_t alike = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].delay_samples == b[i].delay_samples);
        CHECK(a[i].gain == b[i].gain);
        if (a[i].delay_samples == c[i].delay_samples) ++alike;
    }
    CHECK(alike < a.size() / 4);  // one in twelve by chance
}

TEST_CASE("the tail of an impulse is the taps, and two ears have different ones") {
    const DiffuseField field{0.004, 10.0, 0.02};
    Signal direct{48000.0, 0.5, std::vector<double>(100)};
    direct.samples[40] = 2.0;
    const Signal tail = diffuse_tail(direct, field, 1, 2);
    CHECK(tail.channels == 2);
    CHECK(tail.start_time_s == 0.5);
    double left = 0.0, right = 0.0, both = 0.0;
    for (std::size_t n = 0; n < tail.frames(); ++n) {
        left += tail.at(n, 0) * tail.at(n, 0);
        right += tail.at(n, 1) * tail.at(n, 1);
        both += tail.at(n, 0) * tail.at(n, 1);
        if (n < 40 + 192) CHECK(tail.at(n, 0) == 0.0);
    }
    // Two taps on one sample add their gains: a twelfth of neighbours may, with either sign.
    CHECK(left == near(4.0 * 0.2, 0.05));
    CHECK(right == near(4.0 * 0.2, 0.05));
    CHECK(std::abs(both) < 0.1 * left);
    const Signal mono = diffuse_tail(direct, field, 1, 1);
    for (std::size_t n = 0; n < mono.frames(); ++n) CHECK(mono.samples[n] == tail.at(n, 0));
}

TEST_CASE("no sound has no tail") { CHECK(diffuse_tail({}, {0.0, 1.0, 0.02}, 1, 2).samples.empty()); }
