#include <doctest/doctest.h>

#include "tests/apps/cli/support.hpp"

using synovia::cli::test::contains;
using synovia::cli::test::read_file;
using synovia::cli::test::Workplace;
using synovia::cli::test::write_file;

TEST_CASE("the picture of a pop names panels, lines and events") {
    const Workplace place;
    const auto result = place.sh("synovia plot knuckle");
    CHECK(result.exit_status == 0);
    CHECK(result.out.empty());
    CHECK(result.err == "wrote knuckle.svg\n");
    const std::string svg = read_file(place / "knuckle.svg");
    CHECK(contains(svg, "</svg>"));
    for (const char* text : {"Hand (mm)", "Gap (mm)", "Change of", "capsule volume", "(µL)", "Absolute",
                             "pressure (kPa)", "Bubble radius", "Sound at 0.3 m", "Pitch 1.64 kHz", "atmosphere",
                             "vapour pressure", "Blake threshold", "bubble nucleates", "first maximum of the bubble",
                             "first re-contraction", "bones part fastest", "Time (ms)", "Time after nucleation (ms)"}) {
        CAPTURE(text);
        CHECK(contains(svg, text));
    }
    CHECK(place.files() == "knuckle.svg");
}

TEST_CASE("an SVG has a shape but no size: it fills what it stands in") {
    const Workplace place;
    const std::string svg = place.sh("synovia plot knuckle -o -").out;
    const std::string head = svg.substr(0, svg.find('>', svg.find("<svg")));
    CHECK(contains(head, "viewBox=\"0 0 1600 900\""));
    CHECK(contains(head, "width=\"100%\" height=\"100%\""));
}

TEST_CASE("the picture of a ringing bubble says its frequency and leaves out the pressure that never changes") {
    const Workplace place;
    const std::string svg = place.sh("synovia plot minnaert -o -").out;
    CHECK(contains(svg, "Rings at 3.29 kHz"));
    CHECK(contains(svg, "one swing: 304 µs"));
    CHECK(contains(svg, "bubble radius"));
    CHECK_FALSE(contains(svg, "Absolute"));
}

TEST_CASE("several presets share one picture, with a legend") {
    const Workplace place;
    const auto result = place.sh("synovia plot knuckle knuckle-slow");
    CHECK(result.err == "wrote comparison.svg\n");
    const std::string svg = read_file(place / "comparison.svg");
    CHECK(contains(svg, "Knuckle: a brisk pull pops it, pitch 1.64 kHz"));
    CHECK(contains(svg, "Knuckle, pulled slowly: silent"));
    CHECK(contains(svg, "Time after nucleation (ms)"));
    CHECK(contains(svg, "stroke-dasharray"));
    const auto mixed = place.sh("synovia plot knuckle minnaert");
    CHECK(mixed.exit_status == 2);
    CHECK(contains(mixed.err, "knuckle and minnaert are of different kinds"));
    CHECK(place.sh("synovia plot toe toe toe toe toe toe toe toe").exit_status == 2);
    CHECK(place.files() == "comparison.svg");
}

TEST_CASE("every shipped preset has a picture") {
    const Workplace place;
    const auto result = place.sh("for p in $(synovia presets --names); do synovia plot $p --quiet || exit 1; done");
    CHECK(result.exit_status == 0);
    CHECK(result.err.empty());
    CHECK(place.sh("ls *.svg | wc -l").out == place.sh("synovia presets --names | wc -l").out);
}

TEST_CASE("PNG by the ending, SVG on standard output") {
    const Workplace place;
    CHECK(place.sh("synovia plot knuckle -o a.PNG").exit_status == 0);
    CHECK(read_file(place / "a.PNG").starts_with("\x89PNG"));
    const auto stream = place.sh("synovia plot knuckle -o -");
    CHECK(stream.out.starts_with("<?xml"));
    CHECK(stream.err.empty());
    CHECK(place.sh("synovia plot knuckle -o a.pdf").exit_status == 2);
    CHECK(place.files() == "a.PNG");
}

TEST_CASE("the same picture twice, and an existing one is kept") {
    const Workplace place;
    place.sh("synovia plot knuckle -o a.svg; synovia plot knuckle -o b.svg");
    CHECK(read_file(place / "a.svg") == read_file(place / "b.svg"));
    CHECK(place.sh("synovia plot knuckle-slow -o a.svg").exit_status == 5);
    CHECK(read_file(place / "a.svg") == read_file(place / "b.svg"));
    CHECK(place.sh("synovia plot knuckle-slow -o a.svg --force").exit_status == 0);
    CHECK(read_file(place / "a.svg") != read_file(place / "b.svg"));
}

TEST_CASE("a title is drawn, never run") {
    const Workplace place;
    write_file(place / "odd.toml",
               "schema = 1\nextends = \"knuckle\"\n[about]\ntitle = \"it's `touch hacked` \\\"$(touch hacked)\\\" "
               "{/Bold x}\"\n");
    CHECK(place.sh("synovia plot ./odd.toml").exit_status == 0);
    CHECK(contains(read_file(place / "odd.svg"), "it's `touch hacked` \"$(touch hacked)\" {/Bold x}"));
    CHECK(place.files() == "odd.svg odd.toml");
}

TEST_CASE("a missing gnuplot is said with the package's name") {
    const Workplace place;
    const auto result = place.sh("PATH=/nowhere; synovia plot knuckle");
    CHECK(result.exit_status == 5);
    CHECK(contains(result.err, "gnuplot-nox"));
    CHECK(place.files().empty());
}

TEST_CASE("a gnuplot that fails leaves no picture") {
    const Workplace place;
    place.sh("mkdir bin; printf '#!/bin/sh\\necho broken >&2; exit 3\\n' > bin/gnuplot; chmod +x bin/gnuplot");
    const auto result = place.sh("PATH=$PWD/bin:$PATH; synovia plot knuckle");
    CHECK(result.exit_status == 5);
    CHECK(contains(result.err, "gnuplot failed with status 3: broken"));
    CHECK(place.files() == "bin");
}
