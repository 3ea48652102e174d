// Where a file begins and ends: shortly before the sound, and faded out.
#pragma once
#include <cstddef>
#include <optional>

#include "audio/core/signal.hpp"

namespace synovia::audio {

struct CutSettings {
    double lead_s = 5e-3;              ///< from the start of the file to the onset
    double onset_db = -80.0;           ///< onset: the first sample above this level, relative to the peak
    double fade_s = 10e-3;             ///< raised cosine at the end of the sound
    std::optional<double> duration_s;  ///< of the file; absent: to the end of the signal
};

/// First sample above `threshold_db` relative to the largest; absent for silence.
std::optional<std::size_t> onset_sample(const Signal& signal, double threshold_db);

/// The signal from lead_s before its onset on, faded out at its end. Zeros are added in front when it starts later than
/// that, and behind the fade when it ends before duration_s. Silence keeps its start.
/// Throws std::invalid_argument that lists every setting out of range.
Signal cut(const Signal& signal, const CutSettings& settings = {});

}  // namespace synovia::audio
