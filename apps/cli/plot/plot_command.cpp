// synovia plot: the picture of one or more runs, drawn by gnuplot.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <vector>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/load.hpp"
#include "apps/cli/plot/child_process.hpp"
#include "apps/cli/plot/plot_figure.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/output_file.hpp"
#include "solver/simulate.hpp"

namespace synovia::cli {
namespace {

FigureFormat format_of(const std::string& output) {
    if (output.empty() || output == "-") return FigureFormat::svg;
    std::string ending = std::filesystem::path(output).extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".svg") return FigureFormat::svg;
    if (ending == ".png") return FigureFormat::png;
    throw Failure(ExitCode::usage, "--output: a picture ends in .svg or .png; got " + preset::in_quotes(output));
}

std::string draw(const std::string& script) {
    const std::vector<std::string> command{"gnuplot", "--default-settings"};
    ChildResult result = run_child(command, script);
    if (!result.started) throw Failure(ExitCode::file, "plot: gnuplot is not installed (Debian package gnuplot-nox)");
    if (result.exit_status != 0 || result.out.empty())
        throw Failure(ExitCode::file, "plot: gnuplot failed with status " + std::to_string(result.exit_status) + ": " +
                                          preset::printable(result.err));
    return std::move(result.out);
}

/// gnuplot gives an SVG either a size in pixels or none at all; with this one it fills a window, whatever shows it.
std::string filling_its_window(std::string svg) {
    const std::size_t place = svg.find("viewBox=");
    if (place != std::string::npos) svg.insert(place, "width=\"100%\" height=\"100%\" ");
    return svg;
}

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

PlotRun simulated(const preset::Loaded& loaded) {
    Trajectory trajectory = simulate(loaded.scenario);
    require_finished(loaded.name, studio::ending_of(trajectory));
    Summary summary = summarise(trajectory);
    const std::string title = loaded.about.title.empty() ? loaded.name : loaded.about.title;
    return {loaded.name, preset::printable(title), std::move(trajectory), std::move(summary)};
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
    for (const preset::Loaded& one : loaded) runs.push_back(simulated(one));
    std::string figure = draw(gnuplot_script(make_figure(runs), format));
    if (format == FigureFormat::svg) figure = filling_its_window(std::move(figure));
    if (output == "-") return write_stdout(figure);
    studio::write_files(std::vector<studio::OutputFile>{{output, figure}}, options.force);
    note("wrote " + output, options.common.quiet);
}

}  // namespace synovia::cli
