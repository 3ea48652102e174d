#include "apps/studio/human.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace synovia::studio;

TEST_CASE("prefixes bring numbers between 1 and 1000") {
    CHECK(with_prefix(-119786.8, "Pa") == "-119.8 kPa");
    CHECK(with_prefix(4.25853e-3, "m") == "4.259 mm");
    CHECK(with_prefix(3e-7, "m") == "300 nm");
    CHECK(with_prefix(1.0, "s") == "1 s");
    CHECK(with_prefix(0.0, "s") == "0 s");
    CHECK(with_prefix(1000.0, "s") == "1000 s");
    CHECK(with_prefix(12345.6, "s") == "12345.6 s");
    CHECK(with_prefix(1e-20, "Pa") == "0 Pa");
    CHECK(with_prefix(1e20, "Pa") == "100x10^18 Pa");
}

TEST_CASE("units that take no prefix get a power of ten where the number would be hard to read") {
    CHECK(with_power(2e11, "Pa s/m3") == "200x10^9 Pa s/m3");
    CHECK(with_power(-3e-13, "m3/Pa") == "-300x10^-15 m3/Pa");
    CHECK(with_power(0.03, "kg") == "0.03 kg");
    CHECK(with_power(0.001, "Pa s") == "0.001 Pa s");
    CHECK(with_power(5e4, "N/m") == "50x10^3 N/m");
    CHECK(with_power(99999.6, "N/m") == "100x10^3 N/m");
    CHECK(with_power(0.06, "") == "0.06");
    CHECK(with_power(0.0, "kg") == "0 kg");
}

TEST_CASE("values in the units that people use") {
    CHECK(in_use(0.03, "kg") == "30 g");
    CHECK(in_use(2e11, "Pa s/m3") == "200 GPa s/m3");
    CHECK(in_use(3e-13, "m3/Pa") == "0.3 mm3/kPa");
    CHECK(in_use(1e-7, "m3") == "100 mm3");
    CHECK(in_use(70.0, "deg") == "70 deg");
    CHECK(in_use(0.15, "s") == "150 ms");
    CHECK(in_use(5e4, "N/m") == "50 kN/m");
    CHECK(in_use(0.055, "N/m") == "55 mN/m");
    CHECK(in_use(0.05, "") == "0.05");
    CHECK(in_use(1010.0, "kg/m3") == "1010 kg/m3");
}

TEST_CASE("rounding may carry into the next prefix") {
    CHECK(with_prefix(0.99996, "s") == "1 s");
    CHECK(with_prefix(999.94, "m") == "999.9 m");
    CHECK(with_prefix(999.96, "m") == "1 km");
}

TEST_CASE("sound pressures stay in pascal where that reads well") {
    CHECK(sound_pressure(0.61614) == "0.616 Pa");
    CHECK(sound_pressure(20.0) == "20 Pa");
    CHECK(sound_pressure(2e-5) == "20 uPa");
    CHECK(sound_pressure(8606.0) == "8.606 kPa");
}

TEST_CASE("nothing has no sign") {
    CHECK(significant(-0.0, 3) == "0");
    CHECK(with_prefix(-0.0, "m") == "0 m");
}

TEST_CASE("a level of silence has a word") {
    CHECK(decibel_text(89.77) == "89.8 dB");
    CHECK(decibel_text(-0.04) == "0.0 dB");
    CHECK(decibel_text(-0.06) == "-0.1 dB");
    CHECK(decibel_text(-std::numeric_limits<double>::infinity()) == "-inf dB");
}
