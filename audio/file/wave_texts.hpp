// What a WAV file says about itself, as chunks, for files that grow while they are played and not through libsndfile.
#pragma once
#include <cstddef>
#include <string>

#include "audio/file/metadata.hpp"

namespace synovia::audio {

/// The chunks bext and LIST/INFO with title, software, comment and calibration, filled up with JUNK to this many bytes,
/// so that another text fits into its place. The loudness fields are the standard's "not used". Texts that do not fit
/// are cut. Precondition: `bytes` is even and at least 1024.
std::string wave_texts(const Metadata& metadata, std::size_t bytes);

}  // namespace synovia::audio
