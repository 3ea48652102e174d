// What a session is begun with.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "audio/core/listening.hpp"

namespace synovia::instrument {

struct SessionSettings {
    std::string preset = "knuckle";
    std::vector<std::string> overrides;
    double share = 0.1;
    std::uint64_t seed = 1;
    int sample_rate_hz = 48000;
    audio::Listening listening = audio::Listening::mono;
    bool refractory = true;
    bool record = false;
};

}  // namespace synovia::instrument
