#include "apps/studio/render_plan.hpp"

#include <doctest/doctest.h>

using namespace synovia::studio;

TEST_CASE("numbers and stems go between name and ending") {
    RenderPlan plan;
    plan.recipe.parts = {{"knuckle", {}, {}}, {"thumb", {}, {}}};
    plan.output = "d/a.b.wav";
    CHECK(take_path(plan, 1) == "d/a.b.wav");
    CHECK(stem_path("d/a.b.wav", plan.recipe, 1) == "d/a.b-2-thumb.wav");
    plan.numbered = true;
    plan.takes = 1000;
    CHECK(take_path(plan, 7) == "d/a.b-0007.wav");
    plan.takes = 9;
    CHECK(take_path(plan, 7) == "d/a.b-07.wav");
    CHECK(manifest_path(plan) == "d/a.b-manifest.json");
}
