// The spine against a second implementation, against what it must show, and against what was measured in vitro.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "solver/spine.hpp"
#include "solver/spine_chain_run.hpp"
#include "tests/solver/compare.hpp"
#include "tests/validation/spine_cases.hpp"

using namespace synovia;

namespace {

constexpr double degree = std::numbers::pi / 180.0;
constexpr std::size_t l34 = 5, l45 = 6, l5s1 = 7;

Scenario thrust(double rise_time = 0.12) {
    Scenario s = default_scenario(Kind::spine);
    s.spine.rise_time = rise_time;
    s.simulation.duration = 2.05 + rise_time + 0.4;
    return s;
}

Scenario twist(double rise_time) {
    Scenario s = default_scenario(Kind::spine);
    s.spine.kind = SpineKind::twist;
    s.spine.rise_time = rise_time;
    s.simulation.duration = rise_time + 0.4;
    return s;
}

SpineRun run(const Scenario& s) { return *simulate(s).spine; }

const FacetResult& left(const SpineRun& run, std::size_t level) { return run.facets[2 * level]; }

/// Time of the facet's pop from the start of the thrust [ms]; -1 without one.
double pop_ms(const FacetResult& f, double start) { return f.popped() ? 1e3 * (f.pop_times.front() - start) : -1.0; }
double pop_ms(const SpineRun& r, std::size_t level) { return pop_ms(left(r, level), r.start); }

/// Tolerances: turn and opening 1 % or 2 um, rate 3 % or 0.12 mm/s on sides that open (it is read
/// at the solver's steps, which the last digit moves), pressure 2 kPa, pop 1 ms, which
/// facet pops exactly.
void check_case(const Scenario& scenario, const validation::SpineCase& expected) {
    const SpineRun r = run(scenario);
    REQUIRE(r.facets.size() == expected.size());
    for (std::size_t k = 0; k < expected.size(); ++k) {
        const FacetResult& f = r.facets[k];
        const validation::FacetCase& e = expected[k];
        INFO(spine_level_names[f.level], " ", static_cast<int>(f.side));
        CHECK(std::abs(f.turn / degree - e.turn_deg) <= 0.01 * e.turn_deg);
        CHECK(std::abs(1e3 * f.max_opening - e.opening_mm) <= std::max(0.01 * e.opening_mm, 2e-3));
        if (e.opening_mm > 1e-3) CHECK(std::abs(1e3 * f.max_rate - e.rate_mm_s) <= std::max(0.03 * e.rate_mm_s, 0.12));
        CHECK(std::abs(1e-3 * f.min_pressure - e.pressure_kpa) <= 2.0);
        CHECK(name(f.reason) == e.reason);
        CHECK(f.popped() == (e.pop_time_s > 0.0));
        if (!f.popped()) continue;
        CHECK(std::abs(f.pop_times.front() - e.pop_time_s) <= 1e-3);
        CHECK(std::abs(*f.peak_level - e.level_db) <= 0.1);
    }
}

std::size_t lumped_pops(const Scenario& s) {
    const SpineChain chain(s);
    const ChainRun r = run_chain(chain, s, default_step_limit);
    REQUIRE_FALSE(r.stopped);
    return static_cast<std::size_t>(
        std::count_if(r.pops.begin(), r.pops.end(), [](const auto& pops) { return !pops.empty(); }));
}

/// The end of (silent, popping] by bisection, `set` filling in the value.
template <class Set>
double least_moment(Scenario s, std::size_t level, Set set) {
    double silent = 1.0, pops = 20.0;
    while (pops - silent > 0.02) {
        const double middle = 0.5 * (silent + pops);
        set(s, middle);
        const SpineChain chain(s);
        const ChainRun r = run_chain(chain, s, default_step_limit);
        const bool any = level < spine_level_count
                             ? !r.pops[2 * level].empty()
                             : std::any_of(r.pops.begin(), r.pops.end(), [](const auto& p) { return !p.empty(); });
        (any ? pops : silent) = middle;
    }
    return pops;
}

}  // namespace

TEST_CASE("seven things done to a spine, facet by facet, as a second implementation has them") {
    Scenario s = thrust();
    check_case(s, validation::thrust_case);
    s.spine.guarding = 0.5;
    check_case(s, validation::guarded_case);
    s = thrust();
    s.spine.gas_left[l45] = s.spine.gas_left[l5s1] = true;
    check_case(s, validation::again_case);
    s = thrust(1.6);
    s.spine.kind = SpineKind::mobilisation;
    check_case(s, validation::mobilisation_case);
    s = thrust();
    s.spine.kind = SpineKind::positioning;
    check_case(s, validation::positioning_case);
    s = twist(1.0);
    check_case(s, validation::twist_case);
    s.spine.hypermobile[l34] = s.spine.restricted[l45] = true;
    check_case(s, validation::restricted_case);
}

