// What a session is begun with.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audio/core/listening.hpp"

namespace synovia::instrument {

struct SessionSettings {
    std::string preset = "knuckle";
    std::vector<std::string> overrides;
    std::optional<double> share;  ///< of --vary; absent: 10 % where else all takes would be alike
    std::uint64_t seed = 1;
    std::uint64_t joint_seed = 1;
    int sample_rate_hz = 48000;
    std::optional<audio::Listening> listening;  ///< for as long as it lasts; absent: that of the preset
    bool refractory = true;
    bool record = false;
};

}  // namespace synovia::instrument
