#include "apps/instrument/grip.hpp"

#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::instrument::test;

namespace {

/// A knuckle, and a card that plays 5 ms at a time.
struct Table {
    void play(double seconds) {
        std::vector<float> block(240);
        for (int i = 0; i < static_cast<int>(std::lround(seconds * 200.0)); ++i) {
            grip.keep_ahead(240);
            mixer.fill(block.data(), block.size());
            orders.collect();
        }
    }

    studio::Patch patch = knuckle();
    std::vector<std::string> lines;
    Say say = [this](const std::string& line) { lines.push_back(line); };
    audio::Mixer mixer;
    std::vector<studio::ScoreEvent> events;
    OrderBook orders{mixer, events};
    RestingJoint joint{true};
    Scope scope{{}};
    Grip grip{orders, joint, scope, say};
};

}  // namespace

TEST_CASE("a joint is taken, moved and let go, and what it has become stays behind") {
    Table table;
    CHECK_FALSE(table.grip.holds());
    table.grip.let_go();  // of nothing
    CHECK(table.lines.empty());
    table.grip.take(table.patch, 3);
    table.grip.move_to(table.patch.scenario.traction.distance, 0.15);
    table.play(0.4);
    CHECK(table.grip.holds());
    REQUIRE(table.grip.held());
    CHECK(table.grip.held()->radius > 3e-3);
    CHECK(table.grip.hand().position() == near(table.patch.scenario.traction.distance, 1e-12));
    table.grip.let_go();
    CHECK_FALSE(table.grip.holds());
    CHECK_FALSE(table.grip.held());
    CHECK(table.lines == std::vector<std::string>{"pop in the hand", "let go"});
    CHECK(table.joint.residual_radius());
    CHECK(std::get<studio::GraspEvent>(table.events.front().what).patch == 3);
}

TEST_CASE("as many blocks are ahead as the card takes at once, twice, and room is left to let go") {
    for (const auto& [longest, blocks] : {std::pair{0U, 4U}, {256U, 4U}, {1024U, 10U}, {100'000U, 62U}}) {
        CAPTURE(longest);
        Table table;
        table.grip.take(table.patch, 0);
        table.grip.keep_ahead(longest);
        CHECK(table.orders.blocks() == blocks);
        table.grip.let_go();
        CHECK(table.orders.blocks() == blocks + 1);
    }
}

TEST_CASE("where the equations cannot go on the joint is lost, which is said") {
    Table table;
    table.grip.take(table.patch, 0);
    table.grip.move_to(table.patch.scenario.traction.distance, 0.005);
    table.play(0.1);
    table.grip.move_to(0.0, 0.005);
    table.play(0.5);
    CHECK_FALSE(table.grip.holds());
    REQUIRE(table.lines.size() == 3);
    CHECK(table.lines[1].starts_with("error: pull: the solver could not finish"));
    CHECK(table.lines[2] == "let go");
    CHECK(std::holds_alternative<studio::LossEvent>(table.events.back().what));
}

TEST_CASE("what no hand can move is refused, and nothing is held") {
    Table table;
    table.patch.scenario.traction.kind = TractionKind::force;
    CHECK_THROWS_AS(table.grip.take(table.patch, 0), InvalidScenario);
    CHECK_FALSE(table.grip.holds());
}
