// synovia plot: the picture of one or more runs, drawn by gnuplot.
#include <filesystem>
#include <vector>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/load.hpp"
#include "apps/cli/plot/gnuplot.hpp"
#include "apps/cli/plot/plot_figure.hpp"
#include "apps/cli/spine/spine_script.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/heard_summary.hpp"
#include "apps/studio/output_file.hpp"
#include "solver/simulate.hpp"

namespace synovia::cli {
namespace {

/// Throws Failure(usage) where the runs cannot share their axes.
void check_together(const std::vector<preset::Loaded>& loaded) {
    if (loaded.size() > most_runs_in_figure)
        throw Failure(ExitCode::usage, "plot: at most " + std::to_string(most_runs_in_figure) +
                                           " presets in one picture, got " + std::to_string(loaded.size()));
    for (const preset::Loaded& other : loaded)
        if (other.scenario.kind != loaded.front().scenario.kind)
            throw Failure(ExitCode::usage, "plot: " + loaded.front().name + " and " + other.name +
                                               " are of different kinds and have no panels in common");
}

std::string default_output(const std::vector<preset::Loaded>& loaded) {
    return loaded.size() == 1 ? loaded.front().name + ".svg" : "comparison.svg";
}

constexpr std::size_t longest_title = 120;  // bytes that a picture has room for

PlotRun simulated(const preset::Loaded& loaded, bool quiet) {
    Trajectory trajectory = simulate(loaded.scenario);
    require_finished(loaded.name, studio::ending_of(trajectory));
    Summary summary = studio::heard_summary(trajectory);
    for (const Warning& warning : summary.warnings)
        if (cuts_short(warning.limit)) warn(loaded.name + ": " + warning.text, quiet);
    const std::string title = loaded.about.title.empty() ? loaded.name : loaded.about.title;
    return {loaded.name, preset::printable(title, longest_title), std::move(trajectory), std::move(summary)};
}

/// A spine on its own is drawn whole; several are compared by their leading facets.
std::string script_of(const std::vector<PlotRun>& runs, FigureFormat format) {
    if (runs.size() == 1 && runs.front().trajectory.spine)
        return spine_script(make_spine_figure(runs.front().title, runs.front().trajectory), format);
    return gnuplot_script(make_figure(runs), format);
}

}  // namespace

void run(const PlotOptions& options) {
    const FigureFormat format = format_of(options.output);
    std::vector<preset::Loaded> loaded;
    for (const std::string& name : options.presets)
        loaded.push_back(load_scenario(name, options.scenario, options.common.quiet));
    check_together(loaded);
    const std::string output = options.output.empty() ? default_output(loaded) : options.output;
    if (output != "-") studio::check_writable(std::vector<std::filesystem::path>{output}, options.force);
    std::vector<PlotRun> runs;
    for (const preset::Loaded& one : loaded) runs.push_back(simulated(one, options.common.quiet));
    const std::string figure = drawn(script_of(runs, format), format);
    if (output == "-") return write_stdout(figure);
    studio::write_files(std::vector<studio::OutputFile>{{output, figure}}, options.force);
    note("wrote " + output, options.common.quiet);
}

}  // namespace synovia::cli
