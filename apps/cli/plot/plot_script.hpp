// The picture of a run as a gnuplot script.
#pragma once
#include <string>
#include <vector>

#include "apps/cli/plot/plot_data.hpp"

namespace synovia::cli {

enum class FigureFormat { svg, png };

/// A horizontal line that a panel's curve is to be compared with.
struct ReferenceLine {
    double value = 0.0;  ///< [SI]
    std::string text;
    std::string style;  ///< gnuplot's words for colour and dashes
};

struct Panel {
    std::string title;  ///< "Gap"
    std::string unit;   ///< SI unit that takes a prefix; "m3" is drawn in litres
    double Sample::*value;
    std::vector<ReferenceLine> lines;
    double least_extent = 0.0;  ///< smaller curves are drawn on an axis of this half height [SI]
};

struct Figure {
    std::string title;
    std::string subtitle;
    PlotPlan plan;
    std::vector<Panel> panels;  ///< from top to bottom
    std::vector<Sample> run;
    std::vector<Sample> burst;
};

/// A script that writes the picture to standard output: left column the whole run, right column the burst.
/// All texts are taken literally, whatever they contain.
std::string gnuplot_script(const Figure& figure, FigureFormat format);

}  // namespace synovia::cli
