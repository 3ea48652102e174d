// What became of each facet joint of a spine, and why.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "solver/hermite_table.hpp"
#include "solver/spine_scenario.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

/// Why a facet sounded or did not; tried in this order.
enum class FacetReason {
    popped,
    unfinished,      ///< the numbers of its joint did not reach the end: no answer
    closed_side,     ///< it opened by less than 0.05 mm
    gas_present,     ///< the bubble of an earlier pop gives way without a sound
    guarded,         ///< the same run with the usual muscle activation pops it
    too_little_gap,  ///< it opened by less than would do if it came at once
    too_slow         ///< the refill kept pace
};
/// The word used in JSON and tables, for example "too_slow".
std::string_view name(FacetReason reason);

/// One facet joint in one run. Its level and side say where it is.
struct FacetResult {
    std::size_t level = 0;
    Side side = Side::left;
    double turn = 0;                   ///< largest turn of its segment, either way [rad]
    double max_opening = 0;            ///< beyond rest, behind the series stiffness; 0 if it only closed [m]
    double max_rate = 0;               ///< of the opening [m/s]
    double min_pressure = 0;           ///< absolute [Pa]
    std::vector<double> pop_times;     ///< from t = 0 [s]
    std::optional<Outcome> stopped;    ///< why the run of its joint ended early; absent: it did not
    std::optional<double> peak_level;  ///< of the loudest pop, unfiltered, 0.3 m away [dB SPL]
    FacetReason reason = FacetReason::closed_side;
    double largest_gain = 0;         ///< most that it opened within the refill time, if too slow [m]
    double refill_time = 0;          ///< [s]
    double fast_opening_needed = 0;  ///< opening that pops it if it comes at once [m]
    double unguarded_opening = 0;    ///< max_opening with the usual muscle activation, if guarded [m]

    bool popped() const { return reason == FacetReason::popped; }
};

/// A facet that popped or came close to it, as a joint on its own.
struct FacetJoint {
    std::size_t facet;            ///< index into SpineRun::facets
    std::array<double, 3> place;  ///< from the target's disc: to the left, to the front, up [m]
    Trajectory trajectory;
};

/// What a facet did from the first to the last instant, in the chain; a pop lasts no time there.
struct FacetTrace {
    HermiteTable opening;   ///< beyond rest, behind the series stiffness [m]
    HermiteTable pressure;  ///< absolute [Pa]
};

/// What a run of a spine leaves beside the trajectory of its leading facet.
struct SpineRun {
    double start = 0;                 ///< of the thrust or twist; texts count from here [s]
    std::vector<FacetResult> facets;  ///< level by level from the top, left before right
    std::vector<FacetJoint> joints;
    std::vector<FacetTrace> traces;  ///< of every facet; none where the chain did not reach its end
    std::size_t pops() const;        ///< facets that popped
};

}  // namespace synovia
