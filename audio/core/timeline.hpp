// Where a file begins and ends: shortly before the sound, and where that is over.
#pragma once
#include <cstddef>
#include <limits>
#include <optional>

#include "audio/core/sparse_signal.hpp"

namespace synovia::audio {

struct CutSettings {
    double lead_s = 5e-3;              ///< from the start of the file to the onset
    double onset_db = -80.0;           ///< onset: the first frame above this level, relative to the peak
    double fade_s = 10e-3;             ///< longest fade of a sound that goes on behind the end of the file
    std::optional<double> duration_s;  ///< of the file; absent: to the end of the signal
};

/// What became of the end of a sound.
struct CutReport {
    std::size_t fade_frames = 0;  ///< at the end of the file, of a raised cosine; 0: it ends by itself, or at once
    /// Loudest of what was faded or left out at the end, relative to the peak of the whole; -infinity: nothing was.
    double left_out_db = -std::numeric_limits<double>::infinity();
};

struct CutSound {
    SparseSignal signal;  ///< as long as the file
    CutReport report;
};

/// First frame with a sample above `threshold_db` relative to the largest; absent for silence.
std::optional<std::size_t> onset_frame(const SparseSignal& signal, double threshold_db);

/// The signal from lead_s before its onset on. Zeros are added in front where it starts later than that. It is never
/// touched before its end, with one exception: where duration_s ends the file while it sounds, it fades out, but not
/// before its peak is safe, also between the samples. Silence keeps its start and its length.
/// Throws std::invalid_argument that lists every setting out of range.
CutSound cut(SparseSignal signal, const CutSettings& settings = {});

/// Multiplies the last frames by (1 - cos(pi i/n))/2, i counted from the last frame, where it is 0.
void fade_out(SparseSignal& signal, std::size_t frames);

}  // namespace synovia::audio
