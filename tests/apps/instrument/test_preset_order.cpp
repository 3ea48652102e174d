#include "apps/instrument/preset_order.hpp"

#include <doctest/doctest.h>

using synovia::instrument::by_use;
using Names = std::vector<std::string>;

TEST_CASE("cracks come first, then other joints, free bubbles last, and what cannot be read behind them") {
    CHECK(by_use({"no-such-preset", "blake-threshold", "hip", "minnaert", "knuckle-crack", "knuckle"}) ==
          Names{"knuckle-crack", "hip", "knuckle", "blake-threshold", "minnaert", "no-such-preset"});
    CHECK(by_use({}).empty());
}
