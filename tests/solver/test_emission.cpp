#include "solver/emission.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "solver/kinds.hpp"
#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using test::relative_error;

namespace {

constexpr double pi = std::numbers::pi;
constexpr double panel = 1.0 / 96e3;

/// dV/dt = 4 pi R^2 U
double volume_rate(const Sample& s) { return 4.0 * pi * s.radius * s.radius * s.wall_velocity; }

/// A pop in a newtonian liquid: smooth within every step. (The stress of a Carreau liquid has a cusp where U = 0.)
const Trajectory& pop() {
    static const Trajectory run = [] {
        Scenario s;
        s.fluid.rheology = Rheology::newtonian;
        s.simulation.relative_tolerance = 1e-10;
        return simulate(s);
    }();
    return run;
}

double largest_volume_rate() {
    double largest = 0.0;
    for (const double t : pop().step_times()) largest = std::max(largest, std::abs(volume_rate(pop().at(t))));
    return largest;
}

/// Largest difference between the strength at the nodes and d2V/dt2 of the solution, relative to the largest.
double interpolation_error(const Trajectory& run) {
    const SourceStrength source = source_strength(run, panel);
    double largest = 0.0, error = 0.0;
    for (std::size_t i = 0; i < source.time.size(); ++i) {
        const double exact = run.at(source.time[i]).volume_acceleration;
        largest = std::max(largest, std::abs(exact));
        error = std::max(error, std::abs(source.strength[i] - exact));
    }
    return error / largest;
}

/// Integral of f(t) d2V/dt2 over the run.
template <class F>
double moment(const SourceStrength& source, F f) {
    double sum = 0.0;
    for (std::size_t i = 0; i < source.time.size(); ++i)
        sum += f(source.time[i]) * source.weight[i] * source.strength[i];
    return sum;
}

}  // namespace

TEST_CASE("the weights add up to the run, the nodes go forward") {
    const SourceStrength source = source_strength(pop(), panel);
    CHECK(relative_error(std::accumulate(source.weight.begin(), source.weight.end(), 0.0), 0.4) < 1e-12);
    CHECK(std::is_sorted(source.time.begin(), source.time.end(), std::less_equal<>()));
    CHECK(source.time.size() == source.weight.size());
    CHECK(source.time.size() == source.strength.size());
    CHECK(source.time.front() > 0.0);
    CHECK(source.time.back() < 0.4);
}

TEST_CASE("no panel is longer than asked, none crosses a step") {
    const SourceStrength source = source_strength(pop(), panel);
    const auto steps = pop().step_times();
    double start = 0.0;
    for (std::size_t i = 0; i < source.time.size(); i += 8) {
        const double length = std::accumulate(&source.weight[i], &source.weight[i] + 8, 0.0);
        REQUIRE(length <= panel * (1.0 + 1e-9));
        const auto next = std::upper_bound(steps.begin(), steps.end(), source.time[i]);
        REQUIRE(source.time[i + 7] <= *next);
        REQUIRE(std::abs(start + length - (source.time[i] + source.time[i + 7] - start)) < 1e-15);  // symmetric
        start += length;
    }
}

TEST_CASE("the source strength adds up to the change of dV/dt: the pop ends as it began, without a click") {
    const double change = volume_rate(pop().at(0.4)) - volume_rate(pop().at(0.0));
    const double sum = moment(source_strength(pop(), panel), [](double) { return 1.0; });
    CHECK(std::abs(sum - change) < 1e-7 * largest_volume_rate());  // the local errors, 1e-10, of a thousand steps
}

TEST_CASE("its first moment is the change of volume") {
    const double change = pop().at(0.4).bubble_volume - pop().at(0.0).bubble_volume;
    const double sum = moment(source_strength(pop(), panel), [](double t) { return 0.4 - t; });
    CHECK(std::abs(sum - change) < 0.4 * 1e-7 * largest_volume_rate());  // the error above, for 0.4 s
}

TEST_CASE("strength at the nodes is d2V/dt2 of the solution, evaluated or interpolated") {
    CHECK(interpolation_error(pop()) < 1e-10);                // the solver's tolerance
    CHECK(interpolation_error(simulate(Scenario{})) < 2e-4);  // Carreau: the cusps at the turnings, -74 dB
}

TEST_CASE("a coarser panel gives the same integrals") {
    const auto wave = [](double t) { return std::cos(2.0 * pi * 1600.0 * (t - 0.0683)); };
    const double fine = moment(source_strength(pop(), panel), wave);
    const double coarse = moment(source_strength(pop(), 4.0 * panel), wave);
    CHECK(relative_error(coarse, fine) < 1e-9);
}

TEST_CASE("what is silent costs nothing, however long it lasts, and nothing else is missing") {
    Scenario s, longer;
    longer.simulation.duration = 20.0;
    const auto nodes = [](const Scenario& scenario) { return emission(simulate(scenario), panel)[0].time.size(); };
    CHECK(nodes(longer) < 10 * nodes(s));  // of 50 times the time: the gas is at rest after two seconds
    const Trajectory run = simulate(longer);
    const SourceStrength all = source_strength(run, 1e-3), kept = source_strength(run, 1e-3, silent_share);
    CHECK(kept.time.size() < all.time.size());
    double largest = 0.0, lost = 0.0;
    for (std::size_t i = 0; i < all.time.size(); ++i) {
        largest = std::max(largest, std::abs(all.strength[i]));
        if (!std::binary_search(kept.time.begin(), kept.time.end(), all.time[i]))
            lost = std::max(lost, std::abs(all.strength[i]));
    }
    CHECK(lost > 0.0);
    CHECK(lost < infrasonic_factor * silent_share * largest);
}

TEST_CASE("a joint is heard in air, a free bubble in its liquid") {
    Scenario joint, bubble = default_scenario(Kind::bubble);
    joint.listener.distance = bubble.listener.distance = 0.5;
    CHECK(relative_error(pressure_per_strength(medium(joint), 0.5), 1.204 / (4.0 * pi * 0.5)) < 1e-15);
    CHECK(relative_error(pressure_per_strength(medium(bubble), 0.5), 998.0 / (4.0 * pi * 0.5)) < 1e-15);
    CHECK(arrival_delay(medium(joint), 0.5) == 0.5 / 343.0);
    CHECK(arrival_delay(medium(bubble), 0.5) == 0.5 / 1482.0);
}

TEST_CASE("a run has one emitter, weighted and with its way to the listener") {
    const std::vector<Emitter> all = emission(pop(), panel);
    REQUIRE(all.size() == 1);
    const SourceStrength source = source_strength(pop(), panel, silent_share);
    CHECK(all[0].time == source.time);
    REQUIRE(all[0].weighted_strength.size() == source.time.size());
    for (std::size_t i = 0; i < source.time.size(); i += 1000)
        CHECK(all[0].weighted_strength[i] == source.weight[i] * source.strength[i]);
    CHECK(all[0].delay == 0.3 / 343.0);
    CHECK(all[0].gain == pressure_per_strength(medium(pop().scenario()), 0.3));
    CHECK(all[0].place == std::array<double, 3>{});
    CHECK_FALSE(all[0].facet.has_value());
}
