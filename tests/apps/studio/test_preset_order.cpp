#include "apps/studio/preset_order.hpp"

#include <doctest/doctest.h>

#include "apps/preset/library.hpp"

using namespace synovia;
using namespace synovia::studio;
using Names = std::vector<std::string>;

namespace {

Names ordered(const Names& names) { return in_order_of_use(names, preset::search_dirs()); }

PresetUse use_of_text(const std::string& text) {
    return use_of(preset::load_text(text, "mine", preset::search_dirs()));
}

}  // namespace

TEST_CASE("cracks come first, then other joints, the back, what is silent, free bubbles, and what cannot be read") {
    CHECK(ordered({"no-such-preset", "blake-threshold", "thrust-l45", "hip", "knuckle-slow", "minnaert",
                   "twice-in-a-row", "knuckle-crack", "knuckle"}) ==
          Names{"knuckle-crack", "hip", "knuckle", "thrust-l45", "knuckle-slow", "twice-in-a-row", "blake-threshold",
                "minnaert", "no-such-preset"});
    CHECK(ordered({}).empty());
}

TEST_CASE("a preset says its use itself: what it extends may sound where it does not") {
    CHECK(use_of_text("schema = 1\nkind = \"joint\"") == PresetUse::heard);
    CHECK(use_of_text("schema = 1\nkind = \"bubble\"") == PresetUse::physics);
    CHECK(use_of_text("schema = 1\nextends = \"knuckle-slow\"") == PresetUse::heard);
    CHECK(use_of_text("schema = 1\nextends = \"knuckle\"\n[about]\nuse = \"silent\"") == PresetUse::silent);
    CHECK_THROWS_WITH(
        use_of_text("schema = 1\nkind = \"joint\"\n[about]\nuse = \"loud\""),
        "mine:4:1: about.use: given the text \"loud\", expected one of \"heard\", \"silent\", \"physics\"");
}
