#include "apps/cli/play/play_sequence.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

using synovia::audio::Signal;
using synovia::audio::SparseSignal;
using synovia::cli::Sequence;

namespace {

/// Of one channel, unless it says more.
SparseSignal sound(std::vector<double> samples, std::size_t channels = 1) {
    return Signal{48000.0, 0.0, std::move(samples), channels};
}

/// The samples of whole blocks up to the one that says it was the last.
std::vector<float> drained(Sequence& sequence, std::size_t block) {
    std::vector<float> all;
    std::vector<float> out(block);
    for (bool more = true; more && all.size() < 1000;) {
        more = sequence.fill(out.data(), block);
        all.insert(all.end(), out.begin(), out.end());
    }
    return all;
}

}  // namespace

TEST_CASE("sounds follow each other and repeat, whatever the block, and silence fills the last one") {
    const std::vector<float> expected{1, 2, 3, 4, 5, 1, 2, 3, 4, 5};
    for (const std::size_t block : {1U, 2U, 3U, 4U, 5U, 7U, 10U, 64U}) {
        CAPTURE(block);
        Sequence sequence({sound({1, 2, 3}), sound({}), sound({4, 5})}, 2);
        std::vector<float> all = drained(sequence, block);
        CHECK(all.size() == (expected.size() + block - 1) / block * block);
        REQUIRE(all.size() >= expected.size());
        CHECK(std::vector<float>(all.begin(), all.begin() + 10) == expected);
        CHECK(std::count(all.begin() + 10, all.end(), 0.0F) == static_cast<long>(all.size()) - 10);
    }
}

TEST_CASE("for ever has no end") {
    Sequence sequence({sound({1, 2, 3})}, std::nullopt);
    CHECK(drained(sequence, 100).size() == 1000);
}

TEST_CASE("the place names round and sound, the peak is that since the last look") {
    Sequence sequence({sound({0.1, -0.5, 0.2}), sound({0.25, 0.125})}, 3);
    std::vector<float> out(4);
    CHECK(sequence.fill(out.data(), 2));
    CHECK(sequence.place().peak == 0.5F);
    CHECK(sequence.place().peak == 0.0F);
    CHECK(sequence.fill(out.data(), 2));
    CHECK(sequence.place().sound == 1);
    CHECK(sequence.place().round == 0);
    CHECK(sequence.fill(out.data(), 1));
    CHECK(sequence.place().round == 1);
}

TEST_CASE("of several channels whole frames follow each other") {
    Sequence sequence({sound({1, -1, 2, -2, 3, -3}, 2), sound({4, -4}, 2)}, 1);
    std::vector<float> out(2 * 3);
    CHECK(sequence.fill(out.data(), 3));
    CHECK(out == std::vector<float>{1, -1, 2, -2, 3, -3});
    CHECK_FALSE(sequence.fill(out.data(), 3));
    CHECK(out == std::vector<float>{4, -4, 0, 0, 0, 0});
}

TEST_CASE("silence between pieces lasts as long as it is, longer than any block") {
    SparseSignal sparse(48000.0, 0.0, 1, 700);
    sparse.pieces = {{3, {1.0, 2.0}}, {600, {3.0}}};
    std::vector<float> expected(700);
    expected[3] = 1;
    expected[4] = 2;
    expected[600] = 3;
    for (const std::size_t block : {1U, 64U, 300U, 700U}) {
        CAPTURE(block);
        Sequence sequence({sparse}, 1);
        std::vector<float> all = drained(sequence, block);
        all.resize(700);
        CHECK(all == expected);
    }
}
