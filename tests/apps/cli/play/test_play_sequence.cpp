#include "apps/cli/play/play_sequence.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using synovia::cli::Sequence;

namespace {

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
        Sequence sequence({{1, 2, 3}, {}, {4, 5}}, 2);
        std::vector<float> all = drained(sequence, block);
        CHECK(all.size() == (expected.size() + block - 1) / block * block);
        REQUIRE(all.size() >= expected.size());
        CHECK(std::vector<float>(all.begin(), all.begin() + 10) == expected);
        CHECK(std::count(all.begin() + 10, all.end(), 0.0F) == static_cast<long>(all.size()) - 10);
    }
}

TEST_CASE("for ever has no end") {
    Sequence sequence({{1, 2, 3}}, std::nullopt);
    CHECK(drained(sequence, 100).size() == 1000);
}

TEST_CASE("the place names round and sound, the peak is that since the last look") {
    Sequence sequence({{0.1F, -0.5F, 0.2F}, {0.25F, 0.125F}}, 3);
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
    Sequence sequence({{1, -1, 2, -2, 3, -3}, {4, -4}}, 1, 2);
    std::vector<float> out(2 * 3);
    CHECK(sequence.fill(out.data(), 3));
    CHECK(out == std::vector<float>{1, -1, 2, -2, 3, -3});
    CHECK_FALSE(sequence.fill(out.data(), 3));
    CHECK(out == std::vector<float>{4, -4, 0, 0, 0, 0});
}
