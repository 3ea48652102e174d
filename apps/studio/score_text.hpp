// A score as text: JSON at once, or line by line while it is played.
#pragma once
#include <string>

#include "apps/studio/score.hpp"

namespace synovia::studio {

/// JSON text; numbers read back exactly.
std::string to_text(const Score& score);

/// The same as a journal: one line of JSON each, with its end. The head of a score, then patches and events in the
/// order in which they come into being, and from time to time how long the sound is by now.
std::string journal_head(const Score& score);
std::string journal_line(const Patch& patch);
std::string journal_line(const ScoreEvent& event);
std::string journal_line(std::uint64_t frames);

}  // namespace synovia::studio
