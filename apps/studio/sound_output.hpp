// A mixed recipe as the bytes of a sound file, and what came out as numbers.
#pragma once
#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <vector>

#include "apps/studio/mix_down.hpp"

namespace synovia::studio {

struct EncodedSound {
    std::vector<std::byte> bytes;
    std::size_t clipped_samples = 0;
};

/// The file's bytes, metadata included. Throws std::invalid_argument and audio::FileError as audio::encode does.
EncodedSound encode_sound(const Recipe& recipe, const Sound& sound);

/// What came out: gain, start, length, and of each joint the summary. Nothing in it depends on the machine's speed.
nlohmann::ordered_json result_json(const Sound& sound, const EncodedSound& encoded, std::span<const PartRun> runs,
                                   const Recipe& recipe);

}  // namespace synovia::studio
