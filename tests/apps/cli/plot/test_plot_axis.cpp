#include "apps/cli/plot/plot_axis.hpp"

#include <doctest/doctest.h>

using namespace synovia::cli;

TEST_CASE("values get the prefix that leaves one to three digits, volumes litres") {
    CHECK(scale_for(1.2e-5, "m").unit == "µm");
    CHECK(scale_for(1.2e-5, "m").factor == doctest::Approx(1e6));
    CHECK(scale_for(1.2e5, "Pa").unit == "kPa");
    CHECK(scale_for(0.6, "Pa").unit == "Pa");
    CHECK(scale_for(9e-8, "m3").unit == "µL");
    CHECK(scale_for(9e-8, "m3").factor == doctest::Approx(1e9));
    CHECK(scale_for(0.0, "s").unit == "s");
}

TEST_CASE("a range has room above and below, even where nothing moves") {
    const Span range = with_margin({-1.0, 1.0});
    CHECK(range.low == doctest::Approx(-1.16));
    CHECK(range.high == doctest::Approx(1.16));
    CHECK(with_margin({3.0, 3.0}).low < 3.0);
    CHECK(with_margin({0.0, 0.0}).high > 0.0);
}

TEST_CASE("ticks are round and no more than there is room for") {
    CHECK(tick_step(10.0, 5.0) == doctest::Approx(2.0));
    CHECK(tick_step(10.0, 3.0) == doctest::Approx(5.0));
    CHECK(tick_step(0.07, 3.0) == doctest::Approx(0.05));
    CHECK(tick_step(0.7, 1.0) == doctest::Approx(1.0));
    for (double extent = 1e-3; extent < 1e3; extent *= 1.3) {
        CAPTURE(extent);
        CHECK(extent / tick_step(extent, 3.0) <= 3.0 * (1.0 + 1e-12));
        CHECK(extent / tick_step(extent, 3.0) > 3.0 / 2.5 * (1.0 - 1e-12));
    }
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
