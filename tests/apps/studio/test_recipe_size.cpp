#include "apps/studio/recipe_size.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace synovia;
using namespace synovia::studio;

namespace {

Recipe joints(std::size_t count, double duration_s, double spacing_s) {
    Recipe recipe;
    for (std::size_t i = 0; i < count; ++i) {
        Part part{"joint", {}, {}, spacing_s * static_cast<double>(i)};
        part.scenario.simulation.duration = duration_s;
        recipe.parts.push_back(part);
    }
    return recipe;
}

}  // namespace

TEST_CASE("the size is the time line's and all simulations' together") {
    Recipe recipe = joints(3, 0.5, 2.0);
    CHECK(size_of(recipe).samples == 4.5 * 48000);
    CHECK(size_of(recipe).simulated_s == 1.5);
    recipe.parts.back().scenario.listener.kind = ListenerKind::stereo;
    CHECK(size_of(recipe).samples == 9.0 * 48000);
    recipe.duration_s = 10.0;  // of the file, which ends in silence
    CHECK(size_of(recipe).samples == 20.0 * 48000);
    recipe.duration_s = 1.0;
    CHECK(size_of(recipe).samples == 9.0 * 48000);
    recipe.alignment = Alignment{0.0, 1000, 1.0, 0};
    CHECK(size_of(recipe).samples == 2000);
}

TEST_CASE("600 s of stereo at 48 kHz fit, at 96 kHz they do not; nor do joints without end") {
    Recipe recipe = joints(2, 1.0, 598.0);
    recipe.parts.back().scenario.listener.kind = ListenerKind::stereo;
    CHECK_NOTHROW(require_bounded(recipe));
    recipe.sample_rate_hz = 96000;
    CHECK_THROWS_WITH_AS(
        require_bounded(recipe),
        "the sound would be 115008000 samples long, 67108864 are allowed; shorten it or lower its rate",
        std::invalid_argument);
    CHECK_NOTHROW(require_bounded(joints(1, 100.0, 0.0)));
    CHECK_THROWS_AS(require_bounded(joints(7, 100.0, 0.0)), std::invalid_argument);
}

TEST_CASE("as many takes at once as fit into the room of one") {
    CHECK(takes_at_once(joints(1, 0.4, 0.0), 8) == 8);
    CHECK(takes_at_once(joints(1, 50.0, 0.0), 8) == 2);
    CHECK(takes_at_once(joints(1, 100.0, 0.0), 8) == 1);
}
