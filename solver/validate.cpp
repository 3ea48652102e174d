#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>
#include <utility>

#include "solver/gas.hpp"
#include "solver/parameters.hpp"

namespace synovia {
namespace {

std::string text(double value) {
    std::ostringstream out;
    out.precision(10);
    out << value;
    return out.str();
}

void check_range(const Scenario& scenario, const Parameter& p, std::vector<Problem>& problems) {
    const std::optional<double> value = number(scenario, p);
    if (!value || (*value >= p.min && *value <= p.max)) return;  // a NaN fails both comparisons
    const std::string unit = p.unit.empty() ? std::string() : std::string(1, ' ').append(p.unit);
    problems.push_back({std::string(p.key),
                        text(*value) + " is outside the allowed range " + text(p.min) + " to " + text(p.max) + unit});
}

void check_joint(const Scenario& s, std::vector<Problem>& problems) {
    if (s.bubble.equation != RadialEquation::rayleigh_plesset)
        problems.push_back(
            {"bubble.equation",
             "a joint takes \"rayleigh-plesset\" only: the near field inside a capsule is incompressible "
             "(wall Mach number about 0.01) and compressible equations assume a liquid without walls"});
    if (!(s.bubble.nucleus_radius < s.joint.articular_radius))
        problems.push_back({"bubble.nucleus_radius_m", text(s.bubble.nucleus_radius) +
                                                           " is not smaller than joint.articular_radius_m, " +
                                                           text(s.joint.articular_radius)});
}

bool strictly_increasing(const std::vector<double>& values) {
    return std::adjacent_find(values.begin(), values.end(), [](double a, double b) { return !(b > a); }) ==
           values.end();
}

bool all_finite(const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v) && std::abs(v) <= 1e9; });
}

void check_bubble(const Scenario& s, std::vector<Problem>& problems) {
    if (s.gas.model != GasModel::polytropic)
        problems.push_back({"gas.model",
                            "a free bubble takes \"polytropic\" only: the dissolved gas of \"species\" belongs to the "
                            "closed liquid of a joint"});
    if (s.pressure.kind != PressureKind::table) return;
    const auto& t = s.pressure.table_time;
    const auto& p = s.pressure.table_pressure;
    if (t.size() < 2 || t.size() != p.size() || !strictly_increasing(t) || !all_finite(t) || !all_finite(p))
        problems.push_back(
            {"pressure.table", "the table needs at least two points with strictly increasing times, all within +-1e9"});
}

/// The gas must push: p_g0 = p_rest + 2 sigma/R0 - p_v > 0.
void check_equilibrium(const Scenario& s, std::vector<Problem>& problems) {
    if (s.gas.initial_pressure) return;
    const double rest = s.kind == Kind::joint ? s.joint.resting_pressure : s.pressure.ambient;
    const double p_g0 = equilibrium_gas_pressure(s, rest);
    if (!(p_g0 > 0.0))
        problems.push_back({"gas.initial_pressure_pa",
                            "no gas pressure keeps the bubble at rest (it would be " + text(p_g0) +
                                " Pa): raise the pressure at rest above fluid.vapour_pressure_pa, or give this key"});
}

std::string join(const std::vector<Problem>& problems) {
    std::string all;
    for (const Problem& p : problems) {
        if (!all.empty()) all += '\n';
        all.append(p.key).append(": ").append(p.message);
    }
    return all;
}

}  // namespace

std::vector<Problem> validate(const Scenario& scenario) {
    std::vector<Problem> problems;
    for (const Parameter& p : parameters())
        if (applies(p, scenario.kind)) check_range(scenario, p, problems);
    if (!problems.empty()) return problems;  // rules between parameters assume each is sane
    scenario.kind == Kind::joint ? check_joint(scenario, problems) : check_bubble(scenario, problems);
    check_equilibrium(scenario, problems);
    return problems;
}

InvalidScenario::InvalidScenario(std::vector<Problem> problems)
    : std::invalid_argument(join(problems)), problems_(std::move(problems)) {}

}  // namespace synovia
