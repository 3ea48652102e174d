#include "solver/spine_hands.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace synovia;

namespace {

constexpr std::size_t L1 = 3, L4 = 6, L5 = 7;

double moment(const Spine& spine, std::size_t vertebra, double t) {
    return SpineHands(spine).moments(t, 0.0, 0.0)[vertebra];
}

}  // namespace

TEST_CASE("a thrust: preload in two seconds and held, then a moment that rises and fades") {
    const Spine spine;
    CHECK(SpineHands(spine).start() == 2.05);
    CHECK(moment(spine, L1, 0.0) == 0.0);
    CHECK(std::abs(moment(spine, L1, 1.0) - 3.0) < 1e-14);
    CHECK(moment(spine, L1, 2.5) == 6.0);
    CHECK(moment(spine, L4, 2.05) == 0.0);
    CHECK(std::abs(moment(spine, L4, 2.05 + 0.06) - 7.0) < 1e-12);
    CHECK(std::abs(moment(spine, L4, 2.05 + 0.12 + 0.08) - 14.0 * std::exp(-1.0)) < 1e-12);
}

TEST_CASE("a couple turns the lower vertebra back, the right side mirrors, positioning does not thrust") {
    Spine spine;
    spine.couple = true;
    CHECK(moment(spine, L5, 2.11) == -moment(spine, L4, 2.11));
    Spine right = spine;
    right.side = Side::right;
    for (const std::size_t vertebra : {L1, L4, L5})
        CHECK(moment(right, vertebra, 2.11) == -moment(spine, vertebra, 2.11));
    spine.kind = SpineKind::positioning;
    CHECK(moment(spine, L4, 2.11) == 0.0);
    CHECK(moment(spine, L1, 2.11) == 6.0);
}

TEST_CASE("a twist turns the shoulders through a spring, and neither preloads nor thrusts") {
    Spine spine;
    spine.kind = SpineKind::twist;
    CHECK(SpineHands(spine).start() == 0.0);
    CHECK(std::abs(moment(spine, 0, 5.0) - 14.0) < 1e-12);  // 0.20 N m a degree times 70
    CHECK(moment(spine, L1, 5.0) == 0.0);
    CHECK(moment(spine, L4, 5.0) == 0.0);
    const double degree = 3.14159265358979323846 / 180.0;
    CHECK(std::abs(SpineHands(spine).moments(5.0, 10.0 * degree, 20.0 * degree)[0] - (0.20 * 60.0 - 0.02 * 20.0)) <
          1e-12);
}

TEST_CASE("what is not said depends on the kind") {
    Spine spine;
    CHECK(rise_time(spine) == 0.12);
    CHECK(guarding(spine) == 0.0);
    spine.kind = SpineKind::mobilisation;
    CHECK(rise_time(spine) == 1.6);
    spine.kind = SpineKind::twist;
    CHECK(rise_time(spine) == 1.0);
    CHECK(guarding(spine) == 0.05);
    spine.rise_time = 0.3;
    spine.guarding = 0.0;
    CHECK(rise_time(spine) == 0.3);
    CHECK(guarding(spine) == 0.0);
}

TEST_CASE("a common opening reaches two levels away") {
    Spine spine;
    spine.common_opening = 1e-3;
    const SpineHands hands(spine);
    const double end = 2.05 + 0.12;
    for (const auto& [level, share] : {std::pair<std::size_t, double>{6, 1.0}, {5, 1.0}, {7, 1.0}, {4, 0.5}, {3, 0.0}})
        CHECK(std::abs(hands.common_opening(level, end).value - share * 1e-3) < 1e-17);
    CHECK(hands.common_opening(6, 2.0).value == 0.0);
}
