// The kinds of file a sound may be written as.
#pragma once
#include <string_view>

#include "audio/core/level.hpp"

namespace synovia::audio {

enum class Encoding { pcm16, pcm24, float32, flac, ogg };

/// Reads "pcm16", "pcm24", "float", "flac", "ogg". Throws std::invalid_argument that lists what is allowed.
Encoding parse_encoding(std::string_view text);

/// The text parse_encoding reads back.
std::string_view to_text(Encoding encoding);

/// File name extension without the dot: "wav", "flac", "ogg".
std::string_view extension(Encoding encoding);

/// Throws std::invalid_argument where the encoding cannot hold the level: "pa" exceeds full scale, so it needs float.
void require_holds(Encoding encoding, const Level& level);

}  // namespace synovia::audio
