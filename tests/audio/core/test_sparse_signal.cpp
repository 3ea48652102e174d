#include "audio/core/sparse_signal.hpp"

#include <doctest/doctest.h>

#include "audio/core/level.hpp"
#include "audio/core/true_peak.hpp"
#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

/// Two channels, 1000 frames: frames 100 to 102 and 500 to 501 sound.
SparseSignal apart() {
    SparseSignal signal(48000.0, 0.5, 2, 1000);
    signal.pieces.push_back({100, {1.0, 2.0, 3.0, 4.0, 5.0, 6.0}});
    signal.pieces.push_back({500, {-7.0, 8.0, 9.0, -10.0}});
    return signal;
}

}  // namespace

TEST_CASE("pieces stand in the dense signal where they belong, and all else is zero") {
    const Signal all = dense(apart());
    CHECK(all.frames() == 1000);
    CHECK(all.channels == 2);
    CHECK(all.start_time_s == 0.5);
    CHECK(all.at(99, 1) == 0.0);
    CHECK(all.at(100, 0) == 1.0);
    CHECK(all.at(102, 1) == 6.0);
    CHECK(all.at(103, 0) == 0.0);
    CHECK(all.at(501, 1) == -10.0);
    double sum = 0.0;
    for (const double x : all.samples) sum += std::abs(x);
    CHECK(sum == 55.0);
}

TEST_CASE("a part of it is the part of the dense signal, also beyond its ends") {
    for (const std::ptrdiff_t begin : {-50, 0, 99, 101, 103, 501, 502, 2000})
        for (const std::size_t count : {0U, 1U, 2U, 400U, 401U, 402U, 3000U}) {
            CAPTURE(begin);
            CAPTURE(count);
            const SparseSignal part = part_of(apart(), begin, count);
            const Signal all = dense(apart()), whole = dense(part);
            REQUIRE(whole.frames() == count);
            CHECK(part.start_time_s == near(0.5 + static_cast<double>(begin) / 48000.0, 1e-14));
            for (std::size_t n = 0; n < count; ++n) {
                const auto from = begin + static_cast<std::ptrdiff_t>(n);
                const bool there = from >= 0 && from < 1000;
                if (whole.at(n, 1) != (there ? all.at(static_cast<std::size_t>(from), 1) : 0.0)) FAIL(n);
            }
        }
}

TEST_CASE("what is appended continues the last piece, or begins a new one behind silence") {
    SparseSignal signal(48000.0, 0.0, 1, 0);
    append(signal, std::vector<double>{1.0});
    append(signal, std::vector<double>{2.0});
    append(signal, {});
    CHECK(signal.pieces.size() == 1);
    signal.length += 10;
    append(signal, std::vector<double>{3.0});
    REQUIRE(signal.pieces.size() == 2);
    CHECK(signal.pieces[1].first == 12);
    CHECK(signal.frames() == 13);
}

TEST_CASE("peaks, channels and levels are those of the dense signal") {
    const SparseSignal signal = apart();
    CHECK(sample_peak(signal) == 10.0);
    CHECK(sample_peak(signal, 501) == 10.0);
    CHECK(sample_peak(signal, 502) == 0.0);
    CHECK(sample_peak(channel(signal, 0)) == 9.0);
    CHECK(dense(channel(signal, 1)).samples == channel(dense(signal), 1).samples);
    CHECK(peak_frame(signal) == 501);
    CHECK(peak_frame(SparseSignal(48000.0, 0.0, 1, 10)) == 0);
    CHECK(true_peak(signal) == near(true_peak(dense(signal)), 1e-14));
    CHECK(count_beyond_full_scale(signal) == 9);
    CHECK(dense(scaled(signal, 0.5)).samples == scaled(dense(signal), 0.5).samples);
    CHECK(dense(SparseSignal(dense(signal))).samples == dense(signal).samples);
}
