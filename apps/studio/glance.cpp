#include "apps/studio/glance.hpp"

#include <algorithm>
#include <cmath>

#include "solver/kinds.hpp"

namespace synovia::studio {
namespace {

void include(Glance& glance, const Sample& sample) {
    glance.gap.include(sample.gap);
    glance.pressure.include(sample.gap_pressure);
    glance.radius.include(sample.radius);
}

Glance glance_at(const Sample& sample) {
    return {{sample.gap, sample.gap}, {sample.gap_pressure, sample.gap_pressure}, {sample.radius, sample.radius}};
}

}  // namespace

void Range::include(double x) {
    low = std::min(low, x);
    high = std::max(high, x);
}

void Range::include(const Range& other) {
    include(other.low);
    include(other.high);
}

/// At both ends of each span and at the solver's own steps between, which resolve whatever happens.
std::vector<Glance> glances(const Trajectory& trajectory) {
    const double begin = trajectory.begin_time(), length = trajectory.end_time() - begin;
    const auto count = static_cast<std::size_t>(std::max(1.0, std::ceil(length * glances_per_second - 1e-6)));
    const auto steps = trajectory.step_times();
    std::vector<Glance> result;
    std::size_t step = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double from = begin + static_cast<double>(i) / glances_per_second;
        const double to = std::min(begin + static_cast<double>(i + 1) / glances_per_second, trajectory.end_time());
        Glance glance = glance_at(trajectory.at(from));
        for (; step < steps.size() && steps[step] < to; ++step)
            if (steps[step] > from) include(glance, trajectory.at(steps[step]));
        include(glance, trajectory.at(to));
        result.push_back(glance);
    }
    return result;
}

Glance resting_glance(const Scenario& scenario, double radius) {
    const KindRow& kind = row_of(scenario.kind);
    const double gap = kind.has_gap ? scenario.joint.resting_gap : 0.0;
    const double pressure = kind.resting_pressure(scenario);
    return {{gap, gap}, {pressure, pressure}, {radius, radius}};
}

}  // namespace synovia::studio