TEST_CASE("turn of each level under 7.5 and 10 N m in vitro") {
    // Wilke 2017, +-7.5 N m: 3.5-4 degrees at T10-T12; the lumbar ones as in spine models fitted to in vitro data.
    const std::array<double, 8> at_7_5{3.63, 3.29, 2.00, 2.05, 2.17, 2.15, 1.91, 1.25};
    const std::array<double, 8> at_10{3.97, 3.63, 2.31, 2.40, 2.51, 2.48, 2.23, 1.47};
    const Scenario s = default_scenario(Kind::spine);
    const SpineChain chain(s);
    for (std::size_t j = 0; j < spine_level_count; ++j) {
        const auto turn = [&](double moment) {
            double low = 0.0, high = 10.0 * degree;
            while (high - low > 1e-6 * degree) {
                const double middle = 0.5 * (low + high);
                const SpineSegment::Turned t = chain.segment(j).turn(middle, 0.0);
                const double capsule = chain.segment(j).ligament(t.facets[0].value) * t.facets[0].lever;
                (t.torque + capsule < moment ? low : high) = middle;
            }
            return low / degree;
        };
        CHECK(test::relative_error(turn(7.5), at_7_5[j]) < 0.01);
        CHECK(test::relative_error(turn(10.0), at_10[j]) < 0.01);
    }
}

TEST_CASE("the slower the thrust, the fewer pops: the refill keeps pace") {
    const auto pops = [](double rise) { return run(thrust(rise)); };
    struct Row {
        double rise, l45_ms, l5s1_ms;
    };
    for (const Row& row :
         {Row{0.10, 62.4, 70.5}, Row{0.12, 72.7, 82.6}, Row{0.15, 88.8, 102.4}, Row{0.18, 107.1, 128.1}}) {
        const SpineRun r = pops(row.rise);
        CHECK(r.pops() == 2);
        CHECK(std::abs(pop_ms(r, l45) - row.l45_ms) < 1.0);
        CHECK(std::abs(pop_ms(r, l5s1) - row.l5s1_ms) < 1.0);
    }
    for (const double rise : {0.20, 0.33}) {
        const SpineRun r = pops(rise);
        CHECK(r.pops() == 1);
        CHECK(left(r, l45).popped());
    }
    const std::array<std::array<double, 2>, 4> silent{{{0.36, -117.0}, {0.5, -97.0}, {0.8, -67.0}, {1.6, -21.0}}};
    for (const auto& [rise, kilopascal] : silent) {
        const SpineRun r = pops(rise);
        CHECK(r.pops() == 0);
        CHECK(std::abs(1e-3 * left(r, l45).min_pressure - kilopascal) < 2.0);
    }
    const SpineRun fast = pops(0.08);  // the recoil pops a third, thoracic one
    CHECK(fast.pops() == 3);
    CHECK(std::abs(pop_ms(fast, 2) - 136.0) < 2.0);  // near its limit a nucleus grows slowly
}

TEST_CASE("the opening of a thrust falls and rises again with its rise time") {
    struct Row {
        double rise, opening_mm;
    };
    for (const Row& row : {Row{0.08, 1.57}, Row{0.10, 1.53}, Row{0.12, 1.48}, Row{0.15, 1.42}, Row{0.20, 1.40},
                           Row{0.30, 1.47}, Row{0.50, 1.52}, Row{0.80, 1.58}, Row{1.6, 1.62}}) {
        CAPTURE(row.rise);
        CHECK(std::abs(1e3 * left(run(thrust(row.rise)), l45).max_opening - row.opening_mm) < 0.01);
    }
}

TEST_CASE("turning a relaxed trunk by 45 degrees turns the lumbar levels as in living people, but for the last") {
    Scenario s = twist(3.0);
    s.spine.twist = 45.0;
    s.spine.guarding = 0.0;
    const SpineRun r = run(s);
    const std::array<double, 5> second_implementation{1.80, 1.90, 1.88, 1.66, 1.07};
    for (std::size_t k = 0; k < second_implementation.size(); ++k) {
        CAPTURE(k);
        const double turn = left(r, 3 + k).turn / degree;
        CHECK(test::relative_error(turn, second_implementation[k]) < 0.01);
        // Fujii 2007: 1.2 to 1.7 degrees a lumbar level at 45 degrees; here up to 0.2 more, and L5-S1 0.5 less
        // than 1.6.
        CHECK(turn > (k < 4 ? 1.2 : 1.0));
        CHECK(turn < (k < 4 ? 1.95 : 1.2));
    }
}

TEST_CASE("the longest thrust that pops takes a third of a second") {
    double pops = 0.30, silent = 0.40;
    while (silent - pops > 1e-3) {
        const double middle = 0.5 * (pops + silent);
        (lumped_pops(thrust(middle)) > 0 ? pops : silent) = middle;
    }
    CHECK(test::relative_error(pops, 0.344) < 0.05);
}

