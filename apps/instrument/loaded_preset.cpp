#include "apps/instrument/loaded_preset.hpp"

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"

namespace synovia::instrument {

LoadedPreset load_preset(const SessionSettings& settings, const std::string& name) {
    const preset::Loaded loaded = preset::load(name, preset::search_dirs(), settings.overrides);
    studio::Patch patch{loaded.name, loaded.scenario,   settings.share, settings.seed, settings.sample_rate_hz,
                        1.0,         settings.listening};
    const studio::Take reference = reference_take(patch);
    patch.gain_per_pa = reference_gain(reference);
    return {std::move(patch), loaded.about.title, reference.ending};
}

}  // namespace synovia::instrument
