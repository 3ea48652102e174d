// Loudness as broadcasters measure it, ITU-R BS.1770 and EBU R 128, for what a file says about itself.
#pragma once
#include <cstddef>
#include <optional>

#include "audio/core/sparse_signal.hpp"

namespace synovia::audio {

/// Relative to full scale. What a sound is too short or too quiet for is absent.
struct Loudness {
    std::optional<double> integrated_lufs;  ///< gated; of at least 400 ms, louder than -70 LUFS
    std::optional<double> range_lu;         ///< EBU Tech 3342; of at least 3 s
    std::optional<double> momentary_lufs;   ///< the loudest 400 ms
    std::optional<double> short_term_lufs;  ///< the loudest 3 s
};

/// Costs what sounds: of a long silence only as much is looked at as a window holds.
Loudness loudness(const SparseSignal& signal);

}  // namespace synovia::audio
