// The preset that is played, with what the player has changed in it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "apps/instrument/loaded_preset.hpp"
#include "apps/instrument/take_pool.hpp"
#include "apps/studio/score.hpp"
#include "solver/parameters.hpp"

namespace synovia::instrument {

class CurrentPreset {
public:
    explicit CurrentPreset(LoadedPreset preset);

    const studio::Patch& patch() const { return pool_.patch(); }
    /// Its takes, which go with the patch.
    TakePool& pool() { return pool_; }
    /// The preset's own words and values, unchanged.
    const std::string& title() const { return title_; }
    const Scenario& original() const { return original_; }

    /// The patch with one change in it. Both throw preset::Error.
    studio::Patch with(const std::string& key_value) const;
    studio::Patch with(const Parameter& parameter, double value) const;

    /// From here on.
    void use(studio::Patch patch);
    void use(LoadedPreset preset);

    /// Where the patch stands in the score, or will: it becomes part of it with its first sound, because a slider on
    /// its way passes many that are never heard.
    std::size_t index_in(const studio::Score& score) const { return index_.value_or(score.patches.size()); }
    void add_to(studio::Score& score);

private:
    TakePool pool_;
    std::string title_;
    Scenario original_;
    std::optional<std::size_t> index_;
};

}  // namespace synovia::instrument
