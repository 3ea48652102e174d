#include "apps/cli/plot/child_process.hpp"

#include <doctest/doctest.h>
#include <signal.h>

#include <string>
#include <vector>

using synovia::cli::run_child;

TEST_CASE("a child gets its input and gives both outputs and its status") {
    const auto result = run_child(std::vector<std::string>{"sh", "-c", "cat; echo trouble >&2; exit 7"}, "hello");
    CHECK(result.started);
    CHECK(result.out == "hello");
    CHECK(result.err == "trouble\n");
    CHECK(result.exit_status == 7);
}

TEST_CASE("more than a pipe holds passes both ways at once") {
    const std::string much(3'000'000, 'x');  // a pipe holds 64 KiB
    const auto result = run_child(std::vector<std::string>{"cat"}, much);
    CHECK(result.out == much);
}

TEST_CASE("a child that does not read its input is no hang") {
    signal(SIGPIPE, SIG_IGN);  // as main() does
    const auto result = run_child(std::vector<std::string>{"true"}, std::string(3'000'000, 'x'));
    CHECK(result.exit_status == 0);
}

TEST_CASE("a program that is not installed is told apart from one that fails") {
    CHECK_FALSE(run_child(std::vector<std::string>{"no-such-program-synovia"}, "").started);
    CHECK(run_child(std::vector<std::string>{"false"}, "").started);
}

TEST_CASE("death by a signal is a status") {
    CHECK(run_child(std::vector<std::string>{"sh", "-c", "kill -TERM $$"}, "").exit_status == 128 + 15);
}
