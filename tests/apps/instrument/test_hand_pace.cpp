#include "apps/instrument/hand_pace.hpp"

#include "solver/hand.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using synovia::test::near;

TEST_CASE("a steady hand counts as the pull whose ramp is as fast at its fastest") {
    HandPace pace(6e-3);
    double rise = 0.0;
    for (int i = 1; i <= 4; ++i) rise = pace.step(0.04 * 5e-3 * i, 5e-3);  // 40 mm/s
    CHECK(rise == near(1.875 * 6e-3 / 0.04, 1e-12));
}

TEST_CASE("on the preset's own ramp the hand counts as that ramp at its fastest, as slower before") {
    HandPace pace(6e-3);
    Hand hand;
    hand.move_to(6e-3, 0.15);
    double least = HandPace::longest;
    for (int i = 0; i < 30; ++i) least = std::min(least, pace.step(hand.step(5e-3).position, 5e-3));
    // About its top the rate falls like 1 - 8 (s - 1/2)^2: the mean over h = 10 ms, at most h/4 beside it, is less by
    // 8 (h/T)^2 (1/12 + 1/16), half a per cent.
    CHECK(least == near(0.15, 6e-3));
    CHECK(least > 0.15);
}

TEST_CASE("a hand that rests, and one without a way, never count as infinitely slow or fast") {
    HandPace still(6e-3), nowhere(0.0);
    CHECK(still.step(0.0, 5e-3) == HandPace::longest);
    CHECK(nowhere.step(0.0, 5e-3) == HandPace::longest);
}
