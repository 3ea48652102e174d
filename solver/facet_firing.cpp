#include "solver/facet_firing.hpp"

#include <cstddef>

#include "solver/joint_rules.hpp"

namespace synovia {
namespace {

FiringLaw first_to_fire(const Scenario& s) {
    const std::size_t n = pocket_count(s);
    const auto law = [&](std::size_t k) {
        return FiringLaw(s, k, n, s.joint.pocket_weights.empty() ? 1.0 : s.joint.pocket_weights[k]);
    };
    FiringLaw first = law(0);
    for (std::size_t k = 1; k < n; ++k)
        if (law(k).weaker_than(first)) first = law(k);
    return first;
}

}  // namespace

FacetFiring::FacetFiring(const Scenario& joint)
    : law_(first_to_fire(joint)),
      wears_(joint.bubble.firing == Firing::rate),
      limit_pressure_(law_.firing_pressure(joint.traction.rise_time)) {}

}  // namespace synovia
