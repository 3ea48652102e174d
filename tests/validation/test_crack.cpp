// Claim: a joint with pockets cracks as another program has it (crack_cases.hpp), one pocket is the joint with one
// bubble, equal pockets fire together, and the order of the pockets does not matter.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "solver/draw.hpp"
#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "solver/summary.hpp"
#include "tests/solver/compare.hpp"
#include "tests/validation/crack_cases.hpp"

using namespace synovia;
using test::relative_error;

namespace {

struct Allowed {
    double value, time, after_release;
};

void check(const crack::Case& c, double tolerance, const Allowed& allowed) {
    INFO(c.name);
    Scenario s = c.scenario;
    s.simulation.relative_tolerance = tolerance;
    const Trajectory run = simulate(s);
    REQUIRE(run.outcome == Outcome::popped);
    const Summary summary = summarise(run);
    REQUIRE(summary.pockets.size() == c.firing_time.size());
    const double late = c.released ? allowed.after_release : allowed.value;
    for (std::size_t k = 0; k < summary.pockets.size(); ++k) {
        const PocketSummary& p = summary.pockets[k];
        CHECK(p.firing_time.has_value() == !std::isnan(c.firing_time[k]));
        if (p.firing_time) CHECK(relative_error(*p.firing_time, c.firing_time[k]) < allowed.time);
        CHECK(relative_error(p.min_gap_pressure, c.min_pressure[k]) < allowed.value);
        CHECK(relative_error(p.min_gap_pressure_time, c.min_pressure_time[k]) < allowed.time);
        CHECK(relative_error(p.max_radius, c.max_radius[k]) < late);
        CHECK(relative_error(p.final_radius, c.final_radius[k]) < late);
    }
    CHECK(relative_error(summary.final_gap, c.final_gap) < late);
    CHECK(relative_error(summary.peak_pressure, c.peak_pressure) < late);
    CHECK(relative_error(summary.peak_pressure_time, c.peak_time) < allowed.time);
}

}  // namespace

TEST_CASE("eight cracks of pockets, as computed elsewhere") {
    for (const crack::Case& c : crack::cases()) check(c, 1e-6, {1e-3, 1e-5, 1e-3});
}

TEST_CASE("the same at the tightest tolerance") {
    for (const crack::Case& c : {crack::u1(), crack::u3(), crack::u8()}) check(c, 1e-11, {1e-6, 1e-8, 1e-4});
}

TEST_CASE("equal pockets fire in one event and stay equal") {
    const Trajectory run = simulate(crack::u2().scenario);
    std::vector<double> fired;
    for (const Event& e : run.events)
        if (e.kind == EventKind::firing) fired.push_back(e.time);
    REQUIRE(fired.size() == 4);
    for (const double t : fired) CHECK(t == fired[0]);
    std::vector<PocketSample> now(4);
    run.pockets_at(run.end_time(), now);
    for (const PocketSample& p : now) CHECK(p.radius == now[0].radius);
}

TEST_CASE("the order of the pockets does not matter, to the last bit") {
    Scenario s = crack::u8().scenario, turned = s;
    for (auto* list : {&turned.joint.pocket_weights, &turned.bubble.strength_draws})
        std::rotate(list->begin(), list->begin() + 1, list->end());
    const Trajectory a = simulate(s), b = simulate(turned);
    CHECK(summarise(b).peak_pressure == summarise(a).peak_pressure);
    const auto first = summarise(a).pockets, other = summarise(b).pockets;
    for (std::size_t k = 0; k < 4; ++k) {
        const PocketSummary& same = other[(k + 3) % 4];
        CHECK(same.share == first[k].share);
        CHECK(same.firing_time == first[k].firing_time);
        CHECK(same.final_radius == first[k].final_radius);
        CHECK(b.left_over[(k + 3) % 4].moles == a.left_over[k].moles);
    }
}

TEST_CASE("one pocket with a share of one is the joint with one bubble") {
    Scenario plain, one;
    one.joint.pocket_weights = {1.0};
    const Trajectory a = simulate(plain), b = simulate(one);
    CHECK(b.statistics.steps == a.statistics.steps);
    for (double t = 0.0; t <= 0.4; t += 0.01) {
        CHECK(b.at(t).radius == a.at(t).radius);
        CHECK(b.at(t).pressure == a.at(t).pressure);
    }
}

TEST_CASE("a flat pocket with a share of one, heat, radiation and a firing law is the joint with that one bubble") {
    Scenario plain = crack::u1().scenario, one = plain;
    plain.joint.pocket_weights.clear();
    one.joint.pocket_weights = {1.0};
    const Trajectory a = simulate(plain), b = simulate(one);
    CHECK(b.statistics.steps == a.statistics.steps);
    CHECK(summarise(b).peak_pressure == summarise(a).peak_pressure);
    CHECK(summarise(b).final_radius == summarise(a).final_radius);
}

TEST_CASE("equal pockets are the joint with one bubble of an equal share, each in its own part") {
    // four pockets with a quarter of everything each, let go together at Blake's limit: one of them, alone in a joint
    // of a quarter of the area, wall, refill, liquid, tissue, mass and hand, does the same
    Scenario four;
    four.joint.pocket_weights = {0.25, 0.25, 0.25, 0.25};
    four.fluid.rheology = Rheology::newtonian;  // else the sphere's Stefan film, of the whole gap, is no sum of parts
    four.fluid.viscosity = 0.0;
    Scenario quarter = four;
    quarter.joint.pocket_weights = {1.0};
    quarter.joint.articular_radius *= 0.5;
    for (double* part : {&quarter.joint.wall_compliance, &quarter.joint.refill_compliance, &quarter.fluid.volume,
                         &quarter.joint.moving_mass, &quarter.joint.ligament_stiffness, &quarter.joint.ligament_cubic,
                         &quarter.joint.damping, &quarter.joint.contact_stiffness, &quarter.traction.series_stiffness})
        *part *= 0.25;
    quarter.joint.refill_resistance *= 4.0;
    const Trajectory whole = simulate(four), part = simulate(quarter);
    const Summary all = summarise(whole), one = summarise(part);
    CHECK(relative_error(all.min_gap_pressure, one.min_gap_pressure) < 1e-5);
    CHECK(relative_error(all.max_radius, one.max_radius) < 1e-5);
    CHECK(relative_error(all.final_gap, one.final_gap) < 1e-5);
    CHECK(relative_error(all.peak_pressure, 4.0 * one.peak_pressure) < 1e-3);
}

TEST_CASE("the extremes of pockets end in a pop: sixteen of them, a tiny one, steep and flat laws of firing") {
    Scenario s = crack::u3().scenario;
    s.bubble.strength_draws.clear();
    s.bubble.firing_pressures.clear();
    s.bubble.firing = Firing::rate;
    const auto ends = [](const Scenario& undrawn) {
        const Trajectory run = simulate(draw_take(draw_joint(undrawn, 3), 3));
        CHECK(run.outcome == Outcome::popped);
        CHECK(std::isfinite(summarise(run).peak_pressure));
    };
    Scenario many = s;
    many.joint.pocket_weights.clear();
    many.joint.pockets = 16.0;
    ends(many);
    Scenario tiny = s;
    tiny.joint.pocket_weights = {1.0 - 1e-3, 1e-3};
    ends(tiny);
    for (const double spread : {0.05, 3.0}) {
        Scenario law = s;
        law.bubble.strength_spread = spread;
        ends(law);
    }
}
