#include "apps/studio/recipe_size.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "apps/studio/human.hpp"

namespace synovia::studio {

RecipeSize size_of(const Recipe& recipe) {
    RecipeSize size;
    double end_s = 0.0;
    for (const Part& part : recipe.parts) {
        end_s = std::max(end_s, part.start_s + part.scenario.simulation.duration);
        size.simulated_s += part.scenario.simulation.duration;
    }
    end_s = std::max(end_s, recipe.duration_s.value_or(0.0));  // the file is as long, silent or not
    const double frames =
        recipe.alignment ? static_cast<double>(recipe.alignment->samples) : end_s * recipe.sample_rate_hz;
    size.samples = frames * static_cast<double>(channels_of(recipe));
    return size;
}

void require_bounded(const Recipe& recipe) {
    const RecipeSize size = size_of(recipe);
    if (!(size.simulated_s <= most_simulated_s))
        throw std::invalid_argument("the joints are simulated for " + with_prefix(size.simulated_s, "s") +
                                    " together, " + with_prefix(most_simulated_s, "s") +
                                    " are allowed; shorten simulation.duration_s or take fewer");
    if (!(size.samples <= most_samples))
        throw std::invalid_argument("the sound would be " + significant(size.samples, 9) + " samples long, " +
                                    significant(most_samples, 9) + " are allowed; shorten it or lower its rate");
}

std::size_t takes_at_once(const Recipe& recipe, std::size_t cores) {
    const RecipeSize size = size_of(recipe);
    const double room =
        std::min(most_samples / std::max(size.samples, 1.0), most_simulated_s / std::max(size.simulated_s, 1e-9));
    return static_cast<std::size_t>(std::clamp(room, 1.0, static_cast<double>(cores)));
}

}  // namespace synovia::studio
