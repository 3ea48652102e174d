#include "apps/studio/render_plan.hpp"

#include <doctest/doctest.h>

#include "solver/parameters.hpp"

using namespace synovia::studio;

TEST_CASE("numbers and stems go between name and ending") {
    RenderPlan plan;
    plan.recipe.parts = {{"knuckle", {}, {}}, {"thumb", {}, {}}};
    plan.output = "d/a.b.wav";
    CHECK(take_path(plan, 1) == "d/a.b.wav");
    CHECK(stem_path("d/a.b.wav", plan.recipe, {1, {}}) == "d/a.b-2-thumb.wav");
    plan.numbered = true;
    plan.takes = 1000;
    CHECK(take_path(plan, 7) == "d/a.b-0007.wav");
    plan.takes = 9;
    CHECK(take_path(plan, 7) == "d/a.b-07.wav");
    CHECK(manifest_path(plan) == "d/a.b-manifest.json");
}

TEST_CASE("a stem of a spine is named after its facet, and any may come") {
    Recipe recipe;
    recipe.parts = {{"knuckle", {}, {}}, {"thrust", {}, synovia::default_scenario(synovia::Kind::spine)}};
    CHECK(stem_path("a.wav", recipe, {1, 12}) == "a-2-L4-L5-left.wav");
    CHECK(stem_paths("a.wav", recipe).size() == 1 + 16);
    CHECK(stem_paths("a.wav", recipe).back() == "a-2-L5-S1-right.wav");
    recipe.parts[1].facet = 3;
    CHECK(stem_paths("a.wav", recipe).back() == "a-2-T11-T12-right.wav");
}
