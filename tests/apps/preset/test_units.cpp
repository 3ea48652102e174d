#include "apps/preset/units.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>
#include <string>

#include "solver/parameters.hpp"

namespace {

using synovia::preset::parse_quantity;
using synovia::preset::unit_suffix;

/// The message of the refusal, or "accepted".
std::string refusal(std::string_view text, std::string_view unit) {
    try {
        parse_quantity(text, unit);
        return "accepted";
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
}

/// Conversions that are no power of ten round twice: once in the factor, once in the product.
bool within_two_ulp(double value, double expected) {
    return std::abs(value - expected) <= 2.0 * (std::nextafter(std::abs(expected), INFINITY) - std::abs(expected));
}

TEST_CASE("a bare number is in the unit asked for") {
    CHECK(parse_quantity("0.25", "m") == 0.25);
    CHECK(parse_quantity(" +3e-7 ", "m") == 3e-7);
    CHECK(parse_quantity("-1.5E+2", "m/s") == -150.0);
    CHECK(parse_quantity("7", "") == 7.0);
}

TEST_CASE("decimal prefixes give exactly the double of the shifted decimal") {
    CHECK(parse_quantity("0.3um", "m") == 3e-7);
    CHECK(parse_quantity("0.3\u00b5m", "m") == 3e-7);
    CHECK(parse_quantity("0.3\u03bcm", "m") == 3e-7);
    CHECK(parse_quantity("6.9 mm", "m") == 6.9e-3);
    CHECK(parse_quantity("12.3cm", "m") == 0.123);
    CHECK(parse_quantity("1.1nm", "m") == 1.1e-9);
    CHECK(parse_quantity("300ms", "s") == 0.3);
    CHECK(parse_quantity("0.7us", "s") == 7e-7);
    CHECK(parse_quantity("100.3kPa", "Pa") == 100300.0);
    CHECK(parse_quantity("0.13MPa", "Pa") == 1.3e5);
    CHECK(parse_quantity("1.1bar", "Pa") == 1.1e5);
    CHECK(parse_quantity("7mbar", "Pa") == 700.0);
    CHECK(parse_quantity("30g", "kg") == 0.03);
    CHECK(parse_quantity("1.2kg", "kg") == 1.2);
    CHECK(parse_quantity("3.3mPas", "Pa s") == 3.3e-3);
    CHECK(parse_quantity("3.3 mPa s", "Pa s") == 3.3e-3);
    CHECK(parse_quantity("29kHz", "Hz") == 29000.0);
    CHECK(parse_quantity("0.1mL", "m3") == 1e-7);
    CHECK(parse_quantity("100ul", "m3") == 1e-7);
    CHECK(parse_quantity("70mm3", "m3") == 7e-8);
    CHECK(parse_quantity("0.07cm^3", "m3") == 7e-8);
    CHECK(parse_quantity("55 mN/m", "N/m") == 0.055);
    CHECK(parse_quantity("8 N/mm", "N/m") == 8000.0);
    CHECK(parse_quantity("1.5 N/mm3", "N/m3") == 1.5e9);
    CHECK(parse_quantity("2500 um2/s", "m2/s") == 2.5e-9);
    CHECK(parse_quantity("1.01 g/mL", "kg/m3") == 1010.0);
    CHECK(parse_quantity("0.3 uL/MPa", "m3/Pa") == 3e-16);
    CHECK(parse_quantity("0.2 kPa*s/uL", "Pa s/m3") == 2e11);
    CHECK(parse_quantity("25%", "") == 0.25);
    CHECK(parse_quantity("0.5e2 %", "") == 0.5);
}

TEST_CASE("other units follow their definitions") {
    CHECK(parse_quantity("1atm", "Pa") == 101325.0);
    CHECK(within_two_ulp(parse_quantity("-5mmHg", "Pa"), -666.611937075));
    CHECK(within_two_ulp(parse_quantity("8kgf", "N"), 78.4532));
    CHECK(parse_quantity("2min", "s") == 120.0);  // the minute, not a milli-inch
    CHECK(parse_quantity("0.5h", "s") == 1800.0);
    CHECK(within_two_ulp(parse_quantity("30 uL/atm", "m3/Pa"), 2.9607698001480386e-13));
}

TEST_CASE("what is no quantity of the dimension is refused, with what fits") {
    CHECK(refusal("5 Hz", "m").find("another dimension") != std::string::npos);
    CHECK(refusal("5 Hz", "Pa").find("what fits: Pa, bar, atm, mmHg") != std::string::npos);
    CHECK(refusal("5 m", "").find("another dimension") != std::string::npos);
    CHECK(refusal("5 %", "m").find("another dimension") != std::string::npos);
    CHECK(refusal("5 furlong", "m").find("no known unit") != std::string::npos);
    for (const std::string text :
         {"5 m/", "5 /s", "5 m//s", "5 m**s", "5 2", "5 kmin", "5 m99", "5 uu", "5e", "0x10", "1_000", "5 m^"})
        CHECK_MESSAGE(refusal(text, "m").find("no known unit") != std::string::npos, text);
    for (const std::string text : {"", " ", "m", "nan", "-inf", "infinity", "abc", "+-5", "1e99999999999"})
        CHECK_MESSAGE(refusal(text, "m").find("expected a finite number") != std::string::npos, text);
    for (const std::string text : {"1e400", "1e305 GPa", "1e304 atm"})
        CHECK_MESSAGE(refusal(text, "Pa").find("too large") != std::string::npos, text);
}

TEST_CASE("every unit of the parameter table is understood and is the ending of its key") {
    for (const synovia::Parameter& parameter : synovia::parameters()) {
        CAPTURE(parameter.key);
        if (parameter.unit.empty()) continue;
        CHECK(parse_quantity(std::string("2.5 ").append(parameter.unit), parameter.unit) == 2.5);
        CHECK(parameter.key.ends_with(std::string("_").append(unit_suffix(parameter.unit))));
    }
}

}  // namespace
