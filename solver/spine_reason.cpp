#include "solver/spine_reason.hpp"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <optional>
#include <sstream>

#include "solver/hermite_extrema.hpp"

namespace synovia {
namespace {

constexpr double open_enough = 5e-5;      // a smaller opening is the film giving way [m]
constexpr double largest_nucleus = 1e-5;  // [m]

/// The chain of the same scenario with the usual activation, if there is more.
std::optional<std::array<FacetCurves, facet_count>> unguarded(const Scenario& scenario, std::size_t step_limit) {
    Scenario s = scenario;
    s.spine.guarding.reset();
    if (guarding(scenario.spine) <= guarding(s.spine)) return std::nullopt;
    const SpineChain chain(s);
    return facet_curves(chain, run_chain(chain, s, step_limit));
}

std::string fixed(double value, int digits) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(digits) << value;
    return out.str();
}

std::string millimetres(double metres) { return fixed(1e3 * metres, 2); }

}  // namespace

std::string_view name(FacetReason reason) {
    switch (reason) {
        case FacetReason::popped:
            return "popped";
        case FacetReason::unfinished:
            return "unfinished";
        case FacetReason::closed_side:
            return "closed_side";
        case FacetReason::gas_present:
            return "gas_present";
        case FacetReason::guarded:
            return "guarded";
        case FacetReason::too_little_gap:
            return "too_little_gap";
        case FacetReason::too_slow:
            return "too_slow";
    }
    return "unknown";
}

bool holds_gas(const Scenario& joint) { return joint.bubble.nucleus_radius > largest_nucleus; }

FacetResult read_facet(const SpineChain& chain, const ChainRun& run, const FacetCurves& curves, std::size_t facet) {
    FacetResult result;
    result.level = facet / 2;
    result.side = static_cast<Side>(facet % 2);
    for (const ChainStep& step : run.steps)
        result.turn = std::max(result.turn, std::abs(SpineChain::turns(step.state)[result.level]));
    result.max_opening = std::max(0.0, maximum(curves.opening));
    result.max_rate = maximum_rate(curves.opening);
    result.min_pressure = curves.min_pressure;
    result.refill_time = chain.capsule(facet).refill_time();
    result.fast_opening_needed = chain.capsule(facet).fast_opening_needed();
    return result;
}

void explain(SpineRun& spine, const Scenario& scenario, const SpineChain& chain,
             const std::array<FacetCurves, facet_count>& curves, std::size_t step_limit) {
    const auto without = unguarded(scenario, step_limit);
    for (std::size_t k = 0; k < spine.facets.size(); ++k) {
        FacetResult& f = spine.facets[k];
        if (!f.pop_times.empty()) {
            f.reason = FacetReason::popped;
        } else if (f.stopped) {
            f.reason = FacetReason::unfinished;
        } else if (f.max_opening < open_enough) {
            f.reason = FacetReason::closed_side;
        } else if (holds_gas(chain.joint(k))) {
            f.reason = FacetReason::gas_present;
        } else if (without && (*without)[k].popped) {
            f.reason = FacetReason::guarded;
            f.unguarded_opening = maximum((*without)[k].opening);
        } else if (f.max_opening < f.fast_opening_needed) {
            f.reason = FacetReason::too_little_gap;
        } else {
            f.reason = FacetReason::too_slow;
            f.largest_gain = maximum_gain(curves[k].opening, f.refill_time);
        }
    }
}

std::string sentence(const FacetResult& f) {
    switch (f.reason) {
        case FacetReason::popped:
            return "popped";
        case FacetReason::unfinished:
            return "no answer: the run of this joint ended early, " + std::string(name(*f.stopped));
        case FacetReason::closed_side:
            return "closed side: the joint is pressed together";
        case FacetReason::gas_present:
            return "gas present: the bubble of the last pop gives way without a sound";
        case FacetReason::guarded:
            return "guarded: opens " + millimetres(f.max_opening) + " mm, with relaxed muscles " +
                   millimetres(f.unguarded_opening) + " mm and a pop";
        case FacetReason::too_little_gap:
            return "too little gap: " + millimetres(f.max_opening) + " mm, about " +
                   millimetres(f.fast_opening_needed) + " mm needed";
        case FacetReason::too_slow:
            if (f.largest_gain >= f.fast_opening_needed)
                return "too slow: " + millimetres(f.largest_gain) + " mm in " + fixed(f.refill_time, 2) +
                       " s is not at once, when " + millimetres(f.fast_opening_needed) + " mm would do";
            return "too slow: " + millimetres(f.largest_gain) + " of its " + millimetres(f.max_opening) +
                   " mm came within " + fixed(f.refill_time, 2) + " s, about " + millimetres(f.fast_opening_needed) +
                   " mm needed";
    }
    return "";
}

}  // namespace synovia
