#include "apps/cli/load.hpp"

#include "apps/cli/console/console.hpp"
#include "apps/cli/values.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/units.hpp"
#include "apps/preset/vary.hpp"
#include "apps/studio/draw_index.hpp"

namespace synovia::cli {

preset::Loaded load_scenario(const std::string& name_or_path, const ScenarioOptions& options, bool quiet) {
    const double share = parse_share(options.vary);
    preset::Loaded loaded = preset::load(name_or_path, preset::search_dirs(), options.overrides);
    for (const preset::PlacedProblem& warning : loaded.warnings) warn(preset::to_string(warning), quiet);
    loaded.scenario = preset::vary(loaded.scenario, share, options.seed.value_or(1), studio::draw_index(1, 0, 0));
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
