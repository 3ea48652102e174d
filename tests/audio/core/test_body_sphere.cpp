#include "audio/core/body_sphere.hpp"

#include <doctest/doctest.h>

#include <boost/math/special_functions/bessel.hpp>
#include <boost/math/special_functions/legendre.hpp>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

#include "audio/core/render.hpp"
#include "tests/near.hpp"

using namespace synovia::audio;

namespace {

using Complex = std::complex<double>;
using synovia::test::near;

double far_db(double radius_m, double hertz, double cos_angle) {
    return 20.0 * std::log10(std::abs(body_sphere(2.0 * std::numbers::pi * hertz * radius_m / 343.0, cos_angle)));
}

/// The series as it is written, from Boost's functions (clang's standard library has none).
Complex by_definition(double ka, double cos_angle, double distance) {
    const auto h = [](unsigned n, double z) {
        return Complex(boost::math::sph_bessel(n, z), -boost::math::sph_neumann(n, z));
    };
    const double kr = ka * distance;
    Complex sum = 0.0;
    for (unsigned n = 0; n < 60; ++n) {
        const Complex derivative = n / ka * h(n, ka) - h(n + 1, ka);
        sum += (2.0 * n + 1.0) * boost::math::legendre_p(static_cast<int>(n), cos_angle) * h(n, kr) / derivative;
    }
    return -sum * kr * std::polar(1.0, kr) / (ka * ka);
}

}  // namespace

TEST_CASE("a trunk of 15 cm and a finger of 8 mm, from far in front of the joint") {
    CHECK(std::abs(far_db(0.15, 500.0, 1.0) - 3.6) < 0.05);
    CHECK(std::abs(far_db(0.15, 1000.0, 1.0) - 4.7) < 0.05);
    CHECK(std::abs(far_db(0.15, 2000.0, 1.0) - 5.6) < 0.05);
    CHECK(std::abs(far_db(0.15, 4000.0, 1.0) - 5.9) < 0.05);
    CHECK(std::abs(far_db(0.008, 4000.0, 1.0) - 1.1) < 0.05);
    CHECK(std::abs(far_db(0.008, 8000.0, 1.0) - 3.4) < 0.05);
}

TEST_CASE("exactly behind, the waves that creep round the body meet in step: about as loud as without it") {
    for (const double hertz : {500.0, 1000.0, 2000.0, 4000.0}) {
        CAPTURE(hertz);
        CHECK(std::abs(far_db(0.15, hertz, -1.0)) < 2.0);
    }
}

TEST_CASE("the recurrences give what the series says") {
    for (const double ka : {0.5, 1.0, 5.0, 12.0})
        for (const double cos_angle : {-1.0, -0.3, 0.0, 0.8, 1.0})
            for (const double distance : {2.0, 3.5}) {
                CAPTURE(ka);
                CAPTURE(cos_angle);
                const Complex expected = by_definition(ka, cos_angle, distance);
                CHECK(std::abs(body_sphere(ka, cos_angle, distance) - expected) < 1e-10 * std::abs(expected));
            }
}

TEST_CASE("a small body is not there: 1 + 3/2 i ka cos(theta)") {
    CHECK(std::abs(body_sphere(0.0, 0.3) - 1.0) < 1e-8);
    for (const double ka : {1e-4, 1e-3})
        for (const double x : {-1.0, -0.2, 1.0})
            CHECK(std::abs(body_sphere(ka, x) - Complex(1.0, 1.5 * ka * x)) < 2.0 * ka * ka);  // the next term
}

TEST_CASE("near a body the slowest flow is Neumann's: in front 2/(1 - s) + ln(1 - s)/s with s = b/r") {
    // (2 n + 1)/(n + 1) s^n added up; behind it s is negative.
    for (const double s : {0.1, 1.0 / 3.0, 0.9, 1.0 / 1.02}) {
        CAPTURE(s);
        CHECK(body_sphere(0.0, 1.0, 1.0 / s).real() == near(2.0 / (1.0 - s) + std::log1p(-s) / s, 1e-7));
        CHECK(body_sphere(0.0, -1.0, 1.0 / s).real() == near(2.0 / (1.0 + s) - std::log1p(s) / s, 1e-7));
    }
}

TEST_CASE("a large body is a wall: twice the pressure in front, early by its radius") {
    const double ka = 500.0;
    const Complex front = body_sphere(ka, 1.0);
    CHECK(std::abs(std::abs(front) - 2.0) < 1e-4);                  // 2 (1 + O(1/ka^2))
    CHECK(std::abs(front / std::polar(2.0, ka) - 1.0) < 1.1 / ka);  // late by 1/ka of a radian
}

