#include "solver/spine_chain.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "solver/spine_chain_run.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;

namespace {

constexpr double degree = std::numbers::pi / 180.0;

/// Simpson's rule with 400 panels for what a segment's springs hold at this turn [J].
double potential(const SpineSegment& segment, double theta) {
    constexpr int panels = 400;
    const double h = theta / panels;
    double sum = 0.0;
    for (int i = 0; i < panels; ++i) {
        const auto torque = [&](double x) {
            const SpineSegment::Turned t = segment.turn(x, 0.0);
            double all = t.torque;
            for (const FacetGeometry::Opening& facet : t.facets) all += segment.ligament(facet.value) * facet.lever;
            return all;
        };
        sum += h / 6.0 * (torque(i * h) + 4.0 * torque((i + 0.5) * h) + torque((i + 1) * h));
    }
    return sum;
}

ChainRun run_of(const SpineChain& chain, const Scenario& s) {
    ChainRun run = run_chain(chain, s, default_step_limit);
    REQUIRE_FALSE(run.stopped);
    return run;
}

/// Power of the hands, and heat of dampers and refills [W]. Refills count while their facet is open: only then do they
/// hold the vertebrae.
struct Power {
    double work, heat;
};
Power power(const SpineChain& chain, const ChainState& y, double t, const SpineChain::Forms& forms) {
    const SpineChain::Powers powers = chain.powers(y, t, forms);
    Power p{powers.hands, powers.damping};
    const auto facets = chain.read(y, t, forms);
    for (std::size_t k = 0; k < facet_count; ++k)
        if (facets[k].opening > 0.0) p.heat += chain.capsule(k).dissipation(facets[k].refill_rate);
    return p;
}

/// Simpson's rule over the steps, the state in their middle from the cubic through both ends.
Power energy(const SpineChain& chain, const ChainRun& run) {
    Power sum{0.0, 0.0};
    for (std::size_t k = 0; k + 1 < run.steps.size(); ++k) {
        const ChainStep &a = run.steps[k], &b = run.steps[k + 1];
        const double h = b.time - a.time;
        ChainState middle;
        for (std::size_t i = 0; i < middle.size(); ++i)
            middle[i] = 0.5 * (a.state[i] + b.state[i]) + 0.125 * h * (a.rates[i] - b.rates[i]);
        const Power begin = power(chain, a.state, a.time, a.forms), end = power(chain, b.state, b.time, b.forms);
        const Power between = power(chain, middle, a.time + 0.5 * h, a.forms);
        sum.work += h / 6.0 * (begin.work + 4.0 * between.work + end.work);
        sum.heat += h / 6.0 * (begin.heat + 4.0 * between.heat + end.heat);
    }
    return sum;
}

}  // namespace

TEST_CASE("the work of the hands is what moves, springs hold, dampers and refills heat") {
    Scenario s = default_scenario(Kind::spine);
    s.spine.kind = SpineKind::positioning;
    s.spine.reflex_gain = 0.0;  // muscles that tighten bring energy of their own
    s.simulation.relative_tolerance = 1e-8;
    s.simulation.duration = 2.3;
    const SpineChain chain(s);
    const ChainRun run = run_of(chain, s);

    const Power spent = energy(chain, run);
    const ChainStep& end = run.steps.back();
    double stored = chain.kinetic_energy(end.state);
    const auto theta = SpineChain::turns(end.state);
    for (std::size_t j = 0; j < spine_level_count; ++j) stored += potential(chain.segment(j), theta[j]);
    const auto facets = chain.read(end.state, end.time, end.forms);
    for (std::size_t k = 0; k < facet_count; ++k)
        if (facets[k].opening > 0.0) stored += chain.capsule(k).stored_energy(facets[k].opening, facets[k].refill);
    CHECK(spent.work > 0.1);
    // Above L1 nothing is turned on purpose; what little opens and closes there is counted on the open side only.
    CHECK(test::relative_error(stored + spent.heat, spent.work) < 2e-5);
}

TEST_CASE("the mirror image is exact, step by step and bit by bit") {
    Scenario s = default_scenario(Kind::spine);
    s.spine.reflex_gain = 1.0;
    s.spine.common_opening = 3e-4;
    const SpineChain left(s);
    const ChainRun a = run_of(left, s);
    s.spine.side = Side::right;
    const SpineChain right(s);
    const ChainRun b = run_of(right, s);
    REQUIRE(a.steps.size() == b.steps.size());
    for (std::size_t k = 0; k < a.steps.size(); ++k) {
        REQUIRE(a.steps[k].time == b.steps[k].time);
        for (std::size_t j = 0; j < spine_level_count; ++j) {
            REQUIRE(a.steps[k].state[j] == -b.steps[k].state[j]);
            REQUIRE(a.steps[k].state[24 + 2 * j] == b.steps[k].state[25 + 2 * j]);
        }
    }
    for (std::size_t j = 0; j < spine_level_count; ++j) CHECK(a.pops[2 * j] == b.pops[2 * j + 1]);
}

