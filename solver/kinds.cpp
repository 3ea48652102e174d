#include "solver/kinds.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include "solver/bubble_model.hpp"
#include "solver/joint_model.hpp"
#include "solver/joint_rules.hpp"
#include "solver/joint_watch.hpp"
#include "solver/number_text.hpp"
#include "solver/run.hpp"
#include "solver/spine.hpp"
#include "solver/spine_check.hpp"
#include "solver/table_rules.hpp"

namespace synovia {
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

/// What only the joint has and would go unheeded.
void check_strange_to_bubble(const Scenario& s, std::vector<Problem>& problems) {
    if (s.bubble.shape == BubbleShape::gap)
        problems.push_back({"bubble.shape", "a free bubble has no gap to lie in: \"sphere\" only"});
    if (s.bubble.firing != Firing::blake)
        problems.push_back({"bubble.firing", "a free bubble is never held: \"blake\" only"});
    if (s.bubble.radiation)
        problems.push_back({"bubble.radiation",
                            "there is no body whose skin the sound meets: a free bubble radiates with bubble.equation "
                            "= \"keller-miksis\""});
    if (s.joint.pockets != 1.0 || s.joint.pockets_drawn || !s.joint.pocket_weights.empty())
        problems.push_back({"joint.pockets", "a free bubble has no gap that could be divided into pockets"});
    if (s.gas.heat) problems.push_back({"gas.heat", "a free bubble's gas is polytropic: its exponent stands for heat"});
}

void check_bubble(const Scenario& s, std::vector<Problem>& problems) {
    check_strange_to_bubble(s, problems);
    if (s.gas.model != GasModel::polytropic)
        problems.push_back({"gas.model",
                            "a free bubble takes \"polytropic\" only: the dissolved gas of \"species\" belongs to the "
                            "closed liquid of a joint"});
    if (s.pressure.kind != PressureKind::table) return;
    check_table("pressure.table", s.pressure.table_time, s.pressure.table_pressure, problems);
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
            .check_run = check_joint_run,
            .simulate = [](const Scenario& s, const JointStart& start,
                           std::size_t limit) { return run(s, std::make_shared<const JointModel>(s, start), limit); },
            .resting_pressure = [](const Scenario& s) { return s.joint.resting_pressure; },
            .heard_in_air = true,
            .has_gap = true,
            .has_facets = false,
            .awaits_nucleation = true,
            .in_hand = true,
            .remembers = true},
    KindRow{.kind = Kind::bubble,
            .name = "bubble",
            .applies = of_bubble,
            .defaults = free_bubble,
            .check = check_bubble,
            .check_run = [](const Scenario&, const JointStart&, std::vector<Problem>&) {},
            .simulate = [](const Scenario& s, const JointStart&,
                           std::size_t limit) { return run(s, std::make_shared<const BubbleModel>(s), limit); },
            .resting_pressure = [](const Scenario& s) { return s.pressure.ambient; },
            .heard_in_air = false,
            .has_gap = false,
            .has_facets = false,
            .awaits_nucleation = false,
            .in_hand = false,
            .remembers = false},
    KindRow{
        .kind = Kind::spine,
        .name = "spine",
        .applies = of_spine,
        .defaults = default_spine,
        .check = check_spine,
        .check_run = [](const Scenario& s, const JointStart&,
                        std::vector<Problem>& problems) { check_spine_run(s, problems); },
        .simulate = [](const Scenario& s, const JointStart&, std::size_t limit) { return simulate_spine(s, limit); },
        .resting_pressure = [](const Scenario& s) { return s.joint.resting_pressure; },
        .heard_in_air = true,
        .has_gap = true,
        .has_facets = true,
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
