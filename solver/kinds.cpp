#include "solver/kinds.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "solver/bubble_model.hpp"
#include "solver/joint_model.hpp"
#include "solver/number_text.hpp"
#include "solver/run.hpp"
#include "solver/spine.hpp"
#include "solver/spine_check.hpp"

namespace synovia {
namespace {}  // namespace

void check_capsule(const Scenario& s, std::vector<Problem>& problems) {
    if (s.bubble.equation != RadialEquation::rayleigh_plesset)
        problems.push_back(
            {"bubble.equation",
             "a joint takes \"rayleigh-plesset\" only: the near field inside a capsule is incompressible "
             "(wall Mach number about 0.01) and compressible equations assume a liquid without walls"});
    if (!(s.bubble.nucleus_radius < s.joint.articular_radius))
        problems.push_back({"bubble.nucleus_radius_m", number_text(s.bubble.nucleus_radius) +
                                                           " is not smaller than joint.articular_radius_m, " +
                                                           number_text(s.joint.articular_radius)});
}

namespace {

/// A bubble of 10 um in water at 20 C.
Scenario free_bubble() {
    Scenario s;
    s.kind = Kind::bubble;
    s.fluid.density = 998.0;
    s.fluid.sound_speed = 1482.0;
    s.fluid.surface_tension = 0.0728;
    s.fluid.vapour_pressure = 2339.0;
    s.fluid.rheology = Rheology::newtonian;
    s.fluid.viscosity = 1.002e-3;
    s.bubble.nucleus_radius = 1e-5;
    s.gas.model = GasModel::polytropic;
    s.simulation.duration = 1e-3;
    s.simulation.relative_tolerance = 1e-9;
    return s;
}

bool strictly_increasing(const std::vector<double>& values) {
    return std::adjacent_find(values.begin(), values.end(), [](double a, double b) { return !(b > a); }) ==
           values.end();
}

bool all_finite(const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v) && std::abs(v) <= 1e9; });
}

/// Points of a table that a monotone cubic can join.
bool joinable(const std::vector<double>& t, const std::vector<double>& y) {
    return t.size() >= 2 && t.size() == y.size() && strictly_increasing(t) && all_finite(t) && all_finite(y);
}

constexpr std::string_view not_joinable =
    "the table needs at least two points with strictly increasing times, all within +-1e9";

void check_joint(const Scenario& s, std::vector<Problem>& problems) {
    check_capsule(s, problems);
    const Traction& hand = s.traction;
    if (hand.kind == TractionKind::table && !joinable(hand.table_time, hand.table_position))
        problems.push_back({"traction.table", std::string(not_joinable)});
}

void check_bubble(const Scenario& s, std::vector<Problem>& problems) {
    if (s.gas.model != GasModel::polytropic)
        problems.push_back({"gas.model",
                            "a free bubble takes \"polytropic\" only: the dissolved gas of \"species\" belongs to the "
                            "closed liquid of a joint"});
    if (s.pressure.kind != PressureKind::table) return;
    if (!joinable(s.pressure.table_time, s.pressure.table_pressure))
        problems.push_back({"pressure.table", std::string(not_joinable)});
}

constexpr std::array of_joint{Applies::joint, Applies::single_joint, Applies::both};
constexpr std::array of_bubble{Applies::bubble, Applies::both};
constexpr std::array of_spine{Applies::joint, Applies::spine, Applies::both};

constexpr std::array rows{
    KindRow{.kind = Kind::joint,
            .name = "joint",
            .applies = of_joint,
            .defaults = [] { return Scenario{}; },
            .check = check_joint,
            .simulate = run<JointModel>,
            .resting_pressure = [](const Scenario& s) { return s.joint.resting_pressure; },
            .heard_in_air = true,
            .has_gap = true,
            .awaits_nucleation = true,
            .in_hand = true,
            .remembers = true},
    KindRow{.kind = Kind::bubble,
            .name = "bubble",
            .applies = of_bubble,
            .defaults = free_bubble,
            .check = check_bubble,
            .simulate = run<BubbleModel>,
            .resting_pressure = [](const Scenario& s) { return s.pressure.ambient; },
            .heard_in_air = false,
            .has_gap = false,
            .awaits_nucleation = false,
            .in_hand = false,
            .remembers = false},
    KindRow{.kind = Kind::spine,
            .name = "spine",
            .applies = of_spine,
            .defaults = default_spine,
            .check = check_spine,
            .simulate = simulate_spine,
            .resting_pressure = [](const Scenario& s) { return s.joint.resting_pressure; },
            .heard_in_air = true,
            .has_gap = true,
            .awaits_nucleation = true,
            .in_hand = false,
            .remembers = false},
};

}  // namespace

std::span<const KindRow> kinds() { return rows; }

const KindRow& row_of(Kind kind) {
    const auto index = static_cast<std::size_t>(kind);
    assert(index < rows.size() && rows[index].kind == kind);
    return rows[index];
}

Medium medium(const Scenario& scenario) {
    return row_of(scenario.kind).heard_in_air ? air(scenario.listener) : liquid(scenario.fluid);
}

}  // namespace synovia
