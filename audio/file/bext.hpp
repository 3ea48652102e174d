// The chunk bext of WAV files: title, calibration, time and loudness of a broadcast wave.
#pragma once
#include <cstddef>

#include "audio/core/signal.hpp"
#include "audio/file/metadata.hpp"
#include "audio/file/virtual_file.hpp"

namespace synovia::audio {

/// The broadcast extension, EBU Tech 3285 version 2. libsndfile writes version 2 whatever it is told, so that fields of
/// 0 would claim 0 LUFS.
/// `silence_frames` follow the signal in the file.
SF_BROADCAST_INFO broadcast_info(const Signal& signal, std::size_t silence_frames, const Metadata& m);

}  // namespace synovia::audio
