#include "solver/spine_chain.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "solver/draw.hpp"

namespace synovia {
namespace {

constexpr std::size_t n = spine_level_count;
constexpr std::size_t rate_at = n, activation_at = 2 * n, refill_at = 3 * n;  // where they begin in a ChainState

/// Moment of inertia of a slice of trunk about its long axis, the first with the ribs [kg m2]; proposed.
constexpr std::array<double, n> inertia{0.05, 0.012, 0.012, 0.012, 0.012, 0.012, 0.012, 0.012};

double mobility(const Spine& spine, std::size_t level) {
    return (spine.restricted[level] ? spine.restriction : 1.0) * (spine.hypermobile[level] ? spine.hypermobility : 1.0);
}

/// An opening within which a facet takes hold of the vertebrae [m]. If it did so at once, one that closes while its
/// refill still sucks would be caught between open and closed, in steps that never end.
constexpr double grip = 2e-6;
double hold(double opening) { return std::clamp(opening / grip, 0.0, 1.0); }

/// The bubble that an earlier pop left lies across what were pockets, and nothing holds it.
void hold_gas(Scenario& s) {
    s.bubble.nucleus_radius = s.spine.gas_radius;
    s.bubble.stabilised = false;
    s.bubble.firing = Firing::blake;
    s.joint.pockets = 1.0;
    s.joint.pockets_drawn = false;
    s.joint.pocket_weights.clear();
}

/// Differences of neighbours; below the last vertebra the sacrum stands still.
SpineReflex::PerLevel differences(const double* vertebrae) {
    SpineReflex::PerLevel d;
    for (std::size_t j = 0; j < n; ++j) d[j] = vertebrae[j] - (j + 1 < n ? vertebrae[j + 1] : 0.0);
    return d;
}

}  // namespace

std::array<SpineLevel, n> levels_of(const Spine& spine) {
    const auto given = spine.levels.empty() ? spine_levels() : std::span<const SpineLevel>(spine.levels);
    std::array<SpineLevel, n> levels;
    for (const SpineLevel& level : given) levels[level.level] = level;
    return levels;
}

Scenario facet_joint(const Scenario& scenario, std::size_t facet) {
    const Spine& spine = scenario.spine;
    const std::size_t level = facet / 2;
    const Side side = static_cast<Side>(facet % 2);
    const SpineLevel table = levels_of(spine)[level];
    const std::size_t role = role_index(level, side == spine.side ? FacetRole::opens : FacetRole::closes);
    const double area = spine.individual.facet_area[role] * table.facet_area_mm2 * 1e-6;
    const double radius = std::sqrt(area / std::numbers::pi);
    const double larger = std::pow(radius / scenario.joint.articular_radius, 2);
    Scenario s = scenario;
    s.kind = Kind::joint;
    s.joint.articular_radius = radius;
    s.joint.resting_gap = table.resting_gap_mm * 1e-3;
    s.joint.wall_compliance *= larger;
    s.joint.refill_compliance *= larger;
    s.joint.refill_resistance *= spine.individual.refill_time[role] / larger;
    s.fluid.volume *= larger;
    s.bubble.nucleus_radius *= spine.individual.nucleus_radius[role];
    s.traction.rise_time = rise_time(spine);
    if (spine.gas_left[level] && side == spine.side) hold_gas(s);
    return draw_facet(std::move(s), role);
}

SpineChain::SpineChain(const Scenario& scenario) : hands_(scenario.spine), guarding_(guarding(scenario.spine)) {
    const Spine& spine = scenario.spine;
    for (const SpineLevel& level : levels_of(spine))
        segments_.emplace_back(level,
                               SegmentState{mobility(spine, level.level), spine.individual.disc_stiffness[level.level],
                                            spine.ligament_scale, spine.gap_scale});
    for (std::size_t k = 0; k < facet_count; ++k) {
        joints_.push_back(facet_joint(scenario, k));
        capsules_.emplace_back(joints_.back());
    }
}

SpineChain::PerLevel SpineChain::turns(const ChainState& y) { return differences(y.data()); }
SpineChain::PerLevel SpineChain::turn_rates(const ChainState& y) { return differences(y.data() + rate_at); }

double SpineChain::activation(const ChainState& y, std::size_t level) const {
    return std::min(1.0, guarding_ + y[activation_at + level]);
}

/// u = U(+-theta) + D w d; the capsule and its ligament pull only while the facet is open: F = hold(u) (F_S + F_cap).
FacetReading SpineChain::reading(std::size_t facet, const FacetGeometry::Opening& turned, double turn_rate,
                                 const ChainState& y, double t, CapsuleForm form) const {
    const Motion<double> common = hands_.common_opening(facet / 2, t);
    FacetReading r;
    r.opening = turned.value + common.value;
    r.rate = turned.lever * turn_rate + common.rate;
    r.lever = turned.lever;
    r.refill = y[refill_at + facet];
    const LumpedFacet::Capsule capsule = capsules_[facet].at(form, r.opening, r.refill);
    r.gap = capsule.x;
    r.pressure = capsule.pressure;
    r.refill_rate = capsule.refill;
    r.force = hold(r.opening) * (capsules_[facet].suction(r.pressure) + segments_[facet / 2].ligament(r.opening));
    return r;
}

/// I_i d2phi_i/dt2 = M_i(t) - T_i + T_(i-1)
/// T = torque(theta, a) + c (1 + 2 a) dtheta/dt + sum over both sides of (F_S + F_cap) dU/dtheta
/// The lever of every facet's force is dU/dtheta, so that the energy balance closes.
ChainState SpineChain::rates(const ChainState& y, double t, const Forms& forms, const PerLevel& drive) const {
    ChainState dy;
    const PerLevel theta = turns(y), dtheta = turn_rates(y);
    const std::array<double, n> moments = hands_.moments(t, y[0], y[rate_at]);
    double above = 0.0;  // T_(i-1)
    for (std::size_t j = 0; j < n; ++j) {
        const double a = activation(y, j);
        const SpineSegment::Turned turned = segments_[j].turn(theta[j], a);
        std::array<double, 2> facet_torque{};
        for (const Side side : both_sides) {
            const std::size_t k = facet_index(j, side), s = static_cast<std::size_t>(side);
            const FacetReading r = reading(k, turned.facets[s], dtheta[j], y, t, forms[k]);
            facet_torque[s] = r.force * r.lever;
            dy[refill_at + k] = r.refill_rate;
        }
        const double T = turned.torque + segments_[j].damping(a) * dtheta[j] + (facet_torque[0] + facet_torque[1]);
        dy[j] = y[rate_at + j];
        dy[rate_at + j] = (moments[j] - T + above) / inertia[j];
        dy[activation_at + j] = SpineReflex::activation_rate(drive[j], y[activation_at + j]);
        above = T;
    }
    return dy;
}

FacetReading SpineChain::read(std::size_t facet, const ChainState& y, double t, CapsuleForm form) const {
    const std::size_t level = facet / 2;
    const SpineSegment::Turned turned = segments_[level].turn(turns(y)[level], 0.0);
    return reading(facet, turned.facets[facet % 2], turn_rates(y)[level], y, t, form);
}

std::array<FacetReading, facet_count> SpineChain::read(const ChainState& y, double t, const Forms& forms) const {
    std::array<FacetReading, facet_count> all;
    const PerLevel theta = turns(y), dtheta = turn_rates(y);
    for (std::size_t j = 0; j < n; ++j) {
        const SpineSegment::Turned turned = segments_[j].turn(theta[j], 0.0);
        for (const Side side : both_sides) {
            const std::size_t k = facet_index(j, side);
            all[k] = reading(k, turned.facets[static_cast<std::size_t>(side)], dtheta[j], y, t, forms[k]);
        }
    }
    return all;
}

double SpineChain::margin(std::size_t facet, const FacetReading& reading, CapsuleForm form, double wear) const {
    return capsules_[facet].margin(form, reading.opening, reading.refill, wear);
}

SpineChain::Powers SpineChain::powers(const ChainState& y, double t, const Forms& forms) const {
    Powers p{};
    const std::array<double, n> moments = hands_.moments(t, y[0], y[rate_at]);
    const PerLevel dtheta = turn_rates(y);
    for (std::size_t j = 0; j < n; ++j) {
        p.hands += moments[j] * y[rate_at + j];
        p.damping += segments_[j].damping(activation(y, j)) * dtheta[j] * dtheta[j];
    }
    const std::array<FacetReading, facet_count> facets = read(y, t, forms);
    for (std::size_t k = 0; k < facet_count; ++k) p.hands += facets[k].force * hands_.common_opening(k / 2, t).rate;
    return p;
}

double SpineChain::kinetic_energy(const ChainState& y) const {
    double energy = 0.0;
    for (std::size_t i = 0; i < n; ++i) energy += 0.5 * inertia[i] * y[rate_at + i] * y[rate_at + i];
    return energy;
}

}  // namespace synovia
