// Everything that decides the bytes of one sound file. It is what a side-car JSON holds, so that rendering the side-car
// gives the same file again.
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "apps/preset/load.hpp"
#include "audio/core/level.hpp"
#include "audio/file/encoding.hpp"

namespace synovia::cli {

inline constexpr int lowest_rate_hz = 44'100;
inline constexpr int highest_rate_hz = 192'000;
inline constexpr double longest_sound_s = 600.0;

/// One joint of the sound: the scenario as simulated, variation and overrides included.
struct Part {
    std::string name;
    preset::About about;
    Scenario scenario;
    double start_s = 0.0;  ///< of its pull on the time line of the file
};

/// Makes a stem fit its mix: same start, length, gain and fade.
struct Alignment {
    double start_time_s = 0.0;
    std::uint64_t samples = 0;
    double gain_fs_per_pa = 1.0;
    std::uint64_t fade_samples = 0;
};

struct Recipe {
    std::vector<Part> parts;  ///< at least one
    int sample_rate_hz = 48000;
    audio::Encoding encoding = audio::Encoding::pcm24;
    audio::Level level;
    std::optional<double> duration_s;  ///< of the file; absent: to the end of the simulation
    std::uint64_t seed = 1;
    std::uint64_t take = 1;
    std::optional<Alignment> alignment;
};

/// The keys "about" and "scenario" of one joint, or the list "joints" of several, and "render".
nlohmann::ordered_json to_json(const Recipe& recipe);

/// Is this the path of a side-car, by its ending?
bool is_side_car(const std::string& path);

/// Reads a side-car; `overrides` ("key=value") apply to every joint in it. Side-cars without "render" settings and
/// missing settings take the defaults. Throws preset::Error that names file and key.
Recipe read_side_car(const std::string& path, std::span<const std::string> overrides);

}  // namespace synovia::cli
