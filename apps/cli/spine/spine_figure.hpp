// The picture of a spine: what it says of every facet, and the curves of the most telling ones.
#pragma once
#include <string>
#include <vector>

#include "apps/cli/plot/plot_axis.hpp"
#include "apps/cli/plot/plot_script.hpp"
#include "solver/spine_result.hpp"

namespace synovia::cli {

/// How a facet is drawn beside its place.
struct FacetMark {
    double opening = 0.0;       ///< [m]
    double min_pressure = 0.0;  ///< [Pa]
    bool popped = false, closed = false;
    std::string phrase;   ///< "L4-L5: popped"
    std::string numbers;  ///< the line below: "1.48 mm, -120 kPa"
};

/// One facet over the time since the thrust or twist began [SI over s].
struct FacetCurve {
    std::string name;  ///< "L4-L5", with its side where both are drawn
    std::vector<Point> opening, pressure, sound;
};

inline constexpr std::size_t most_facet_curves = 4;

struct SpineFigure {
    std::string title, subtitle;
    std::vector<FacetMark> facets;         ///< as in SpineRun::facets
    std::vector<FacetCurve> curves;        ///< at most most_facet_curves
    std::vector<ReferenceLine> pressures;  ///< to compare with
    Window window;                         ///< since the thrust or twist began [s]
    std::string time_title;                ///< "Time since the thrust began"
    std::string sound_title;               ///< "Sound at 0.3 m"
    Span pressure_range;                   ///< of the colours, from dark to light [Pa]
};

/// Precondition: a finished run of a spine.
SpineFigure make_spine_figure(const std::string& title, const Trajectory& trajectory);

}  // namespace synovia::cli
