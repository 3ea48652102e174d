#include "apps/instrument/loaded_preset.hpp"

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/studio/chance.hpp"
#include "apps/studio/renderers.hpp"

namespace synovia::instrument {
namespace {

constexpr double usual_share = 0.1;

double share_of(const Scenario& preset, const SessionSettings& settings) {
    return settings.share.value_or(studio::pulls_differ(preset, 0.0) ? 0.0 : usual_share);
}

}  // namespace

LoadedPreset load_preset(const SessionSettings& settings, const std::string& name) {
    const preset::Loaded loaded = preset::load(name, preset::search_dirs(), settings.overrides);
    studio::Patch patch{loaded.name,
                        loaded.scenario,
                        share_of(loaded.scenario, settings),
                        settings.seed,
                        settings.joint_seed,
                        settings.sample_rate_hz,
                        1.0,
                        settings.listening.value_or(studio::listening_of(loaded.scenario.listener))};
    const studio::Take reference = reference_take(patch);
    patch.gain_per_pa = reference_gain(reference);
    return {std::move(patch), loaded.about.title, reference.ending};
}

}  // namespace synovia::instrument
