#include "solver/facet_curves.hpp"

#include <algorithm>
#include <limits>

#include "solver/hermite_extrema.hpp"

namespace synovia {
namespace {

/// The lowest pressure of a whole capsule between step k and the next.
double lowest(const LumpedFacet& capsule, const ChainRun& run, const std::vector<FacetReading>& readings,
              std::size_t k) {
    const FacetReading &a = readings[k], &b = readings[k + 1];
    const CubicPiece suction{run.steps[k].time,
                             run.steps[k + 1].time,
                             -a.pressure,
                             -b.pressure,
                             -capsule.pressure_rate(a.rate, a.refill_rate),
                             -capsule.pressure_rate(b.rate, b.refill_rate)};
    double lowest = a.pressure;
    visit_extrema(suction, [&](const Motion<double>& m) { lowest = std::min(lowest, -m.value); });
    return lowest;
}

void find_lowest_pressure(FacetCurves& curves, const SpineChain& chain, const ChainRun& run, std::size_t facet) {
    const LumpedFacet& capsule = chain.capsule(facet);
    const double start = chain.hands().start();
    curves.min_pressure = curves.min_pressure_before = curves.readings.front().pressure;
    for (std::size_t k = 0; k + 1 < run.steps.size(); ++k) {
        const ChainStep& end = run.steps[k + 1];
        if (run.steps[k].forms[facet] == CapsuleForm::cavity) continue;
        const bool falls = end.forms[facet] == CapsuleForm::cavity;  // at this step's end, where it fires
        const FacetReading& last = curves.readings[k + 1];
        const double p = falls ? capsule.at(CapsuleForm::whole, last.opening, last.refill).pressure
                               : lowest(capsule, run, curves.readings, k);
        curves.min_pressure = std::min(curves.min_pressure, p);
        if (end.time <= start) curves.min_pressure_before = curves.min_pressure;
    }
}

}  // namespace

HermiteTable opening_from(const FacetCurves& curves, const ChainRun& run, std::size_t first) {
    std::vector<double> t, u, v;
    for (std::size_t k = first; k < run.steps.size(); ++k) {
        t.push_back(run.steps[k].time);
        u.push_back(curves.readings[k].opening);
        v.push_back(curves.readings[k].rate);
    }
    return {t, u, v};
}

std::array<FacetCurves, facet_count> facet_curves(const SpineChain& chain, const ChainRun& run) {
    std::array<FacetCurves, facet_count> all;
    for (const ChainStep& step : run.steps) {
        const auto readings = chain.read(step.state, step.time, step.forms);
        for (std::size_t k = 0; k < facet_count; ++k) all[k].readings.push_back(readings[k]);
    }
    for (std::size_t k = 0; k < facet_count; ++k) {
        all[k].opening = opening_from(all[k], run, 0);
        all[k].popped = !run.pops[k].empty();
        find_lowest_pressure(all[k], chain, run, k);
    }
    return all;
}

}  // namespace synovia
