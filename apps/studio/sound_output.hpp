// A performed recipe as files: the sound and its side-car.
#pragma once
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "apps/studio/output_file.hpp"
#include "apps/studio/performance.hpp"

namespace synovia::cli {

struct EncodedSound {
    std::string bytes;
    std::size_t clipped_samples = 0;
};

/// The file's bytes, metadata included. Throws std::invalid_argument and audio::FileError as audio::encode does.
EncodedSound encode_sound(const Recipe& recipe, const Sound& sound);

/// What came out: gain, start, length, and of each joint the summary. Nothing in it depends on the machine's speed.
nlohmann::ordered_json result_json(const Sound& sound, const EncodedSound& encoded, std::span<const PartRun> runs,
                                   const Recipe& recipe);

/// The text of the side-car: schema, program, recipe and result.
std::string side_car_text(const Recipe& recipe, const nlohmann::ordered_json& result);

/// pop.wav -> pop.json
std::filesystem::path side_car_path(std::filesystem::path sound);

}  // namespace synovia::cli
