#include "apps/instrument/pull_stream.hpp"

#include "apps/studio/mix_down.hpp"
#include "apps/studio/renderers.hpp"
#include "audio/core/render.hpp"
#include "solver/emission.hpp"
#include "solver/parameters.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::studio;
using namespace synovia::instrument::test;

namespace {

constexpr double block_s = 0.005;

struct Pull {
    std::vector<float> sound;
    bool popped = false;
};

Pull pull_in(const Patch& patch, double rise_s, double seconds) {
    PullStream stream(patch, {});
    Hand hand;
    hand.move_to(patch.scenario.traction.distance, rise_s);
    Pull pull;
    for (double t = 0.0; t < seconds; t += block_s) {
        const auto piece = stream.advance(hand.step(block_s));
        pull.sound.insert(pull.sound.end(), piece.samples.begin(), piece.samples.end());
        pull.popped = piece.ending.outcome == Outcome::popped;
    }
    return pull;
}

/// The same way of the hand, rendered in one go once everything is known; late by the stream's lag.
std::vector<double> rendered_at_once(const Patch& patch, double rise_s, double seconds) {
    JointStream stream(patch.scenario);
    Hand hand;
    hand.move_to(patch.scenario.traction.distance, rise_s);
    std::vector<double> time, strength;
    int block = 0;
    for (double t = 0.0; t < seconds; t += block_s) {
        const Emitter joint =
            emission(stream.advance(++block * (240.0 / 48000.0), hand.step(block_s)), audio::max_panel_s(48000.0))
                .front();
        time.insert(time.end(), joint.time.begin(), joint.time.end());
        strength.insert(strength.end(), joint.weighted_strength.begin(), joint.weighted_strength.end());
    }
    const Listener& listener = patch.scenario.listener;
    const audio::Monopole emitter{time, strength, {{pressure_per_strength(air(listener), listener.distance), 0.0}}};
    const double lag = std::ceil(audio::kernel_reach_s(48000.0) * 48000.0) / 48000.0;
    audio::Renderer renderer(48000.0, studio::body_response(listener));
    return renderer.render({&emitter, 1}, {-lag, block * block_s}).samples;
}

}  // namespace

TEST_CASE("the blocks join to what one rendering of the whole gives") {
    Patch patch = knuckle();
    for (const bool body : {false, true}) {
        if (body) patch.scenario.listener.body_radius = 0.05;
        const Pull pull = pull_in(patch, 0.15, 0.3);
        const std::vector<double> whole = rendered_at_once(patch, 0.15, 0.3);
        REQUIRE(pull.sound.size() == whole.size());
        double difference = 0.0;
        for (std::size_t i = 0; i < whole.size(); ++i)
            difference = std::max(difference, std::abs(static_cast<double>(pull.sound[i]) - whole[i]));
        // The samples are floats: 6e-8 of the peak; the body's memory is cut at 1e-8.
        CHECK(difference < 2e-7 * peak(pull.sound));
        CHECK(peak(pull.sound) > 0.3);
    }
}

TEST_CASE("a fast pull cracks, a slow one is silent") {
    const Pull fast = pull_in(knuckle(), 0.15, 0.3), slow = pull_in(knuckle(), 1.0, 1.2);
    CHECK(fast.popped);
    CHECK_FALSE(slow.popped);
    CHECK(peak(slow.sound) < 1e-6 * peak(fast.sound));
}

TEST_CASE("the last block fades to zero") {
    PullStream stream(knuckle(), {});
    Hand hand;
    hand.move_to(6e-3, 0.15);
    for (int i = 0; i < 16; ++i) stream.advance(hand.step(block_s));  // 80 ms: it rings
    const auto last = stream.last(hand.step(block_s));
    CHECK(std::abs(last.samples.back()) < 1e-4 * peak(last.samples));
    CHECK(peak(last.samples) > 0.0);
}

TEST_CASE("where the equations cannot go on a piece holds how it ended and no sound") {
    PullStream stream(knuckle(), {});
    Hand hand;
    hand.move_to(6e-3, 0.005);
    for (int i = 0; i < 20; ++i) stream.advance(hand.step(block_s));
    hand.move_to(0.0, 0.005);
    PullStream::Piece piece = stream.advance(hand.step(block_s));
    for (int i = 0; i < 20 && finished(piece.ending); ++i) piece = stream.advance(hand.step(block_s));
    CHECK_FALSE(finished(piece.ending));
    CHECK(piece.samples.empty());
}

TEST_CASE("what no hand can move is refused") {
    Patch patch = knuckle();
    patch.scenario.traction.kind = TractionKind::force;
    CHECK_THROWS_AS(PullStream(patch, {}), InvalidScenario);
}
