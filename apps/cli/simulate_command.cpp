// synovia simulate: the physics only.
#include <nlohmann/json.hpp>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/load.hpp"
#include "apps/cli/summary_text.hpp"
#include "apps/cli/trajectory_table.hpp"
#include "apps/studio/heard_summary.hpp"
#include "apps/studio/json_text.hpp"
#include "apps/studio/output_file.hpp"
#include "apps/studio/summary_json.hpp"
#include "solver/simulate.hpp"

namespace synovia::cli {
namespace {

void check_options(const SimulateOptions& options) {
    if (options.sample_rate_hz && options.csv.empty())
        throw Failure(ExitCode::usage, "--sample-rate: is for the table, which needs --csv");
    if (options.csv == "-" && options.common.json)
        throw Failure(ExitCode::usage, "--csv -: standard output cannot take the table and --format json");
    if (!options.csv.empty() && options.csv != "-")
        studio::check_writable(std::vector<std::filesystem::path>{options.csv}, options.force);
}

/// What the preset shows holds for the preset as it stands, not for what became of it on the command line.
std::string shows_of(const preset::Loaded& loaded, const ScenarioOptions& changes) {
    return changes.overrides.empty() && changes.vary.empty() ? loaded.about.shows : "";
}

}  // namespace

void run(const SimulateOptions& options) {
    check_options(options);
    const preset::Loaded loaded = load_scenario(options.preset, options.scenario, options.common.quiet);
    const Trajectory trajectory = simulate(loaded.scenario);
    const Summary summary = studio::heard_summary(trajectory);
    const bool table_wanted = !options.csv.empty() && finished(trajectory.outcome);
    const std::string table = table_wanted ? trajectory_csv(trajectory, options.sample_rate_hz) : "";
    const std::string report = options.common.json
                                   ? studio::json_text(studio::summary_json(trajectory, summary))
                                   : summary_text(loaded.name, shows_of(loaded, options.scenario), trajectory, summary);
    if (options.csv == "-")
        note(report, options.common.quiet);
    else if (options.common.json)
        write_stdout(report);
    else
        print(report);
    require_finished(loaded.name, studio::ending_of(trajectory));
    if (options.csv == "-")
        write_stdout(table);
    else if (table_wanted)
        studio::write_files(std::vector<studio::OutputFile>{{options.csv, table}}, options.force);
}

}  // namespace synovia::cli
