#include "audio/core/body_sphere.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "audio/core/problems.hpp"

namespace synovia::audio {
namespace {

using Complex = std::complex<double>;

constexpr double nearest = 1.02;   // radii; the series needs ln(1e17)/ln(nearest) terms
constexpr double least_ka = 1e-9;  // below, nothing changes any more

/// q_n = h_n(z)/h_(n-1)(z) for n = 1, 2, ... by q_(n+1) = (2 n + 1)/z - 1/q_n, stable upwards because y_n grows. h_n
/// itself would overflow.
class HankelRatio {
public:
    explicit HankelRatio(double z) : z_(z), q_(1.0 / z, 1.0) {}
    Complex value() const { return q_; }
    void next() {
        n_ += 1.0;
        q_ = (2.0 * n_ + 1.0) / z_ - 1.0 / q_;
    }

private:
    double z_, n_ = 0.0;
    Complex q_;
};

/// P_n(x) for n = 0, 1, 2, ... by Bonnet's recurrence.
class Legendre {
public:
    explicit Legendre(double x) : x_(x) {}
    double value() const { return p_; }
    void next() {
        const double above = ((2.0 * n_ + 1.0) * x_ * p_ - n_ * below_) / (n_ + 1.0);
        below_ = p_;
        p_ = above;
        n_ += 1.0;
    }

private:
    double x_, n_ = 0.0, p_ = 1.0, below_ = 0.0;
};

/// The series; `outward` gives g_(n+1)/g_n for n = 0, 1, 2, ...
template <class Outward>
Complex sum_series(double ka, double cos_angle, Outward outward) {
    HankelRatio q(ka);
    Legendre P(cos_angle);
    Complex a = std::polar(ka, ka);  // g_n/h_n(ka); g_0 = i, h_0 = i e^(-iz)/z
    Complex sum = 0.0;
    for (double n = 0.0;; n += 1.0, P.next()) {
        // h_n'/h_n = n/z - q_(n+1)
        const Complex term = -(2.0 * n + 1.0) / (ka * ka) * a / (n / ka - q.value());
        sum += P.value() * term;
        if (n > ka && std::abs(term) < 1e-17) return sum;
        a *= outward() / q.value();
        q.next();
    }
}

/// Listener seen from the centre of the body.
struct Seen {
    double distance_m;
    double cos_angle;
};

Seen seen(const SphereBody& body) {
    const double along = body.distance_m * std::cos(body.facing_deg * std::numbers::pi / 180.0) + body.radius_m;
    const double across = body.distance_m * std::sin(body.facing_deg * std::numbers::pi / 180.0);
    const double r = std::hypot(along, across);
    return {r, r > 0.0 ? along / r : 1.0};
}

void require_valid(const SphereBody& body) {
    Problems problems;
    problems.check("radius_m", body.radius_m, 1e-3, 0.5);
    problems.check("distance_m", body.distance_m, 0.01, 1000.0);
    problems.check("facing_deg", body.facing_deg, 0.0, 180.0);
    problems.check("sound_speed_m_s", body.sound_speed_m_s, 200.0, 500.0);
    problems.check("the listener's distance from the body's centre, in radii,", seen(body).distance_m / body.radius_m,
                   nearest, 1e7);
    problems.raise();
}

}  // namespace

Complex body_sphere(double ka, double cos_angle) {
    assert(ka >= 0.0 && ka <= 1e4 && std::abs(cos_angle) <= 1.0);
    return sum_series(std::max(ka, least_ka), cos_angle, [] { return Complex(0.0, 1.0); });
}

Complex body_sphere(double ka, double cos_angle, double distance) {
    assert(ka >= 0.0 && ka <= 1e4 && std::abs(cos_angle) <= 1.0 && distance >= nearest);
    const double z = std::max(ka, least_ka);
    HankelRatio Q(z * distance);
    const auto outward = [&Q] {
        const Complex ratio = Q.value();
        Q.next();
        return ratio;
    };
    return sum_series(z, cos_angle, outward);
}

BodyResponse rigid_sphere(const SphereBody& body) {
    require_valid(body);
    const Seen listener = seen(body);
    const double a = body.radius_m, d = body.distance_m, c = body.sound_speed_m_s, r = listener.distance_m;
    const double cos_angle = std::clamp(listener.cos_angle, -1.0, 1.0);
    // From "alone at the centre", e^(-ikr)/r, to "the joint alone", e^(-ikd)/d.
    const auto response = [=](double w) {
        const double k = w / c;
        return d / r * std::polar(1.0, k * (d - r)) * body_sphere(k * a, cos_angle, r / a);
    };
    // The sphere's slowest waves (n = 0, and n = 1 at ka = 1) die as exp(-c t/a). 22 a/c is exp(-18.4) = 1e-8 and the
    // way round the body, pi a less what is gone straight.
    return {response, 22.0 * a / c};
}

}  // namespace synovia::audio
