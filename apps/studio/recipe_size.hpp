// How much work and memory a recipe asks for: a side-car of a few kilobytes may ask for gigabytes.
#pragma once
#include <cstddef>

#include "apps/studio/recipe.hpp"

namespace synovia::studio {

inline constexpr double most_samples = 67'108'864.0;  ///< 2^26: 600 s of stereo at 48 kHz fit, and can be read again
inline constexpr double most_simulated_s = 120.0;     ///< some 8 MB of a joint's motion for each second

struct RecipeSize {
    double samples = 0.0;      ///< of the time line or the file, all channels
    double simulated_s = 0.0;  ///< of all joints together
};

RecipeSize size_of(const Recipe& recipe);

/// Throws std::invalid_argument where it is more than most_samples or most_simulated_s.
void require_bounded(const Recipe& recipe);

/// How many takes of it may be worked on at once, from 1 to `cores`: together no more than one recipe may be.
std::size_t takes_at_once(const Recipe& recipe, std::size_t cores);

}  // namespace synovia::studio
