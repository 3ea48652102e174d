#include <utility>

#include "solver/gas.hpp"
#include "solver/kinds.hpp"
#include "solver/listening_rules.hpp"
#include "solver/number_text.hpp"
#include "solver/parameters.hpp"

namespace synovia {
namespace {

void check_value(double value, const Parameter& p, std::vector<Problem>& problems) {
    if (value >= p.min && value <= p.max) return;  // a NaN fails both comparisons
    const std::string unit = p.unit.empty() ? std::string() : std::string(1, ' ').append(p.unit);
    problems.push_back({std::string(p.key), number_text(value) + " is outside the allowed range " + number_text(p.min) +
                                                " to " + number_text(p.max) + unit});
}

void check_range(const Scenario& scenario, const Parameter& p, std::vector<Problem>& problems) {
    if (const std::optional<double> value = number(scenario, p)) check_value(*value, p, problems);
    if (const auto* list = std::get_if<MemberAccess<std::vector<double>>>(&p.access))
        for (const double value : (*list)(scenario)) check_value(value, p, problems);
}

/// The gas must push: p_g0 = p_rest + 2 sigma/R0 - p_v > 0.
void check_equilibrium(const Scenario& s, std::vector<Problem>& problems) {
    if (s.gas.initial_pressure) return;
    const double p_g0 = equilibrium_gas_pressure(s);
    if (!(p_g0 > 0.0))
        problems.push_back({"gas.initial_pressure_pa",
                            "no gas pressure keeps the bubble at rest (it would be " + number_text(p_g0) +
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
    row_of(scenario.kind).check(scenario, problems);
    check_equilibrium(scenario, problems);
    check_listening(scenario, problems);
    return problems;
}

std::vector<Problem> validate(const Scenario& scenario, const JointStart& start) {
    std::vector<Problem> problems = validate(scenario);
    if (problems.empty()) row_of(scenario.kind).check_run(scenario, start, problems);
    return problems;
}

InvalidScenario::InvalidScenario(std::vector<Problem> problems)
    : std::invalid_argument(join(problems)), problems_(std::move(problems)) {}

}  // namespace synovia
