#include "audio/measure/crack_set.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/audio/measure/crack_signals.hpp"
#include "tests/near.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;
using synovia::test::near;

TEST_CASE("mean and deviation") {
    const Spread s = spread({1.0, 2.0, 6.0});
    CHECK(s.count == 3);
    CHECK(s.mean == near(3.0, 1e-12));
    CHECK(s.deviation == near(std::sqrt(7.0), 1e-12));
    CHECK(spread({5.0}).deviation == 0.0);
    CHECK(spread({}).count == 0);
}

TEST_CASE("a set of cracks: levels, correlation and first pulses; the silent one is left out") {
    const double s = 0.1e-3;
    const CrackSet set =
        crack_set({bursts({{0.05, 3000.0, 2.0, s}}), bursts({{0.05, 3000.0, 0.2, s}}), std::vector<double>(4800),
                   bursts({{0.05, 3000.0, 0.1, s}, {0.0525, 3000.0, 0.2, s}})},
                  crack_rate_hz);
    // 2 Pa and 0.2 Pa are 100 and 80 dB SPL.
    CHECK(set.level_db_spl.count == 3);
    CHECK(set.level_db_spl.mean == near((100.0 + 80.0 + 80.0) / 3.0, 1e-6));
    CHECK(set.level_db_spl.deviation == near(20.0 / std::sqrt(3.0), 1e-6));
    CHECK(set.first_loudest.mean == near(2.0 / 3.0, 1e-12));
    CHECK(set.pulses.mean == near(4.0 / 3.0, 1e-12));
    CHECK(set.spacing_s.count == 1);
    CHECK(std::abs(set.spacing_s.mean - 2.5e-3) < 1e-5);
    // One burst is the other; of the double one, the louder pulse is 0.2/sqrt(0.2^2 + 0.1^2) of its root energy.
    CHECK(set.correlation.count == 3);
    CHECK(set.correlation.mean == near((1.0 + 2.0 * 2.0 / std::sqrt(5.0)) / 3.0, 1e-6));
}
