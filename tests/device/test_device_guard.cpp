#include "audio/device/device_guard.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <thread>

#include "tests/device/support.hpp"

using namespace synovia::audio;

namespace {

void sleep_long() { std::this_thread::sleep_for(std::chrono::seconds(30)); }

}  // namespace

TEST_CASE("a call that does not come back is left alone") {
    CHECK_THROWS_WITH_AS(within(0.02, "the card", sleep_long), "the card does not answer", Unresponsive);
}

TEST_CASE("a call that comes back has been made, and its exception is passed on") {
    const auto made = std::make_shared<bool>(false);
    within(10.0, "the card", [made] { *made = true; });
    CHECK(*made);
    CHECK_THROWS_AS(within(10.0, "the card", [] { throw std::out_of_range("x"); }), std::out_of_range);
}

TEST_CASE("a trial tells how a call would end here") {
    CHECK(try_in_child(10.0, [] {}) == Trial::returned);
    CHECK(try_in_child(10.0, [] { std::abort(); }) == Trial::crashed);
    CHECK(try_in_child(10.0, [] { _exit(3); }) == Trial::crashed);
    CHECK(try_in_child(0.05, sleep_long) == Trial::hung);
}

TEST_CASE("a trial that takes its leave slowly has returned, and one that crashes then has not") {
    const synovia::test::SoundPlace place;
    const std::string left = (place / "left").string();
    const auto leave_slowly = [&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        synovia::cli::test::write_file(left, "left");
    };
    CHECK(try_in_child(
              10.0, [] {}, 10.0, leave_slowly) == Trial::returned);
    CHECK(synovia::cli::test::read_file(left) == "left");
    CHECK(try_in_child(
              10.0, [] {}, 0.05, sleep_long) == Trial::returned);
    CHECK(try_in_child(
              10.0, [] {}, 10.0, [] { std::abort(); }) == Trial::crashed);
}

TEST_CASE("what is written to standard error goes nowhere, and comes back") {
    const synovia::test::SoundPlace place;
    const std::string path = (place / "errors").string();
    const int before = dup(STDERR_FILENO);
    FILE* file = std::fopen(path.c_str(), "w");
    REQUIRE(file != nullptr);
    dup2(fileno(file), STDERR_FILENO);
    {
        const ErrorsSilenced silenced(true);
        std::fputs("unheard ", stderr);
    }
    {
        const ErrorsSilenced silenced(false);
        std::fputs("verbose ", stderr);
    }
    std::fputs("heard", stderr);
    dup2(before, STDERR_FILENO);
    close(before);
    std::fclose(file);
    CHECK(synovia::cli::test::read_file(path) == "verbose heard");
}
