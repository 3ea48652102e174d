#include "apps/cli/live/held_key.hpp"

#include <doctest/doctest.h>

using synovia::cli::HeldKey;

TEST_CASE("a key that says when it is released is held until then") {
    HeldKey key;
    CHECK(key.press());
    CHECK(key.down());
    CHECK_FALSE(key.pass(0.3));
    CHECK(key.release());
    CHECK_FALSE(key.down());
    CHECK_FALSE(key.release());
    CHECK_FALSE(key.pass(10.0));
}

TEST_CASE("repetitions hold it, their end releases it, once") {
    HeldKey key;
    CHECK(key.press());
    CHECK_FALSE(key.pass(0.66));  // before X repeats
    for (int i = 0; i < 10; ++i) {
        CHECK_FALSE(key.press());
        CHECK_FALSE(key.pass(0.04));
    }
    CHECK_FALSE(key.pass(0.1));
    CHECK(key.pass(0.02));
    CHECK_FALSE(key.pass(1.0));
    CHECK(key.press());  // again
}

TEST_CASE("a tap without repetitions ends by itself") {
    HeldKey key;
    key.press();
    CHECK_FALSE(key.pass(HeldKey::first_repeat_s));
    CHECK(key.pass(0.01));
}
