// synovia plot: the picture of a run, drawn by gnuplot.
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

}  // namespace

void run(const PlotOptions& options) {
    const FigureFormat format = format_of(options.output);
    const preset::Loaded loaded = load_scenario(options.preset, options.scenario, options.common.quiet);
    const std::string output = options.output.empty() ? loaded.name + ".svg" : options.output;
    if (output != "-") studio::check_writable(std::vector<std::filesystem::path>{output}, options.force);
    const Trajectory trajectory = simulate(loaded.scenario);
    require_finished(loaded.name, studio::ending_of(trajectory));
    const std::string title = preset::printable(loaded.about.title.empty() ? loaded.name : loaded.about.title);
    const std::string figure = draw(gnuplot_script(make_figure(title, trajectory, summarise(trajectory)), format));
    if (output == "-") return write_stdout(figure);
    studio::write_files(std::vector<studio::OutputFile>{{output, figure}}, options.force);
    note("wrote " + output, options.common.quiet);
}

}  // namespace synovia::cli
