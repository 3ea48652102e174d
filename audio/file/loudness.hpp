// Loudness as broadcasters measure it, ITU-R BS.1770 and EBU R 128, for what a file says about itself.
#pragma once
#include <cstddef>
#include <optional>

#include "audio/core/signal.hpp"

namespace synovia::audio {

/// Relative to full scale. What a sound is too short or too quiet for is absent.
struct Loudness {
    std::optional<double> integrated_lufs;  ///< gated; of at least 400 ms, louder than -70 LUFS
    std::optional<double> range_lu;         ///< EBU Tech 3342; of at least 3 s
    std::optional<double> momentary_lufs;   ///< the loudest 400 ms
    std::optional<double> short_term_lufs;  ///< the loudest 3 s
};

/// Of the signal and the silence that follows it.
Loudness loudness(const Signal& signal, std::size_t silence_frames = 0);

}  // namespace synovia::audio
