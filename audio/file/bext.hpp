// The chunk bext of WAV files: title, calibration, time and loudness of a broadcast wave.
#pragma once
#include "audio/core/sparse_signal.hpp"
#include "audio/file/metadata.hpp"
#include "audio/file/virtual_file.hpp"

namespace synovia::audio {

/// The broadcast extension, EBU Tech 3285 version 2. libsndfile writes version 2 whatever it is told, so that fields of
/// 0 would claim 0 LUFS.
SF_BROADCAST_INFO broadcast_info(const SparseSignal& signal, const Metadata& m);

}  // namespace synovia::audio
