// Everything that decides the bytes of one sound file. It is what a side-car holds, so that rendering the side-car
// gives the same file again.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "apps/preset/load.hpp"
#include "apps/studio/file_texts.hpp"
#include "audio/core/level.hpp"
#include "audio/core/listening.hpp"
#include "audio/file/encoding.hpp"

namespace synovia::studio {

inline constexpr int lowest_rate_hz = 44'100;
inline constexpr int highest_rate_hz = 192'000;
inline constexpr double longest_sound_s = 600.0;
inline constexpr std::size_t most_joints = 256;

/// One joint of the sound: the scenario as simulated, variation and overrides included.
struct Part {
    std::string name;  ///< plain, see preset::refuse_name(): it becomes part of file names
    preset::About about;
    Scenario scenario;
    double start_s = 0.0;                ///< of its pull on the time line of the file
    audio::Place place{};                ///< where it stands [m]
    std::optional<std::size_t> facet{};  ///< the only one of a spine that is heard (SpineRun::facets); absent: all
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
    std::uint64_t seed = 1;            ///< of the pulls and of the dither
    std::uint64_t take = 1;
    std::uint64_t joint_seed = 1;
    std::uint64_t joint = 1;  ///< which of its joints
    FileTexts texts;          ///< written into the file
    std::optional<Alignment> alignment;
};

/// Is a file of this length [s] more than none of its samples?
bool holds_a_sample(double duration_s, int sample_rate_hz);

/// How the file is heard: at two ears where one of its joints is.
audio::Listening listening_of(const Recipe& recipe);
std::size_t channels_of(const Recipe& recipe);

}  // namespace synovia::studio
