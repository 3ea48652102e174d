// The pages of an Ogg file, RFC 3533: what libsndfile leaves open about them.
#pragma once
#include <cstddef>
#include <cstdint>

#include "audio/file/byte_file.hpp"

namespace synovia::audio {

/// Writes the serial number, and the checksum it changes, into every page: libsndfile's is random, and a fixed one
/// makes equal sounds equal files. Precondition: whole Ogg pages, as just written. Throws FileError where the file does
/// not give them back or take them.
void set_ogg_serial(ByteFile& file, std::uint32_t serial);

/// Is this an Ogg file that stops before the page marked as its last? libsndfile reads one cut between two pages as a
/// shorter sound.
bool is_cut_ogg(ByteFile& file);

}  // namespace synovia::audio
