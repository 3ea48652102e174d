#include "apps/cli/plot/gnuplot.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <vector>

#include "apps/cli/failure.hpp"
#include "apps/cli/plot/child_process.hpp"
#include "apps/preset/text.hpp"

namespace synovia::cli {
namespace {

/// gnuplot gives an SVG either a size in pixels or none at all; with this one it fills a window, whatever shows it.
std::string filling_its_window(std::string svg) {
    const std::size_t place = svg.find("viewBox=");
    if (place != std::string::npos) svg.insert(place, "width=\"100%\" height=\"100%\" ");
    return svg;
}

}  // namespace

FigureFormat format_of(const std::string& output) {
    if (output.empty() || output == "-") return FigureFormat::svg;
    std::string ending = std::filesystem::path(output).extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".svg") return FigureFormat::svg;
    if (ending == ".png") return FigureFormat::png;
    throw Failure(ExitCode::usage, "--output: a picture ends in .svg or .png; got " + preset::in_quotes(output));
}

std::string drawn(const std::string& script, FigureFormat format) {
    const std::vector<std::string> command{"gnuplot", "--default-settings"};
    ChildResult result = run_child(command, script);
    if (!result.started)
        throw Failure(ExitCode::file, "a picture needs gnuplot, which is not installed (Debian package gnuplot-nox)");
    if (result.exit_status != 0 || result.out.empty())
        throw Failure(ExitCode::file, "gnuplot failed with status " + std::to_string(result.exit_status) + ": " +
                                          preset::printable(result.err));
    return format == FigureFormat::svg ? filling_its_window(std::move(result.out)) : std::move(result.out);
}

}  // namespace synovia::cli
