// The picture of one or more runs as a gnuplot script.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "apps/cli/plot/gnuplot.hpp"
#include "apps/cli/plot/plot_data.hpp"

namespace synovia::cli {

/// A horizontal line that a panel's curves are to be compared with.
struct ReferenceLine {
    double value = 0.0;  ///< [SI]
    std::string text;    ///< empty: the ticks say it
    std::string style;   ///< gnuplot's words for dashes, and for the colour unless it is that of a curve
    std::optional<std::size_t> run = {};  ///< the only one that it holds for, drawn in its colour
};

/// The curve of one run, or of one of its pockets, in one panel [SI over s].
struct Curve {
    std::vector<Point> run;    ///< over the time of the run
    std::vector<Point> burst;  ///< over the time since the reference; empty without an enlargement
};

struct Panel {
    std::string title;            ///< "Gap"
    std::string unit;             ///< SI unit that takes a prefix; "m3" is drawn in litres
    std::vector<Curve> curves{};  ///< one for each run, or for each pocket of the only one
    std::vector<ReferenceLine> lines{};
    double least_extent = 0.0;  ///< smaller curves are drawn on an axis of this half height [SI]
    bool enlarged = true;       ///< false: in the whole run only; such panels come first
    bool by_pocket = false;
};

struct Enlargement {
    Window window;               ///< since the reference [s]
    std::vector<Window> shaded;  ///< where it lies in the whole run, one for each run that has it [s]
    std::string reference;       ///< "nucleation": the axis says "Time after nucleation"
};

struct Figure {
    std::string title;     ///< empty where the legend says it
    std::string subtitle;  ///< below the title
    /// Of several runs, one text each; of one whose panels show pockets, those; else empty.
    std::vector<std::string> legend;
    Window run;
    std::optional<Enlargement> enlargement;
    std::vector<Mark> marks;    ///< in the enlargement since its reference, else in the run; in order of time
    std::vector<Panel> panels;  ///< from top to bottom
};

inline constexpr std::size_t most_runs_in_figure = 7;     ///< as many curves can be told apart
inline constexpr std::size_t most_pockets_in_figure = 6;  ///< beside the joint itself

/// A script that writes the picture, 16 to 9, to standard output: left column the whole run, right column the
/// enlargement. All texts are taken literally, whatever they contain. Precondition: at most most_runs_in_figure runs.
std::string gnuplot_script(const Figure& figure, FigureFormat format);

}  // namespace synovia::cli
