// Claim: no hand, however jerky, loses a joint that has heat and radiation: knuckle to hip, one bubble and pockets.
// The full campaign, 10,000 hands; a table of outcomes and processor times is printed:
//   SYNOVIA_CAMPAIGN_SETS=10000 test_validation --test-case='campaign: jerky*'
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <random>
#include <string>

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "solver/draw.hpp"
#include "solver/joint_stream.hpp"
#include "tests/validation/campaign.hpp"

using namespace synovia;

namespace {

constexpr double block = 5e-3;  // a hand of the instrument moves in pieces of this length [s]

double within(std::mt19937_64& random, double least, double most) {
    return least * std::pow(most / least, campaign::unit(random));
}

/// The joints that ship without a kind of release, with heat and radiation: as they are, flat, with pockets that fire
/// by threshold or by rate.
std::vector<Scenario> joints() {
    const std::array shipped{std::filesystem::path(SYNOVIA_PRESETS)};
    std::vector<Scenario> all;
    for (const char* name : {"knuckle", "finger-pip", "thumb", "toe", "ankle", "shoulder", "knee", "hip"}) {
        Scenario s = preset::load(name, shipped).scenario;
        s.gas.heat = s.bubble.radiation = true;
        all.push_back(s);
        s.bubble.shape = BubbleShape::gap;
        all.push_back(s);
        s.bubble.firing = Firing::rate;
        all.push_back(s);
        s.joint.pockets = 5.0;
        s.joint.pockets_drawn = true;
        s.joint.rim_inertance_factor = 0.5;
        all.push_back(s);
        s.bubble.firing = Firing::threshold;
        all.push_back(s);
    }
    return all;
}

/// One of them, drawn; every fourth a bubble without a nucleus.
Scenario drawn(Scenario s, std::mt19937_64& random) {
    s = draw_joint(std::move(s), random());
    if (s.bubble.firing == Firing::threshold)
        for (std::size_t k = 0; k < s.joint.pocket_weights.size(); ++k)
            s.bubble.firing_pressures.push_back(-2e5 * campaign::unit(random) - 3e4);
    s = draw_take(std::move(s), random());
    if (random() % 4 != 0) return s;
    s.bubble.stabilised = false;
    do s.bubble.nucleus_radius = within(random, 1e-6, 1e-3);
    while (!validate(s).empty());  // wider than its pocket
    return s;
}

struct Played {
    Outcome outcome = Outcome::completed;
    double time = 0.0;  // [s]
    bool finite = true;
    JointStart left;
};

/// Goes on until `until`, or as far as it comes.
void follow(JointStream& stream, Hand& hand, double rise, double until, Played& played) {
    while (stream.time() < until) {
        HandPoint point = hand.step(block);
        point.rise_time = rise;
        const double before = stream.time();
        const Trajectory piece = stream.advance(before + block, point);
        const Sample last = piece.at(piece.end_time());
        played.finite = played.finite && std::isfinite(last.pressure) && std::isfinite(last.gap);
        played.outcome = piece.outcome;
        played.time += piece.end_time() - before;
        played.left = piece.left_over;
        if (!finished(piece.outcome) || piece.outcome == Outcome::vanished) return;
    }
}

/// Pulls, and three times moves or lets go, each within 5 to 300 ms or as fast as a mouse, with rests between.
void play_once(const Scenario& s, std::mt19937_64& random, Played& played) {
    JointStream stream(s, played.left);
    Hand hand;
    for (int move = 0; move < 4; ++move) {
        const double seconds = random() % 4 == 0 ? 0.03 : within(random, 5e-3, 0.3);
        const double place = random() % 2 == 0 ? s.traction.distance * campaign::unit(random) : 0.0;
        hand.move_to(move == 0 ? s.traction.distance : place, seconds);
        follow(stream, hand, seconds, stream.time() + seconds + 0.2 * campaign::unit(random), played);
        if (!finished(played.outcome) || played.outcome == Outcome::vanished) return;
    }
}

/// Twice, the second time with the gas that the first left.
Played play(const Scenario& s, std::mt19937_64& random) {
    Played played;
    play_once(s, random, played);
    if (finished(played.outcome)) play_once(s, random, played);
    return played;
}

}  // namespace

TEST_CASE("campaign: jerky hands") {
    const char* sets = std::getenv("SYNOVIA_CAMPAIGN_SETS");
    const int hands = sets == nullptr ? 20 : std::stoi(sets);
    const std::vector<Scenario> all = joints();
    std::map<std::string_view, int> outcomes;
    double cost = 0.0, time = 0.0;
    for (int i = 0; i < hands; ++i) {
        std::mt19937_64 random(20261127 + static_cast<std::uint64_t>(i));
        const Scenario s = drawn(all[static_cast<std::size_t>(i) % all.size()], random);
        INFO("hand ", i, ": ", campaign::describe(s));
        const std::clock_t start = std::clock();
        const Played played = play(s, random);
        cost += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        time += played.time;
        ++outcomes[name(played.outcome)];
        CHECK(played.finite);
        CHECK_MESSAGE(finished(played.outcome), name(played.outcome), " at ", played.time);
    }
    if (sets == nullptr) return;
    std::printf("%d hands, %.3f of real time:", hands, cost / time);
    for (const auto& [outcome, times] : outcomes) std::printf(" %s %d", outcome.data(), times);
    std::printf("\n");
}
