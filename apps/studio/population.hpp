// A population of spines, on several cores.
#pragma once
#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "solver/spine_population.hpp"

namespace synovia::studio {

/// `count` people under the scenario, in order; who they are depends on `seed` alone, not on `workers`. `one_done` is
/// called on this thread after each. Precondition: `scenario` is of kind spine and has no problems, check_subjects()
/// has nothing against `count`.
std::vector<Subject> simulate_population(const Scenario& scenario, std::uint64_t seed, std::size_t count,
                                         std::size_t workers, const std::function<void()>& one_done);

/// A list of objects: name, published, source, model, band, agrees; all but name and model null where nothing was
/// published.
nlohmann::ordered_json rates_json(const std::vector<PopulationRate>& rates);

}  // namespace synovia::studio
