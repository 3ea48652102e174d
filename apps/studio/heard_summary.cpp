#include "apps/studio/heard_summary.hpp"

#include <algorithm>
#include <cmath>

#include "apps/studio/scene.hpp"

namespace synovia::studio {
namespace {

bool has(const Summary& summary, Limit limit) {
    return std::ranges::any_of(summary.warnings, [limit](const Warning& warning) { return warning.limit == limit; });
}

}  // namespace

Summary heard_summary(const Trajectory& trajectory) {
    Summary summary = summarise(trajectory);
    if (!has(summary, Limit::speed_of_sound) || has(summary, Limit::run_end)) return summary;
    const double audible = audible_peak_pa(trajectory);
    const double end = std::abs(trajectory.at(trajectory.end_time()).pressure);
    if (end > inaudible_share * audible && audible > 0.0)
        summary.warnings.push_back(ends_while_it_sounds(end / audible));
    return summary;
}

}  // namespace synovia::studio
