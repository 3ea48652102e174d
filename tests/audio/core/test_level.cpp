#include "audio/core/level.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>

#include "audio/core/true_peak.hpp"
#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

Signal pop_pa() {
    Signal signal;
    for (int n = 0; n < 2000; ++n) signal.samples.push_back(0.6 * std::exp(-n / 300.0) * std::sin(0.21 * n));
    return signal;
}

}  // namespace

TEST_CASE("level texts are read") {
    CHECK(parse_level("truepeak").mode == LevelMode::true_peak);
    CHECK(parse_level("truepeak").value_db == -1.0);
    CHECK(parse_level("truepeak:-3.5").value_db == -3.5);
    CHECK(parse_level("cal:120").mode == LevelMode::calibrated);
    CHECK(parse_level("cal:120").value_db == 120.0);
    CHECK(parse_level("pa").mode == LevelMode::pascal);
}

TEST_CASE("what is no level is refused with what is allowed") {
    for (const char* text :
         {"", "loud", "truepeak:", "truepeak:x", "truepeak:1", "truepeak:-121", "truepeak:nan", "truepeak:-1dB",
          "truepeak: -1", "cal", "cal:", "cal:-1", "cal:201", "cal:inf", "cal:1e400", "pa:1", "PA", "cal:120,5"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(parse_level(text), std::invalid_argument);
    }
    CHECK_THROWS_WITH(
        parse_level("loud"),
        "level \"loud\" is none of: truepeak:DB with DB from -120 to 0 (peak in dBTP), cal:DB with DB from "
        "0 to 200 (full scale in dB SPL peak), pa (1.0 = 1 Pa)");
}

TEST_CASE("a level survives its text") {
    for (const Level level : {Level{}, Level{LevelMode::calibrated, 94.1}, Level{LevelMode::pascal, 0.0}}) {
        const Level again = parse_level(to_text(level));
        CHECK(again.mode == level.mode);
        CHECK(again.value_db == level.value_db);
    }
}

TEST_CASE("calibrated: 120 dB SPL is exactly 20 Pa at full scale") {
    CHECK(level_gain(pop_pa(), parse_level("cal:120")) == near(1.0 / 20.0, 1e-15));
    CHECK(level_gain({}, parse_level("cal:120")) == near(1.0 / 20.0, 1e-15));
}

TEST_CASE("pa: no gain") { CHECK(level_gain(pop_pa(), parse_level("pa")) == 1.0); }

TEST_CASE("truepeak: the levelled signal has the true peak asked for, and the gain undoes it") {
    const Signal pa = pop_pa();
    for (const double dbtp : {-1.0, 0.0, -20.0}) {
        const double gain = level_gain(pa, {LevelMode::true_peak, dbtp});
        const Signal full_scale = scaled(pa, gain);
        CHECK(decibels(true_peak(full_scale)) == near(dbtp, 1e-12));
        CHECK(full_scale.samples[7] / gain == near(pa.samples[7], 1e-15));
    }
}

TEST_CASE("silence has no true peak, so its gain is 1") { CHECK(level_gain(SparseSignal(), {}) == 1.0); }

TEST_CASE("samples beyond full scale are counted, full scale itself is not") {
    CHECK(count_beyond_full_scale(Signal{48000.0, 0.0, {1.0, -1.0, 1.0000001, -3.0, 0.5}}) == 2);
}

TEST_CASE("decibels") {
    CHECK(decibels(-10.0) == near(20.0, 1e-15));
    CHECK(std::isinf(decibels(0.0)));
    CHECK(db_spl(20.0) == near(120.0, 1e-15));
    CHECK(db_spl(1.0) == near(93.979400086720376, 1e-15));
    CHECK(db_re_micropascal(1.0) == near(120.0, 1e-15));
}

TEST_CASE("a level in decibels and its factor are inverses") {
    for (const double level : {-120.0, -6.0, 0.0, 20.0, 96.33}) CHECK(decibels(factor_of(level)) == near(level, 1e-14));
    CHECK(factor_of(20.0) == near(10.0, 1e-15));
}
