// How much of its sound a RIFF (WAV) or FORM (AIFF) file still holds: libsndfile reads a file cut short without
// complaint.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>

#include "audio/file/byte_file.hpp"

namespace synovia::audio {

struct SoundChunk {
    std::uint32_t declared_bytes;  ///< programs that write to a pipe leave a number near 2^31 or 2^32 here
    std::size_t present_bytes;
};

/// The chunk "data" or "SSND"; absent where the bytes are no such file or end before it.
std::optional<SoundChunk> find_sound_chunk(ByteFile& file);

/// Does the file end before the sound it declares?
bool is_cut_short(const SoundChunk& chunk);

}  // namespace synovia::audio
