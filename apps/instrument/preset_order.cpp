#include "apps/instrument/preset_order.hpp"

#include <algorithm>
#include <map>

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/preset/problem.hpp"
#include "apps/studio/chance.hpp"
#include "solver/kinds.hpp"

namespace synovia::instrument {
namespace {

int rank(const std::string& preset) {
    try {
        const Scenario scenario = preset::load(preset, preset::search_dirs(), {}).scenario;
        const KindRow& kind = row_of(scenario.kind);
        if (kind.in_hand) return studio::pulls_differ(scenario, 0.0) ? 0 : 1;
        return kind.has_gap ? 2 : 3;
    } catch (const preset::Error&) {
        return 4;
    }
}

}  // namespace

std::vector<std::string> by_use(std::vector<std::string> presets) {
    std::map<std::string, int> ranks;
    for (const std::string& preset : presets) ranks[preset] = rank(preset);
    std::stable_sort(presets.begin(), presets.end(),
                     [&](const std::string& a, const std::string& b) { return ranks[a] < ranks[b]; });
    return presets;
}

}  // namespace synovia::instrument
