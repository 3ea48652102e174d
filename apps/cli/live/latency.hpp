// From a trigger to its first sample, measured.
#pragma once
#include <string>

#include "apps/cli/live/stage.hpp"

namespace synovia::cli {

struct LatencyFigures {
    double mean_s = 0.0, worst_s = 0.0;  ///< from the call to the first sample's place in the block, device excluded
    std::size_t worst_frames = 0;
    int triggers = 0;
};

/// Triggers a pop `triggers` times at irregular moments, on a joint that has no memory.
/// Throws audio::DeviceError when the card does not play.
LatencyFigures measure_latency(Stage& stage, int triggers);

std::string latency_text(const LatencyFigures& figures, const Card& card);

}  // namespace synovia::cli
