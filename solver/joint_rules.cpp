#include "solver/joint_rules.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "solver/joint_state.hpp"
#include "solver/number_text.hpp"
#include "solver/table_rules.hpp"

namespace synovia {
namespace {

/// How far the sum of the shares may be from one: shares written with seven digits.
constexpr double share_rounding = 1e-6;

std::string count(std::size_t n) { return number_text(static_cast<double>(n)); }

void check_bubble_of_joint(const Scenario& s, std::vector<Problem>& problems) {
    if (s.bubble.equation != RadialEquation::rayleigh_plesset)
        problems.push_back(
            {"bubble.equation",
             "a joint takes \"rayleigh-plesset\" only: the near field inside a capsule is incompressible "
             "(wall Mach number about 0.01) and compressible equations assume a liquid without walls"});
    double smallest = 1.0;
    for (const double w : s.joint.pocket_weights) smallest = std::min(smallest, w);
    const double radius = std::sqrt(std::max(smallest, 0.0)) * s.joint.articular_radius;
    if (!(s.bubble.nucleus_radius < radius))
        problems.push_back({"bubble.nucleus_radius_m",
                            number_text(s.bubble.nucleus_radius) + " is not smaller than joint.articular_radius_m" +
                                (smallest < 1.0 ? " of the smallest pocket, " : ", ") + number_text(radius)});
    if (s.gas.heat && s.gas.model != GasModel::species)
        problems.push_back(
            {"gas.heat", "needs gas.model = \"species\": a polytropic exponent stands for heat already"});
}

void check_pockets(const Joint& joint, std::vector<Problem>& problems) {
    if (joint.pockets != std::floor(joint.pockets))
        problems.push_back({"joint.pockets", number_text(joint.pockets) + " is not a whole number"});
    const auto& w = joint.pocket_weights;
    if (w.empty()) return;
    if (w.size() > most_pockets)
        problems.push_back(
            {"joint.pocket_weights", count(w.size()) + " shares, and at most " + count(most_pockets) + " are allowed"});
    const double sum = std::accumulate(w.begin(), w.end(), 0.0);
    if (std::any_of(w.begin(), w.end(), [](double share) { return !(share > 0.0); }))
        problems.push_back({"joint.pocket_weights", "every share must be greater than 0"});
    else if (!(std::abs(sum - 1.0) <= share_rounding))
        problems.push_back({"joint.pocket_weights", "the shares add up to " + number_text(sum) + ", not to 1"});
}

void check_thresholds(const Scenario& s, std::vector<Problem>& problems) {
    const std::size_t n = pocket_count(s);
    const auto& limits = s.bubble.firing_pressures;
    if (n == 0)
        problems.push_back({"bubble.firing", "\"threshold\" needs a given number of pockets, and theirs is drawn"});
    if (n > 0 && limits.size() != n)
        problems.push_back({"bubble.firing_pressures_pa", count(limits.size()) + " pressures for " + count(n) +
                                                              (n == 1 ? " pocket" : " pockets") +
                                                              ": \"threshold\" takes one for each"});
    for (const double p : limits)
        if (!(p < s.joint.resting_pressure))
            problems.push_back(
                {"bubble.firing_pressures_pa",
                 number_text(p) + " is not below joint.resting_pressure_pa, " + number_text(s.joint.resting_pressure)});
}

void check_draws(const Scenario& s, std::vector<Problem>& problems) {
    const std::size_t n = pocket_count(s), given = s.bubble.strength_draws.size();
    if (n == 0 && given > 0)
        problems.push_back({"bubble.strength_draws", "given for each pocket, and the number of pockets is drawn"});
    if (n > 0 && given > 0 && given != n)
        problems.push_back({"bubble.strength_draws", count(given) + " draws for " + count(n) +
                                                         (n == 1 ? " pocket" : " pockets") +
                                                         ": \"rate\" takes one for each, or none to draw them"});
}

}  // namespace

std::size_t pocket_count(const Scenario& s) {
    if (!s.joint.pocket_weights.empty()) return s.joint.pocket_weights.size();
    return s.joint.pockets_drawn ? 0 : static_cast<std::size_t>(s.joint.pockets);
}

void check_joint(const Scenario& s, std::vector<Problem>& problems) {
    check_bubble_of_joint(s, problems);
    check_pockets(s.joint, problems);
    if (s.traction.kind == TractionKind::table)
        check_table("traction.table", s.traction.table_time, s.traction.table_position, problems);
    if (s.bubble.firing == Firing::threshold) check_thresholds(s, problems);
    if (s.bubble.firing == Firing::rate) check_draws(s, problems);
}

void check_joint_run(const Scenario& s, const JointStart& start, std::vector<Problem>& problems) {
    const std::size_t n = pocket_count(s);
    if (n != 1 && s.joint.pocket_weights.empty())
        problems.push_back({"joint.pocket_weights", "missing: the shares of the pockets have not been drawn"});
    if (s.bubble.firing == Firing::rate && s.bubble.strength_draws.empty())
        problems.push_back({"bubble.strength_draws", "missing: the strengths of the nuclei have not been drawn"});
    if (start.empty()) return;
    if (n > 0 && start.size() != n)
        problems.push_back(
            {"joint.pockets", "the gas left in " + count(start.size()) + " pockets does not fit " + count(n)});
    if (s.gas.model != GasModel::species)
        problems.push_back({"gas.model", "only \"species\" can begin with the gas of an earlier pull"});
    const auto sane = [](double x) { return x >= 0.0 && std::isfinite(x); };
    for (const PocketStart& p : start)
        if (!std::all_of(p.moles.begin(), p.moles.end(), sane) ||
            !std::all_of(p.dissolved.begin(), p.dissolved.end(), sane) || !(p.layer_age > 0.0) || !sane(p.layer_age))
            problems.push_back({"joint.pockets", "an amount of gas left is not a number from 0 up"});
}

}  // namespace synovia