TEST_CASE("the mean over all directions is the breathing sphere, (1 + i ka)^-1 e^(i ka), at any distance") {
    const double ka = 2.0;
    const Complex breathing = std::polar(1.0, ka) / Complex(1.0, ka);
    constexpr int steps = 4000;
    for (const double distance : {1.5, 4.0}) {
        Complex mean = 0.0;
        for (int i = 0; i < steps; ++i)
            mean += body_sphere(ka, -1.0 + (2.0 * i + 1.0) / steps, distance) / double(steps);
        CHECK(std::abs(mean - breathing) < 1e-5);  // midpoint rule
    }
}

TEST_CASE("far away is the limit of near") {
    for (const double x : {-1.0, 0.4, 1.0})
        CHECK(std::abs(body_sphere(3.0, x, 1e6) - body_sphere(3.0, x)) < 1e-5);  // falls with b/r, times n^2
}

TEST_CASE("the series is finite over its whole range") {
    for (const double ka : {0.0, 1e-11, 1e-6, 0.1, 1.0, 30.0, 1e3, 1e4})
        for (const double x : {-1.0, -0.999, 0.0, 0.7, 1.0}) {
            CAPTURE(ka);
            CHECK(std::abs(body_sphere(ka, x)) < 2.5);
            CHECK(std::isfinite(std::abs(body_sphere(ka, x, 1.02))));
        }
}

TEST_CASE("as a body of the renderer it is heard relative to the joint alone at the same distance") {
    const double d = 0.3, a = 0.15;
    const SphereBody front{a, d, 0.0, 343.0};
    const Complex deep = rigid_sphere(front).response(0.0);
    CHECK(deep.real() == near(d / (d + a) * (3.0 + 3.0 * std::log(2.0 / 3.0)), 1e-7));
    // At 20 kHz the skin is a wall with a mirrored joint in it: twice, and in phase.
    const Complex high = rigid_sphere(front).response(2.0 * std::numbers::pi * 20000.0);
    CHECK(std::abs(high - 2.0) < 0.06);  // 1/ka of a radian, twice
    // Beside it, by the cosine rule: r^2 = d^2 + a^2, cos = a/r.
    const double r = std::hypot(d, a), k = 2.0 * std::numbers::pi * 1000.0 / 343.0;
    const Complex beside = rigid_sphere({a, d, 90.0, 343.0}).response(343.0 * k);
    CHECK(std::abs(beside - d / r * std::polar(1.0, k * (d - r)) * body_sphere(k * a, a / r, r / a)) < 1e-12);
}

TEST_CASE("its memory is long enough, and nothing arrives before the joint alone would") {
    const std::vector<double> time{0.05}, strength{1.0};
    const Monopole spike{time, strength};
    for (const double facing : {0.0, 90.0, 180.0}) {
        CAPTURE(facing);
        const BodyResponse body = rigid_sphere({0.15, 0.6, facing, 343.0});
        BodyResponse longer = body;
        longer.memory_s *= 2.0;
        const Signal a = Renderer(48000.0, body).render({&spike, 1}, {0.0, 0.1});
        const Signal b = Renderer(48000.0, longer).render({&spike, 1}, {0.0, 0.1});
        const double peak = sample_peak(b);
        double difference = 0.0, early = 0.0;
        for (std::size_t n = 0; n < b.samples.size(); ++n) {
            difference = std::max(difference, std::abs(a.samples[n] - b.samples[n]));
            if (static_cast<double>(n) / 48000.0 < 0.05 - kernel_reach_s(48000.0))
                early = std::max(early, std::abs(b.samples[n]));
        }
        CHECK(difference < 1e-7 * peak);
        CHECK(early < 1e-7 * peak);
    }
}

TEST_CASE("what is no body or no place is refused, all at once") {
    CHECK_THROWS_AS(rigid_sphere({0.6, 0.3, 0.0, 343.0}), std::invalid_argument);
    CHECK_THROWS_WITH(
        rigid_sphere({0.15, 0.2, 180.0, 343.0}),
        "the listener's distance from the body's centre, in radii, is 0.333333, allowed are 1.02 to 1e+07");
    try {
        rigid_sphere({0.0, std::nan(""), -1.0, 343.0});
        FAIL("accepted");
    } catch (const std::invalid_argument& error) {
        const std::string text = error.what();
        for (const char* name : {"radius_m", "distance_m", "facing_deg"}) CHECK(text.find(name) != std::string::npos);
    }
}
