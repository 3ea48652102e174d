// A mixed recipe as a sound file, and what came out as numbers.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <span>

#include "apps/studio/mix_down.hpp"
#include "audio/file/byte_file.hpp"

namespace synovia::studio {

/// Writes the file, metadata included. Throws std::invalid_argument and audio::FileError as audio::encode does.
void encode_sound(const Recipe& recipe, const Sound& sound, audio::ByteFile& target);

/// What came out: gain, start, length, and of each joint the summary. Nothing in it depends on the machine's speed.
nlohmann::ordered_json result_json(const Sound& sound, std::span<const PartRun> runs, const Recipe& recipe);

}  // namespace synovia::studio
