#include "apps/preset/dimension.hpp"

#include "tests/apps/preset/support.hpp"
#include "tests/near.hpp"

using synovia::test::near;

namespace synovia::preset::test {
namespace {

TEST_CASE("units multiply up: dimension, factor and decimal power") {
    const Unit flow = parse_unit("kPa*s/uL").value();
    CHECK(flow.dimension == Dimension{-4, 1, -1, 0});
    CHECK(flow.factor == 1.0);
    CHECK(flow.exponent == 3 + 9);  // 1 uL is 1e-9 m3
    const Unit work = parse_unit("kgf mm2/min^2").value();
    CHECK(work.dimension == Dimension{3, 1, -4, 0});
    CHECK(work.factor == near(9.80665 / 3600.0, 1e-15));
    CHECK(work.exponent == -6);
    CHECK(parse_unit("%").value().exponent == -2);
    CHECK(parse_unit("").value().dimension == Dimension{});
}

TEST_CASE("a bare symbol wins over a prefixed one, and only some take prefixes") {
    CHECK(parse_unit("min").value().factor == 60.0);
    CHECK_FALSE(parse_unit("mmin"));
    CHECK(parse_unit("m").value().dimension == Dimension{1, 0, 0, 0});
    CHECK(parse_unit("mm").value().exponent == -3);
    CHECK_FALSE(parse_unit("mmm"));
}

TEST_CASE("the symbols of a dimension are listed without one of them") {
    CHECK(other_symbols({-1, 1, -2, 0}, "Pa") == ", bar, atm, mmHg");
    CHECK(other_symbols({7, 0, 0, 0}, "").empty());
}

}  // namespace
}  // namespace synovia::preset::test
