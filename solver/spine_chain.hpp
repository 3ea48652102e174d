// The vertebrae from T10 to the sacrum as a chain that turns about its long axis, with every facet's capsule in it.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "solver/lumped_facet.hpp"
#include "solver/scenario.hpp"
#include "solver/spine_hands.hpp"
#include "solver/spine_reflex.hpp"
#include "solver/spine_segment.hpp"

namespace synovia {

/// Facets are numbered level by level from the top, left before right.
inline constexpr std::size_t facet_index(std::size_t level, Side side) {
    return 2 * level + static_cast<std::size_t>(side);
}

/// State of the chain, SI: turn phi_i [rad] and rate [rad/s] of the vertebrae, activation a_r,j by reflex of the
/// segments, volume V_r of the facets' refill [m3], in this order.
using ChainState = std::array<double, 3 * spine_level_count + facet_count>;

/// Where a facet is at one instant.
struct FacetReading {
    double opening = 0;      ///< u beyond rest, behind the series stiffness [m]
    double rate = 0;         ///< du/dt [m/s]
    double gap = 0;          ///< x beyond rest [m]
    double pressure = 0;     ///< absolute [Pa]
    double refill = 0;       ///< V_r [m3]
    double refill_rate = 0;  ///< dV_r/dt [m3/s]
    double force = 0;        ///< with which it holds the vertebrae, suction and ligament [N]
    double lever = 0;        ///< du/dtheta [m/rad]
};

/// The equations of the chain; solver/README.md, "The spine".
class SpineChain {
public:
    using Forms = std::array<CapsuleForm, facet_count>;
    using PerLevel = SpineReflex::PerLevel;

    explicit SpineChain(const Scenario& scenario);

    /// dy/dt at time t [s], the muscles driven by `drive`.
    ChainState rates(const ChainState& y, double t, const Forms& forms, const PerLevel& drive) const;
    /// Turn of each segment, upper against lower vertebra [rad], and its rate [rad/s]. Of dy/dt: rate and acceleration.
    static PerLevel turns(const ChainState& y);
    static PerLevel turn_rates(const ChainState& y);

    FacetReading read(std::size_t facet, const ChainState& y, double t, CapsuleForm form) const;
    std::array<FacetReading, facet_count> read(const ChainState& y, double t, const Forms& forms) const;
    /// Falls through zero where the form of a facet read in it ends, its nucleus worn so far.
    double margin(std::size_t facet, const FacetReading& reading, CapsuleForm form, double wear) const;

    /// Power of the hands, the common opening included, and heat of the segments' dampers [W].
    struct Powers {
        double hands, damping;
    };
    Powers powers(const ChainState& y, double t, const Forms& forms) const;
    double kinetic_energy(const ChainState& y) const;  ///< [J]

    const SpineHands& hands() const { return hands_; }
    const LumpedFacet& capsule(std::size_t facet) const { return capsules_[facet]; }
    /// The facet as a joint on its own; its traction is the caller's.
    const Scenario& joint(std::size_t facet) const { return joints_[facet]; }
    const SpineSegment& segment(std::size_t level) const { return segments_[level]; }

private:
    double activation(const ChainState& y, std::size_t level) const;
    FacetReading reading(std::size_t facet, const FacetGeometry::Opening& turned, double turn_rate, const ChainState& y,
                         double t, CapsuleForm form) const;

    SpineHands hands_;
    double guarding_;
    std::vector<SpineSegment> segments_;
    std::vector<Scenario> joints_;
    std::vector<LumpedFacet> capsules_;
};

/// The spine's facet of this number as a joint: `scenario.joint` is a facet of the area pi a^2 it says; compliances
/// grow with the level's area and resistance falls with it. Its pockets and their strengths are its own, as far as the
/// scenario is drawn (draw.hpp); its nuclei take the pull to rise as the hands do.
Scenario facet_joint(const Scenario& scenario, std::size_t facet);

/// The table the scenario uses, from top to bottom.
std::array<SpineLevel, spine_level_count> levels_of(const Spine& spine);

}  // namespace synovia
