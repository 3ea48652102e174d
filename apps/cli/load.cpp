#include "apps/cli/load.hpp"

#include "apps/cli/console/console.hpp"
#include "apps/cli/values.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/units.hpp"
#include "apps/studio/chance.hpp"
#include "apps/studio/draw_index.hpp"

namespace synovia::cli {

preset::Loaded load_preset(const std::string& name_or_path, const std::vector<std::string>& overrides, bool quiet) {
    preset::Loaded loaded = preset::load(name_or_path, preset::search_dirs(), overrides);
    for (const preset::PlacedProblem& warning : loaded.warnings) warn(preset::to_string(warning), quiet);
    return loaded;
}

preset::Loaded load_scenario(const std::string& name_or_path, const ScenarioOptions& options, bool quiet) {
    const double share = parse_share(options.vary);
    preset::Loaded loaded = load_preset(name_or_path, options.overrides, quiet);
    const std::uint64_t seed = options.seed.value_or(1), index = studio::draw_index(1, 0, 0);
    loaded.scenario = studio::drawn(loaded.scenario, share, {options.joint_seed.value_or(seed), index}, {seed, index});
    return loaded;
}

ScenarioOptions placed(ScenarioOptions options, const PlaceOptions& place) {
    if (place.room) options.overrides.push_back("room.kind=" + *place.room);
    if (place.listener) options.overrides.push_back("listener.kind=" + *place.listener);
    return options;
}

double parse_share(const std::string& text) {
    if (text.empty()) return 0.0;
    const double share = parsed("--vary", [&] { return preset::parse_quantity(text, ""); });
    if (!(share >= 0.0 && share <= 10.0)) refuse_value("--vary", "must lie between 0 and 1000%");
    return share;
}

void require_finished(const std::string& name, const studio::Ending& ending) {
    if (!finished(ending)) throw Failure(ExitCode::solver, unfinished_text(name, ending));
}

}  // namespace synovia::cli
