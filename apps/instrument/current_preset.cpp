#include "apps/instrument/current_preset.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "apps/preset/load.hpp"
#include "apps/preset/problem.hpp"
#include "solver/parameters.hpp"

namespace synovia::instrument {
namespace {

constexpr std::string_view order = "set";  // what asks for a change, in front of every complaint

/// Of the scenario, and where it has none, of a take of it: what no pull could start from is not played.
std::vector<Problem> problems_of(const studio::Patch& patch) {
    std::vector<Problem> problems = validate(patch.scenario);
    if (!problems.empty()) return problems;
    try {
        return validate(studio::scenario_of(patch, {}), JointStart());
    } catch (const InvalidScenario& error) {
        return error.problems();
    }
}

/// The card is open: what is heard keeps its channels.
studio::Patch checked(studio::Patch patch, const Scenario& before) {
    std::vector<preset::PlacedProblem> problems;
    if (patch.scenario.listener.kind != before.listener.kind)
        problems.push_back(
            {std::string(order), 0, 0, "listener.kind", "cannot change while it is played; start with --listener"});
    for (const Problem& problem : problems_of(patch))
        problems.push_back({std::string(order), 0, 0, problem.key, problem.message});
    if (!problems.empty()) throw preset::Error(std::move(problems));
    return patch;
}

}  // namespace

CurrentPreset::CurrentPreset(LoadedPreset preset)
    : pool_(preset.patch), title_(std::move(preset.title)), original_(std::move(preset.patch.scenario)) {}

studio::Patch CurrentPreset::with(const std::string& key_value) const {
    studio::Patch changed = patch();
    preset::apply_override(changed.scenario, key_value, order);
    return checked(std::move(changed), patch().scenario);
}

studio::Patch CurrentPreset::with(const Parameter& parameter, double value) const {
    studio::Patch changed = patch();
    set_number(changed.scenario, parameter, value);
    return checked(std::move(changed), patch().scenario);
}

void CurrentPreset::use(studio::Patch patch) {
    pool_ = TakePool(std::move(patch));
    index_.reset();
}

void CurrentPreset::use(LoadedPreset preset) {
    use(preset.patch);
    title_ = std::move(preset.title);
    original_ = std::move(preset.patch.scenario);
}

void CurrentPreset::add_to(studio::Score& score) {
    if (index_) return;
    index_ = score.patches.size();
    score.patches.push_back(patch());
}

}  // namespace synovia::instrument
