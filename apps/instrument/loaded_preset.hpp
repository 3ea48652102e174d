// A preset as it is played: with overrides, and as loud as every other.
#pragma once
#include <string>

#include "apps/instrument/session_settings.hpp"
#include "apps/studio/take.hpp"

namespace synovia::instrument {

struct LoadedPreset {
    studio::Patch patch;
    std::string title;
    studio::Ending reference;  ///< of the pull that the patch's gain comes from; not finished: it cannot be played
};

/// The preset `name` with the overrides, share, seed and rate of the settings. Throws preset::Error.
LoadedPreset load_preset(const SessionSettings& settings, const std::string& name);

}  // namespace synovia::instrument
