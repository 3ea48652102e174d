// What a recording says about itself.
#pragma once
#include <cstddef>
#include <optional>

#include "apps/studio/score.hpp"
#include "audio/file/metadata.hpp"

namespace synovia::studio {

/// Of an event that begins a sound: the patch that is heard, as an index into Score::patches.
std::optional<std::size_t> patch_of(const ScoreEvent& event);

/// Peak level of a sample of 1.0 [dB SPL], where it is one and the same for all that sounds.
std::optional<double> full_scale_db_spl(const Score& score);

/// Of what sounds before the end of the score: a recording and what replays it say the same.
audio::Metadata metadata_of(const Score& score);

}  // namespace synovia::studio
