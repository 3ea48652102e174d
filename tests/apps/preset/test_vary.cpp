#include "apps/preset/vary.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

#include "tests/apps/preset/support.hpp"
#include "tests/near.hpp"

using synovia::test::near;

namespace synovia::preset::test {
namespace {

double mass(const Scenario& scenario) { return scenario.joint.moving_mass; }

TEST_CASE("fraction 0 changes nothing, and neither kind's other parameters ever change") {
    const Scenario joint = default_scenario(Kind::joint), bubble = default_scenario(Kind::bubble);
    CHECK(differences(vary_joint(joint, 0.0, 1, 2), joint).empty());
    const std::string changed = differences(vary_joint(joint, 0.25, 1, 2), joint);
    for (const Parameter& p : parameters())
        CHECK_MESSAGE(contains(changed, p.key) ==
                          (p.varies && !p.of_pull && applies(p, Kind::joint) && number(joint, p).has_value()),
                      p.key);
    for (const Parameter& p : parameters())
        if (!applies(p, Kind::bubble))
            CHECK_FALSE(contains(differences(vary_joint(bubble, 0.25, 1, 2), bubble), p.key));
}

TEST_CASE("how the hand lets go belongs to the pull, everything else to the joint") {
    Scenario joint = default_scenario(Kind::joint);
    joint.traction.release_ramp = 0.03;
    CHECK(vary_joint(joint, 0.25, 1, 2).traction.release_ramp == joint.traction.release_ramp);
    const Scenario other = vary_pull(joint, 0.25, 1, 2);
    CHECK(other.traction.release_ramp != joint.traction.release_ramp);
    joint.traction.release_ramp = other.traction.release_ramp;
    CHECK(differences(other, joint).empty());
}

TEST_CASE("the same seed and index give the same take, others another") {
    const Scenario nominal = default_scenario(Kind::joint);
    CHECK(differences(vary_joint(nominal, 0.25, 7, 3), vary_joint(nominal, 0.25, 7, 3)).empty());
    CHECK(mass(vary_joint(nominal, 0.25, 7, 3)) != mass(vary_joint(nominal, 0.25, 7, 4)));
    CHECK(mass(vary_joint(nominal, 0.25, 7, 3)) != mass(vary_joint(nominal, 0.25, 8, 3)));
}

TEST_CASE("a draw depends on seed, index and key alone, the same on every machine") {
    // FNV-1a over seed 7 and index 3 (low bytes first) and "joint.moving_mass_kg", then the first output of mt19937_64,
    // computed by an independent program: u below. One rounding each in exp, log1p and the product: 4 ulp.
    const double u = 0.7322524733717795;
    const double expected = 0.03 * std::exp(u * std::log(1.25));
    CHECK(mass(vary_joint(default_scenario(Kind::joint), 0.25, 7, 3)) == near(expected, 1e-15));
    Scenario other = default_scenario(Kind::joint);
    other.joint.damping = 50.0;
    other.bubble.nucleus_radius = 1e-6;
    CHECK(mass(vary_joint(other, 0.25, 7, 3)) == mass(vary_joint(default_scenario(Kind::joint), 0.25, 7, 3)));
}

TEST_CASE("factors stay within 1/(1+f) and 1+f and their logarithms are uniform") {
    constexpr int n = 20'000;
    const Scenario nominal = default_scenario(Kind::joint);
    double sum = 0.0, squares = 0.0, cross = 0.0, least = 1.0, greatest = -1.0;
    for (std::uint64_t i = 0; i < n; ++i) {
        const Scenario take = vary_joint(nominal, 0.25, 1, i);
        const double u = std::log(mass(take) / mass(nominal)) / std::log(1.25);
        const double v = std::log(take.joint.damping / nominal.joint.damping) / std::log(1.25);
        sum += u;
        squares += u * u;
        cross += u * v;
        least = std::min(least, u);
        greatest = std::max(greatest, u);
    }
    // Uniform in [-1, 1]: mean 0 with deviation sqrt(1/3n) = 0.0041, mean square 1/3 with sqrt(4/45n) = 0.0021, product
    // of two independent ones 0 with 1/(3 sqrt(n)) = 0.0024; four deviations each. Extremes within 1e-3 with p = 1 -
    // 2e-5.
    CHECK(std::abs(sum / n) < 0.0164);
    CHECK(std::abs(squares / n - 1.0 / 3.0) < 0.0084);
    CHECK(std::abs(cross / n) < 0.0096);
    CHECK(least >= -1.0 - 1e-14);
    CHECK(least < -0.999);
    CHECK(greatest <= 1.0 + 1e-14);
    CHECK(greatest > 0.999);
}

TEST_CASE("values are clamped into their range, absent ones stay absent") {
    Scenario edge = default_scenario(Kind::joint);
    const Parameter& p = *find_parameter("joint.moving_mass_kg");
    set_number(edge, p, p.max);
    bool clamped = false;
    for (std::uint64_t i = 0; i < 50; ++i) {
        const double value = mass(vary_joint(edge, 3.0, 1, i));
        CHECK(value <= p.max);
        clamped = clamped || value == p.max;
    }
    CHECK(clamped);
    CHECK_FALSE(vary_joint(edge, 3.0, 1, 0).traction.release_time.has_value());
}

TEST_CASE("a senseless fraction is refused") {
    const Scenario nominal = default_scenario(Kind::joint);
    for (const double bad : {-0.1, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
        CHECK_THROWS_AS(vary_joint(nominal, bad, 1, 0), std::invalid_argument);
}

}  // namespace
}  // namespace synovia::preset::test