TEST_CASE("one vertebra on a linear spring is the damped oscillator") {
    // L5 on S1: I phi'' + c phi' + k phi = 0 from phi0, all else held still by being left alone (no torque reaches it).
    Scenario s = default_scenario(Kind::spine);
    s.spine.levels.assign(spine_levels().begin(), spine_levels().end());
    for (SpineLevel& level : s.spine.levels)
        level.disc_cubic_nm_deg3 = level.contact_stiffness_nm_deg = level.capsule_stiffness_n_mm = 0.0;
    const SpineChain chain(s);
    // The rates of a state in which every vertebra has the same turn and rate: only the last segment is bent.
    ChainState y{};
    for (std::size_t i = 0; i < spine_level_count; ++i) {
        y[i] = -1e-3;  // closed on the left, and on the right open by G1 |phi|
        y[spine_level_count + i] = 0.02;
    }
    SpineChain::Forms forms;
    forms.fill(CapsuleForm::whole);
    const ChainState dy = chain.rates(y, 0.0, forms, {});
    const FacetReading right = chain.read(15, y, 0.0, CapsuleForm::whole);
    const double k = 2.6 / degree, c = 0.06 / degree;
    const double expected = -(k * -1e-3 + c * 0.02 + right.force * right.lever) / 0.012;
    CHECK(test::relative_error(dy[2 * spine_level_count - 1], expected) < 1e-12);
    for (std::size_t i = 0; i + 1 < spine_level_count; ++i) CHECK(dy[spine_level_count + i] == 0.0);
}

TEST_CASE("a loaded linear chain comes to rest at moment over stiffness") {
    // 4 N m on L1 without contact, cubic, ligament: every segment below carries it, theta = M/k_d once the refill is
    // over.
    Scenario s = default_scenario(Kind::spine);
    s.spine.kind = SpineKind::positioning;
    s.spine.preload = 4.0;
    s.spine.levels.assign(spine_levels().begin(), spine_levels().end());
    for (SpineLevel& level : s.spine.levels)
        level.disc_cubic_nm_deg3 = level.contact_stiffness_nm_deg = level.capsule_stiffness_n_mm = 0.0;
    s.spine.gap_scale = 0.1;           // facets that hardly feel it
    s.joint.refill_compliance = 1e-9;  // and recesses that give all the fluid they are asked for
    s.simulation.duration = 6.0;
    const SpineChain chain(s);
    const ChainRun run = run_of(chain, s);
    const auto theta = SpineChain::turns(run.steps.back().state);
    for (std::size_t j = 0; j < 3; ++j) CHECK(std::abs(theta[j]) < 1e-6);
    for (std::size_t j = 3; j < spine_level_count; ++j) {
        INFO(spine_level_names[j]);
        // the suction that is left: A^2 u/C_r in a lever of 3 mm, less than 1e-4 of 4 N m
        CHECK(test::relative_error(theta[j] / degree, 4.0 / spine_levels()[j].disc_stiffness_nm_deg) < 1e-3);
    }
}

TEST_CASE("a facet is the reference joint scaled by its area") {
    const Scenario s = default_scenario(Kind::spine);
    const Scenario upper = facet_joint(s, facet_index(0, Side::left));
    CHECK(test::relative_error(upper.joint.wall_compliance, 1.0909e-13) < 1e-4);
    CHECK(test::relative_error(upper.joint.refill_compliance, 3.3333e-12) < 1e-4);
    CHECK(test::relative_error(upper.joint.refill_resistance, 1.1e12) < 1e-3);
    CHECK(test::relative_error(upper.joint.articular_radius, 5.642e-3) < 1e-4);
    CHECK(upper.joint.resting_gap == 0.25e-3);
}

TEST_CASE("gas is left on the side that opens") {
    Scenario s = default_scenario(Kind::spine);
    s.spine.gas_left[6] = true;
    CHECK(facet_joint(s, facet_index(6, Side::left)).bubble.nucleus_radius == 3e-4);
    CHECK(facet_joint(s, facet_index(6, Side::right)).bubble.nucleus_radius == 3e-7);
    s.spine.side = Side::right;
    CHECK(facet_joint(s, facet_index(6, Side::right)).bubble.nucleus_radius == 3e-4);
}

TEST_CASE("a facet lets go of the vertebrae without a jump, whatever suction is left in it") {
    // With a jump a facet that closes on suction is caught between open and closed, in steps that never end.
    const Scenario s = default_scenario(Kind::spine);
    const SpineChain chain(s);
    constexpr std::size_t facet = facet_index(6, Side::left);
    const auto read = [&](double turn) {
        ChainState y{};
        std::fill_n(y.begin(), 7, turn);           // L4 and all above it
        y[3 * spine_level_count + facet] = -2e-8;  // the refill took 20 uL too much: some 100 kPa
        return chain.read(facet, y, 0.0, CapsuleForm::whole);
    };
    const FacetReading closed = read(-1e-9), ajar = read(1e-9), open = read(2e-4);
    CHECK(open.opening > 4e-6);
    CHECK(open.force > 10.0);
    CHECK(closed.force == 0.0);
    CHECK(ajar.opening > 0.0);
    CHECK(ajar.force < 1e-4 * open.force);
}

TEST_CASE("a chain that may not step says so") {
    const Scenario s = default_scenario(Kind::spine);
    const SpineChain chain(s);
    CHECK(run_chain(chain, s, 10).stopped == Outcome::step_limit);
}
