// synovia refractory: how loud the next pull is after so many minutes of rest.
#include <nlohmann/json.hpp>
#include <vector>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/load.hpp"
#include "apps/cli/refractory/refractory_report.hpp"
#include "apps/cli/refractory/refractory_script.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/json_text.hpp"
#include "apps/studio/output_file.hpp"
#include "solver/kinds.hpp"

namespace synovia::cli {
namespace {

void check_options(const RefractoryOptions& options) {
    if (options.output.empty()) return;
    format_of(options.output);  // refuses other endings
    if (options.output == "-")
        throw Failure(ExitCode::usage, "--output -: standard output has the table; name a file for the picture");
    studio::check_writable(std::vector<std::filesystem::path>{options.output}, options.force);
}

preset::Loaded load_joint(const RefractoryOptions& options) {
    preset::Loaded loaded = load_scenario(options.preset, options.scenario, options.common.quiet);
    const std::string place = "refractory: " + loaded.name + ": ";
    if (!row_of(loaded.scenario.kind).remembers)
        throw Failure(ExitCode::bad_input, place + "kind is " + std::string(row_of(loaded.scenario.kind).name) +
                                               "; only a joint rests between two pulls");
    if (loaded.scenario.gas.model != GasModel::species)
        throw Failure(ExitCode::bad_input, place + "gas.model must be species: other gas does not dissolve");
    return loaded;
}

void draw(const RefractoryOptions& options, const preset::Loaded& loaded, const Refractory& table) {
    constexpr std::size_t longest_title = 120;  // bytes that a picture has room for
    const FigureFormat format = format_of(options.output);
    const std::string title = loaded.about.title.empty() ? loaded.name : loaded.about.title;
    const std::string picture =
        drawn(refractory_script(preset::printable(title, longest_title), table, format), format);
    studio::write_files(std::vector<studio::OutputFile>{{options.output, picture}}, options.force);
    note("wrote " + options.output, options.common.quiet);
}

}  // namespace

void run(const RefractoryOptions& options) {
    check_options(options);
    const preset::Loaded loaded = load_joint(options);
    std::vector<double> rests;
    for (const double minutes : options.minutes) rests.push_back(60.0 * minutes);
    const Refractory table = refractory(loaded.scenario, rests);
    require_finished(loaded.name, {table.outcome, table.reached, loaded.scenario.simulation.duration});
    if (options.common.json)
        write_stdout(studio::json_text(refractory_json(loaded.name, table)));
    else
        print(refractory_text(loaded.name, table));
    if (!options.output.empty() && !table.rows.empty()) draw(options, loaded, table);
}

}  // namespace synovia::cli
