#include "apps/cli/plot/plot_axis.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/near.hpp"

using namespace synovia::cli;
using synovia::test::near;

TEST_CASE("values get the prefix that leaves one to three digits, volumes litres") {
    CHECK(scale_for(1.2e-5, "m").unit == "µm");
    CHECK(scale_for(1.2e-5, "m").factor == near(1e6, 1e-12));
    CHECK(scale_for(1.2e5, "Pa").unit == "kPa");
    CHECK(scale_for(0.6, "Pa").unit == "Pa");
    CHECK(scale_for(9e-8, "m3").unit == "µL");
    CHECK(scale_for(9e-8, "m3").factor == near(1e9, 1e-12));
    CHECK(scale_for(0.0, "s").unit == "s");
}

TEST_CASE("a range has room above and below, even where nothing moves") {
    const Span range = with_margin({-1.0, 1.0});
    CHECK(range.low == near(-1.16, 1e-12));
    CHECK(range.high == near(1.16, 1e-12));
    CHECK(with_margin({3.0, 3.0}).low < 3.0);
    CHECK(with_margin({0.0, 0.0}).high > 0.0);
}

TEST_CASE("ticks are 1, 2 or 5 times a power of ten apart, and no closer than asked") {
    CHECK(tick_step(2.0) == near(2.0, 1e-12));
    CHECK(tick_step(2.1) == near(5.0, 1e-12));
    CHECK(tick_step(0.07) == near(0.1, 1e-12));
    for (double least = 1e-3; least < 1e3; least *= 1.3) {
        CAPTURE(least);
        CHECK(tick_step(least) >= least * (1.0 - 1e-12));
        CHECK(tick_step(least) < 2.5 * least);
    }
}

TEST_CASE("ticks lie inside their range, and are less round where that makes two of them") {
    const Ticks usual = ticks_within({-120.0, 120.0}, 70.0);
    CHECK(usual.first == -100.0);
    CHECK(usual.step == near(100.0, 1e-12));
    CHECK(usual.last == 100.0);
    const Ticks narrow = ticks_within({-0.9, 0.9}, 0.7);
    CHECK(narrow.first == near(-0.8, 1e-12));
    CHECK(narrow.last == near(0.8, 1e-12));
    const Ticks from_zero = ticks_within({-0.1, 4.0}, 1.0);
    CHECK_FALSE(std::signbit(from_zero.first));
    CHECK(from_zero.first == 0.0);
}

TEST_CASE("names that would touch move apart and keep their order") {
    std::vector<double> places{0.0, 1.0, 1.5, 20.0};
    spread(places, 4.0);
    for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i] - places[i - 1] >= 4.0 - 1e-12);
    CHECK(places[3] == 20.0);
    std::vector<double> apart{0.0, 5.0};
    spread(apart, 4.0);
    CHECK(apart == std::vector<double>{0.0, 5.0});
}

TEST_CASE("a text breaks between words, counted in letters") {
    CHECK(letters("µL ü") == 4);
    CHECK(wrapped_words("Change of capsule volume (µL)", 14) ==
          std::vector<std::string>{"Change of", "capsule volume", "(µL)"});
    CHECK(wrapped_words("extraordinarily long", 5) == std::vector<std::string>{"extraordinarily", "long"});
    CHECK(wrapped_words("", 5).empty());
}
