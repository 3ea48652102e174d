// The panels of a picture: which quantities, over which stretches, with which lines.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "apps/cli/plot/plot_script.hpp"

namespace synovia::cli {

struct PlotRun {
    std::string name;   ///< of the preset
    std::string title;  ///< what it shows
    Trajectory trajectory;
    Summary summary;
};

/// The stretch of one run that the enlargement shows, and its zero.
struct Close {
    Window window;  ///< of the run [s]
    double reference_time = 0.0;
};

struct Plans {
    std::vector<PlotPlan> each;
    std::optional<Enlargement> enlargement;
    std::vector<Close> close;  ///< one for each run; empty without an enlargement
};

inline constexpr std::size_t curve_pixels = 240;  ///< across a panel: one for every two of the picture

/// What the kind of the runs has, from the hand to the sound; a pressure that never changes is left out.
/// Precondition: at least one run, all of one kind.
std::vector<Panel> panels_of(std::span<const PlotRun> runs, const Plans& plans);

}  // namespace synovia::cli
