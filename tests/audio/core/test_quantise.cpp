#include "audio/core/quantise.hpp"

#include <doctest/doctest.h>

using namespace synovia::audio;

TEST_CASE("samples are rounded to the nearest step, at the top of 32 bits") {
    const double step = 1.0 / 32768.0;
    const std::vector<double> x{0.0, 0.4 * step, 0.6 * step, -0.4 * step, -0.6 * step, 0.5, -1.0, 100.0 * step};
    CHECK(quantised(x, 16) == std::vector<std::int32_t>{0, 0, 65536, 0, -65536, 1 << 30, INT32_MIN, 100 * 65536});
    CHECK(quantised(std::vector<double>{3.0 / 8388608.0}, 24) == std::vector<std::int32_t>{3 * 256});
}

TEST_CASE("what is beyond full scale is held at full scale") {
    const std::vector<double> x{1.0, 1.2, -1.2, 1e300, -1e300};
    CHECK(quantised(x, 16) ==
          std::vector<std::int32_t>{32767 * 65536, 32767 * 65536, INT32_MIN, 32767 * 65536, INT32_MIN});
    CHECK(quantised(x, 24) ==
          std::vector<std::int32_t>{8388607 * 256, 8388607 * 256, INT32_MIN, 8388607 * 256, INT32_MIN});
    CHECK(quantised(x, 32) == std::vector<std::int32_t>{INT32_MAX, INT32_MAX, INT32_MIN, INT32_MAX, INT32_MIN});
}

TEST_CASE("rounding has no offset") {
    std::vector<double> ramp;  // 10,001 points over 10 steps, symmetric
    for (int i = -5000; i <= 5000; ++i) ramp.push_back(i / 1000.0 / 8388608.0);
    std::int64_t sum = 0;
    for (const std::int32_t x : quantised(ramp, 24)) sum += x;
    CHECK(sum == 0);
}
