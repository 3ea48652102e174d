// Recorded cracks of real knuckles, in the numbers of audio/measure/crack_set.hpp, and the bands the model is held to.
//
// Two hands, two microphones, neither calibrated; six events each. The recordings are not part of the project.
// A: sound/misc/knuckles.ogg of the game tgstation (github.com/tgstation/tgstation, stated CC BY-SA 3.0), 22.05 kHz,
// skin
//    noise at -17 to -20 dB of the peak, so its tails and its duration are noise.
// B: Freesound 524608, 48 kHz mono; its licence is not established, so that these numbers are all that is used.
// Their humps lie an octave apart; pulse count, spacing and correlation agree, and are to be trusted first.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "audio/measure/crack_set.hpp"

namespace synovia::cracks {

/// Of the events of one hand, or of both; where nothing was published, absent.
struct Quartiles {
    double median;
    std::optional<double> low, high;
};

/// Where the mean over five blocks of thirty takes of the preset knuckle-crack shall lie (mean +- 1.5 standard
/// deviations of one block of the prototype of that joint).
struct Band {
    double low, high;
};

struct Feature {
    std::string_view name, unit;
    int decimals;
    std::optional<double> (*of)(const audio::CrackSet&);  ///< absent where there was nothing to measure
    std::optional<Band> band;
    std::optional<Quartiles> b, a, pooled;
};

/// In the order of the table that measure_cracks prints.
const std::vector<Feature>& features();

}  // namespace synovia::cracks
