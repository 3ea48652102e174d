#include <doctest/doctest.h>

#include "tests/apps/cli/support.hpp"

using synovia::cli::test::Workplace;

namespace {

/// The program as it is installed, with a page of one word beside it and a desktop that notes what it is asked to open.
struct Installed : Workplace {
    Installed() {
        sh("mkdir -p bin share/synovia desktop && cp \"$synovia\" bin/ && printf page "
           ">share/synovia/synovia-classroom.html\n"
           "printf '#!/bin/sh\\nprintf %%s \"$1\" >\"$(dirname \"$0\")/opened\"\\n' >desktop/xdg-open\n"
           "chmod +x desktop/xdg-open");
    }
    synovia::cli::ChildResult classroom(const std::string& words) const {
        return sh("PATH=$PWD/desktop:$PATH bin/synovia classroom " + words);
    }
};

}  // namespace

TEST_CASE("the page is written whole and opened") {
    const Installed place;
    const auto result = place.classroom("-o lesson.html");
    CHECK(result.exit_status == 0);
    CHECK(result.out.empty());
    CHECK(place.sh("cat lesson.html").out == "page");
    // The desktop is not waited for: it has a second.
    const auto opened =
        place.sh("for i in 1 2 3 4 5 6 7 8 9 10; do cat desktop/opened 2>/dev/null && break; sleep 0.1; done");
    CHECK(opened.out == place.sh("printf %s \"$PWD/lesson.html\"").out);
}

TEST_CASE("--no-open opens nothing") {
    const Installed place;
    CHECK(place.classroom("--no-open").exit_status == 0);
    CHECK(place.sh("cat synovia-classroom.html").out == "page");
    CHECK(place.sh("sleep 0.3; test -e desktop/opened").exit_status != 0);
}

TEST_CASE("the same page may be asked for again, another file is not replaced") {
    const Installed place;
    CHECK(place.classroom("--no-open").exit_status == 0);
    CHECK(place.classroom("--no-open").exit_status == 0);
    place.sh("printf mine >synovia-classroom.html");
    const auto refused = place.classroom("--no-open");
    CHECK(refused.exit_status == 5);
    CHECK(refused.err.find("exists; --force replaces it") != std::string::npos);
    CHECK(place.sh("cat synovia-classroom.html").out == "mine");
    CHECK(place.classroom("--no-open --force").exit_status == 0);
    CHECK(place.sh("cat synovia-classroom.html").out == "page");
}

TEST_CASE("a desktop without a way to open files is no failure") {
    const Installed place;
    place.sh("mkdir empty && ln -s \"$(command -v sh)\" empty/");
    const auto result = place.sh("PATH=$PWD/empty bin/synovia classroom");
    CHECK(result.exit_status == 0);
    CHECK(result.err.find("open synovia-classroom.html in a browser") != std::string::npos);
}
