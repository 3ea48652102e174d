// Claim: every scenario inside the parameter ranges ends in a named outcome with finite numbers.
// The full campaign, 10,000 random sets of each kind, every kind with one parameter at an end of its range, and every
// pair of range ends; a table of outcomes and processor times is printed:
//   SYNOVIA_CAMPAIGN_SETS=10000 test_validation --test-case='campaign*'
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>

#include "solver/simulate.hpp"
#include "solver/spine_result.hpp"
#include "solver/summary.hpp"
#include "tests/validation/campaign.hpp"

using namespace synovia;

namespace {

bool finite(const Sample& s) {
    const std::array numbers{s.gap,           s.gap_rate,      s.capsule_volume,      s.gap_pressure, s.radius,
                             s.wall_velocity, s.bubble_volume, s.volume_acceleration, s.gas_pressure, s.pressure,
                             s.gas_mol[0],    s.gas_mol[1],    s.gas_mol[2]};
    return std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); });
}

bool finite(const Summary& s) {
    const std::array numbers{
        s.min_gap_pressure, s.min_gap_pressure_time, s.max_radius,         s.max_radius_time,
        s.min_radius,       s.min_radius_time,       s.max_wall_speed,     s.final_radius,
        s.final_gap,        s.peak_pressure,         s.peak_pressure_time, s.nucleation_time.value_or(0.0)};
    return std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); }) &&
           (std::isfinite(s.peak_level_db_spl) || s.peak_pressure == 0.0);
}

/// Samples at every step and in its middle.
bool all_finite(const Trajectory& run) {
    const auto t = run.step_times();
    for (std::size_t k = 0; k + 1 < t.size(); ++k)
        if (!finite(run.at(k, 0.5 * (t[k] + t[k + 1]))) || !finite(run.at(k, t[k + 1]))) return false;
    return finite(run.at(run.begin_time()));
}

/// A run that says it is done, and whose bubble is still there, reached the end it was asked for; of a spine every
/// joint.
bool reached_end(const Scenario& s, const Trajectory& run) {
    const auto reached = [&](const Trajectory& t) {
        return !finished(t.outcome) || t.outcome == Outcome::vanished || t.end_time() == s.simulation.duration;
    };
    if (!run.spine) return reached(run);
    const auto& joints = run.spine->joints;
    return std::all_of(joints.begin(), joints.end(), [&](const FacetJoint& j) { return reached(j.trajectory); });
}

/// Of a spine the most that one of its joints took: the limit holds for each of them.
std::size_t most_steps(const Trajectory& run) {
    if (!run.spine || run.spine->joints.empty()) return run.statistics.steps;
    std::size_t most = 0;
    for (const FacetJoint& joint : run.spine->joints) most = std::max(most, joint.trajectory.statistics.steps);
    return most;
}

/// How many runs ended how, and what they cost.
class Tally {
public:
    void run(const Scenario& s) {
        INFO(campaign::describe(s));
        const std::clock_t start = std::clock();  // processor time: other programs must not count
        const Trajectory trajectory = simulate(s);
        const double cost = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        CHECK(name(trajectory.outcome) != "unknown");
        CHECK(most_steps(trajectory) <= default_step_limit);
        CHECK(all_finite(trajectory));
        CHECK(finite(summarise(trajectory)));
        CHECK(reached_end(s, trajectory));
        count(s, trajectory, cost);
    }
    /// Runs in which the computation failed; where the wall reaches the speed of sound it is the equation that ends.
    std::size_t lost() const { return lost_; }
    void print(const char* title) const {
        std::printf("%-18s %6zu runs, mean %.2f ms, worst %.2f s:", title, runs_,
                    1e3 * total_ / static_cast<double>(runs_), worst_);
        for (const auto& [outcome, times] : outcomes_) std::printf(" %s %zu", outcome.data(), times);
        std::printf("\n    slowest: %s\n", slowest_.c_str());
        for (const auto& [outcome, example] : examples_) std::printf("    %s: %s\n", outcome.data(), example.c_str());
    }

private:
    void count(const Scenario& s, const Trajectory& trajectory, double cost) {
        ++runs_;
        ++outcomes_[name(trajectory.outcome)];
        total_ += cost;
        lost_ += finished(trajectory.outcome) || trajectory.outcome == Outcome::supersonic ? 0U : 1U;
        if (!finished(trajectory.outcome)) examples_.try_emplace(name(trajectory.outcome), campaign::describe(s));
        if (cost < worst_) return;
        worst_ = cost;
        slowest_ = campaign::describe(s);
    }

    std::size_t runs_ = 0, lost_ = 0;
    double total_ = 0.0, worst_ = 0.0;
    std::map<std::string_view, std::size_t> outcomes_;
    std::map<std::string_view, std::string> examples_;
    std::string slowest_;
};

/// Random sets per kind asked for by SYNOVIA_CAMPAIGN_SETS, or 0.
int full_campaign() {
    const char* sets = std::getenv("SYNOVIA_CAMPAIGN_SETS");
    return sets == nullptr ? 0 : std::stoi(sets);
}

/// The number of runs in which the computation failed.
std::size_t run_random(Kind kind, const char* title, int usual_sets = 100) {
    std::mt19937_64 random(20261123);
    Tally tally;
    const int sets = full_campaign() > 0 ? full_campaign() : usual_sets;
    for (int i = 0; i < sets; ++i) tally.run(campaign::random_scenario(kind, random));
    if (full_campaign() > 0) tally.print(title);
    return tally.lost();
}

/// A free bubble that is driven through several collapses.
Scenario driven_bubble() {
    Scenario s = default_scenario(Kind::bubble);
    s.bubble.equation = RadialEquation::keller_miksis;
    s.pressure.kind = PressureKind::sine;
    s.pressure.amplitude = 1.5e5;
    s.pressure.frequency = 5e4;
    s.gas.polytropic_exponent = 1.4;
    s.simulation.duration = 1e-4;
    return s;
}

void run_ends(Kind kind, const char* title) {
    std::vector<Scenario> bases{kind == Kind::joint ? Scenario{} : driven_bubble()};
    if (full_campaign() > 0) bases = campaign::every_kind();
    Tally tally;
    for (const Scenario& base : bases)
        if (base.kind == kind)
            for (const Scenario& s : campaign::ends(base)) tally.run(s);
    if (full_campaign() > 0) tally.print(title);
}

void run_pairs(const Scenario& base, const char* title) {
    Tally tally;
    for (const Scenario& s : campaign::pairs_of_ends(base)) tally.run(s);
    tally.print(title);
}

}  // namespace

TEST_CASE("campaign: random joints") { run_random(Kind::joint, "random joints"); }
TEST_CASE("campaign: random free bubbles") { run_random(Kind::bubble, "random bubbles"); }
TEST_CASE("campaign: random spines, of the usual few of which none is lost") {
    const std::size_t lost = run_random(Kind::spine, "random spines", 12);  // a quarter of a second each
    if (full_campaign() == 0) CHECK(lost == 0);
}
TEST_CASE("campaign: joints with one parameter at an end of its range") { run_ends(Kind::joint, "joints, one end"); }
TEST_CASE("campaign: free bubbles with one parameter at an end of its range") {
    run_ends(Kind::bubble, "bubbles, one end");
}
TEST_CASE("campaign: pairs of parameters at the ends of their ranges" * doctest::skip(full_campaign() == 0)) {
    run_pairs(Scenario{}, "joints, two ends");
    run_pairs(driven_bubble(), "bubbles, two ends");
}
