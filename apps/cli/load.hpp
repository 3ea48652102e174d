// From what the user typed to a scenario.
#pragma once
#include <string>

#include "apps/cli/options.hpp"
#include "apps/preset/load.hpp"
#include "apps/studio/ending.hpp"

namespace synovia::cli {

/// The preset with --set applied, nothing of it drawn. Warnings go to standard error. Throws preset::Error.
preset::Loaded load_preset(const std::string& name_or_path, const std::vector<std::string>& overrides, bool quiet);

/// The same as take 1 of a render: --vary applied, and what is left to chance drawn. Throws also Failure(usage) for a
/// bad --vary.
preset::Loaded load_scenario(const std::string& name_or_path, const ScenarioOptions& options, bool quiet);

/// The options with what --room and --listener stand for added to --set.
ScenarioOptions placed(ScenarioOptions options, const PlaceOptions& place);

/// "25%" -> 0.25; empty -> 0. Throws Failure(usage).
double parse_share(const std::string& text);

/// Throws Failure(solver), naming the outcome and the time reached, unless the run reached its end.
void require_finished(const std::string& name, const studio::Ending& ending);

}  // namespace synovia::cli
