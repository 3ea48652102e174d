#include "apps/studio/preset_order.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "apps/preset/keys.hpp"
#include "apps/preset/problem.hpp"
#include "apps/studio/chance.hpp"
#include "solver/kinds.hpp"

namespace synovia::studio {
namespace {

using Rank = std::pair<PresetUse, int>;

Rank rank(const std::string& name, std::span<const std::filesystem::path> search_dirs) {
    try {
        const preset::Loaded preset = preset::load(name, search_dirs);
        const int family = !row_of(preset.scenario.kind).in_hand ? 2 : pulls_differ(preset.scenario, 0.0) ? 0 : 1;
        return {use_of(preset), family};
    } catch (const preset::Error&) {
        return {PresetUse::broken, 0};
    }
}

}  // namespace

std::string_view to_text(PresetUse use) {
    return use == PresetUse::broken ? "broken" : preset::uses[static_cast<std::size_t>(use)];
}

PresetUse use_of(const preset::Loaded& preset) {
    const auto said = std::ranges::find(preset::uses, preset.about.use);
    if (said != preset::uses.end()) return static_cast<PresetUse>(said - preset::uses.begin());
    return row_of(preset.scenario.kind).awaits_nucleation ? PresetUse::heard : PresetUse::physics;
}

std::vector<std::string> in_order_of_use(std::vector<std::string> names,
                                         std::span<const std::filesystem::path> search_dirs) {
    std::map<std::string, Rank> ranks;
    for (const std::string& name : names) ranks[name] = rank(name, search_dirs);
    std::ranges::stable_sort(names, {}, [&](const std::string& name) { return ranks[name]; });
    return names;
}

}  // namespace synovia::studio
