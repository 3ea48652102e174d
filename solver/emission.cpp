#include "solver/emission.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>
#include <utility>

#include "solver/kinds.hpp"
#include "solver/spine_result.hpp"

namespace synovia {

namespace {

constexpr std::size_t nodes_per_panel = 8;

/// Gauss-Legendre abscissae and weights on [-1, 1] (Abramowitz & Stegun, table 25.4).
constexpr std::array<double, nodes_per_panel> abscissa{
    -0.96028985649753623168, -0.79666647741362673959, -0.52553240991632898582, -0.18343464249564980494,
    0.18343464249564980494,  0.52553240991632898582,  0.79666647741362673959,  0.96028985649753623168};
constexpr std::array<double, nodes_per_panel> gauss_weight{
    0.10122853629037625915, 0.22238103445337447054, 0.31370664587788728734, 0.36268378337836198297,
    0.36268378337836198297, 0.31370664587788728734, 0.22238103445337447054, 0.10122853629037625915};

/// The five Chebyshev points x_i on [-1, 1], and what the values there contribute to the coefficients of the series.
struct ChebyshevRule {
    static constexpr std::size_t points = 5;
    std::array<double, points> x;
    std::array<std::array<double, points>, points> share;  ///< share[i][j]: of the value at x_i to c_j

    ChebyshevRule() {
        for (std::size_t i = 0; i < points; ++i) {
            const double angle = std::numbers::pi * (static_cast<double>(i) + 0.5) / points;
            x[i] = std::cos(angle);
            for (std::size_t j = 0; j < points; ++j)
                share[i][j] = (j == 0 ? 1.0 : 2.0) / points * std::cos(static_cast<double>(j) * angle);
        }
    }
};

/// d2V/dt2 over one solver step as a Chebyshev series of degree four.
class StepPolynomial {
public:
    StepPolynomial(const Trajectory& trajectory, std::size_t k, double t0, double t1)
        : middle_(0.5 * (t0 + t1)), half_(0.5 * (t1 - t0)) {
        static const ChebyshevRule rule;
        for (std::size_t i = 0; i < points; ++i) {
            const double y = trajectory.at(k, middle_ + half_ * rule.x[i]).volume_acceleration;
            for (std::size_t j = 0; j < points; ++j) c_[j] += rule.share[i][j] * y;
        }
    }
    /// Clenshaw's sum of c_j T_j(x).
    double operator()(double t) const {
        const double x = (t - middle_) / half_;
        double b1 = 0.0, b2 = 0.0;
        for (std::size_t j = points - 1; j > 0; --j) {
            const double b = c_[j] + 2.0 * x * b1 - b2;
            b2 = b1;
            b1 = b;
        }
        return c_[0] + x * b1 - b2;
    }

    /// No value within the step is larger: |T_j| <= 1.
    double bound() const {
        return std::accumulate(c_.begin(), c_.end(), 0.0, [](double sum, double c) { return sum + std::abs(c); });
    }

private:
    static constexpr std::size_t points = ChebyshevRule::points;
    double middle_, half_;
    std::array<double, points> c_{};
};

template <class Strength>
void add_panel(SourceStrength& source, double t0, double t1, Strength strength) {
    const double middle = 0.5 * (t0 + t1), half = 0.5 * (t1 - t0);
    for (std::size_t g = 0; g < nodes_per_panel; ++g) {
        const double t = middle + half * abscissa[g];
        source.time.push_back(t);
        source.weight.push_back(half * gauss_weight[g]);
        source.strength.push_back(strength(t));
    }
}

/// Largest strength in the middle of a step, as far as it is heard: of a spike shorter than `max_panel` its mean over
/// that time [m3/s2].
double largest_strength(const Trajectory& trajectory, double max_panel) {
    const auto times = trajectory.step_times();
    double largest = 0.0;
    for (std::size_t k = 0; k + 1 < times.size(); ++k) {
        const double strength = trajectory.at(k, 0.5 * (times[k] + times[k + 1])).volume_acceleration;
        largest = std::max(largest, std::abs(strength) * std::min(1.0, (times[k + 1] - times[k]) / max_panel));
    }
    return largest;
}

}  // namespace

SourceStrength source_strength(const Trajectory& trajectory, double max_panel, double share) {
    SourceStrength source;
    const auto times = trajectory.step_times();
    const double silence = share > 0.0 ? share * largest_strength(trajectory, max_panel) : 0.0;
    for (std::size_t k = 0; k + 1 < times.size(); ++k) {
        const double t0 = times[k], t1 = times[k + 1];
        const double panels = std::ceil((t1 - t0) / max_panel);
        if (panels <= 1.0) {
            add_panel(source, t0, t1, [&](double t) { return trajectory.at(k, t).volume_acceleration; });
            continue;
        }
        const StepPolynomial strength(trajectory, k, t0, t1);
        if (strength.bound() < (t1 - t0 > infrasonic_s ? infrasonic_factor * silence : silence)) continue;
        const double length = (t1 - t0) / panels;
        for (double i = 0.0; i < panels; ++i) add_panel(source, t0 + i * length, t0 + (i + 1.0) * length, strength);
    }
    return source;
}

Medium air(const Listener& listener) { return {listener.air_density, listener.air_sound_speed}; }

Medium liquid(const Fluid& fluid) { return {fluid.density, fluid.sound_speed}; }

double pressure_per_strength(const Medium& medium, double distance) {
    return medium.density / (4.0 * std::numbers::pi * distance);
}

double arrival_delay(const Medium& medium, double distance) { return distance / medium.sound_speed; }

namespace {

Emitter emitter(const Trajectory& trajectory, double max_panel) {
    const Scenario& scenario = trajectory.scenario();
    const Medium way = medium(scenario);
    const double distance = scenario.listener.distance;
    SourceStrength source = source_strength(trajectory, max_panel, silent_share);
    std::transform(source.strength.begin(), source.strength.end(), source.weight.begin(), source.strength.begin(),
                   std::multiplies<>{});
    return {std::move(source.time),       std::move(source.strength),          {}, {}, way,
            arrival_delay(way, distance), pressure_per_strength(way, distance)};
}

/// As seen by who stands behind the back and looks at it: the patient's left is the listener's.
Emitter emitter(const FacetJoint& joint, double max_panel) {
    Emitter facet = emitter(joint.trajectory, max_panel);
    const auto& [left, front, up] = joint.place;
    facet.place = {-left, front, up};
    facet.facet = joint.facet;
    return facet;
}

}  // namespace

std::vector<Emitter> emission(const Trajectory& trajectory, double max_panel) {
    if (!trajectory.spine) return {emitter(trajectory, max_panel)};
    std::vector<Emitter> facets;
    for (const FacetJoint& joint : trajectory.spine->joints) facets.push_back(emitter(joint, max_panel));
    return facets;
}

}  // namespace synovia