TEST_CASE("least moments: normal, restricted, and with more or less preload") {
    const auto set_moment = [](Scenario& s, double moment) { s.spine.moment = moment; };
    CHECK(test::relative_error(least_moment(thrust(), spine_level_count, set_moment), 9.0) < 0.03);
    Scenario s = thrust();
    s.spine.restricted[l45] = true;
    CHECK(test::relative_error(least_moment(s, l45, set_moment), 12.6) < 0.03);
    for (const auto& [preload, moment] : {std::pair{0.0, 3.4}, {3.0, 8.2}, {8.0, 9.1}}) {
        s = thrust();
        s.spine.preload = preload;
        CHECK(test::relative_error(least_moment(s, spine_level_count, set_moment), moment) < 0.03);
    }
}

TEST_CASE("a couple pops its level alone") {
    Scenario s = thrust();
    s.spine.couple = true;
    const SpineRun r = run(s);
    CHECK(r.pops() == 1);
    CHECK(std::abs(pop_ms(r, l45) - 70.0) < 1.0);
}

TEST_CASE("muscles that hold beforehand attenuate, a reflex comes too late for a fast thrust") {
    Scenario s = thrust();
    for (const auto& [guarding, gap, pops] : {std::tuple{0.25, 1.11, 1}, {0.5, 0.92, 0}}) {
        s.spine.guarding = guarding;
        const SpineRun r = run(s);
        CHECK(static_cast<int>(r.pops()) == pops);
        CHECK(std::abs(1e3 * left(r, l45).max_opening - gap) < 0.01);
    }
    s.spine.moment = 25.0;
    for (const auto& [guarding, pops] : {std::pair{0.0, 4}, {0.25, 2}, {0.5, 2}}) {
        s.spine.guarding = guarding;
        CHECK(static_cast<int>(run(s).pops()) == pops);
    }
    struct Row {
        double latency, rise;
        std::size_t pops;
    };
    for (const Row& row : {Row{0.05, 0.10, 2}, Row{0.05, 0.12, 2}, Row{0.05, 0.20, 0}, Row{0.05, 0.30, 0},
                           Row{0.03, 0.10, 2}, Row{0.03, 0.12, 0}}) {
        s = thrust(row.rise);
        s.spine.reflex_gain = 1.0;
        s.spine.reflex_latency = row.latency;
        CHECK(run(s).pops() == row.pops);
    }
}

TEST_CASE("stiffer ligaments delay a thrust and silence a self-twist") {
    struct Row {
        double scale, pop_ms, gap;
        std::size_t twisted;
    };
    for (const Row& row : {Row{0.5, 70.0, 1.65, 5}, Row{1.5, 75.0, 1.35, 2}, Row{2.0, 77.0, 1.24, 1}}) {
        Scenario s = thrust();
        s.spine.ligament_scale = row.scale;
        const SpineRun r = run(s);
        CHECK(r.pops() == 2);
        CHECK(std::abs(pop_ms(r, l45) - row.pop_ms) < 1.0);
        CHECK(std::abs(1e3 * left(r, l45).max_opening - row.gap) < 0.01);
        s = twist(1.0);
        s.spine.ligament_scale = row.scale;
        CHECK(run(s).pops() == row.twisted);
    }
}

TEST_CASE("a self-twist pops by its speed") {
    CHECK(run(twist(1.5)).pops() == 2);
    CHECK(run(twist(2.0)).pops() == 0);
    CHECK(run(twist(3.0)).pops() == 0);
}

TEST_CASE("the restricted joint stays silent in a twist of a second, not in a faster one") {
    Scenario s = twist(0.5);
    s.spine.hypermobile[l34] = s.spine.restricted[l45] = true;
    CHECK(std::abs(1e-3 * left(run(s), l45).min_pressure + 78.0) < 2.0);
    s.spine.rise_time = 0.3;
    s.simulation.duration = 0.7;
    const SpineRun fast = run(s);
    CHECK(left(fast, l34).popped());
    CHECK(left(fast, l45).popped());
}

TEST_CASE("a weak thrust on L5 is silent, and with a common opening pops both sides") {
    Scenario s = thrust(0.14);
    s.spine.target = l5s1;
    s.spine.moment = 10.0;
    CHECK(run(s).pops() == 0);
    s.spine.common_opening = 1e-3;
    const SpineRun r = run(s);
    CHECK(r.pops() == 5);
    const auto right = std::count_if(r.facets.begin(), r.facets.end(),
                                     [](const FacetResult& f) { return f.popped() && f.side == Side::right; });
    CHECK(right == 2);
}

TEST_CASE("women's smaller gaps stay silent, men's pop") {
    // Cramer 2012: women gap 0.65, men 1.35 of the mean.
    Scenario s = thrust();
    s.spine.gap_scale = 0.65;
    CHECK(run(s).pops() == 0);
    s.spine.gap_scale = 1.35;
    CHECK(run(s).pops() == 2);
}
