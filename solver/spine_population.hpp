// Many people instead of one: how often a thrust pops, and where.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "solver/scenario.hpp"

namespace synovia {

inline constexpr std::size_t most_subjects = 100'000;

/// How much people differ: sigma of the logarithm of each factor; fitted and seen as solver/README.md says.
struct SpineSpread {
    double nucleus_radius = 0.45, refill_time = 0.65, facet_area = 0.1;  ///< per facet
    double disc_stiffness = 0.1;                                         ///< per segment
    double moment = 0.1;                                                 ///< per subject
};

/// The person of this number: depends on seed, number, level and role alone, so that the mirror image of a population
/// is the population of the mirror image.
Individual draw_individual(std::uint64_t seed, std::size_t subject, const SpineSpread& spread = {});

/// A facet that popped in one subject, on the way of its lumped capsule.
struct SubjectPop {
    std::size_t level;
    Side side;
    bool before_thrust;  ///< already in the preload
};
struct Subject {
    std::vector<SubjectPop> pops;
    bool failed = false;  ///< the numbers did not reach the end
};

/// One person under the scenario: the chain alone, which agrees with full joints on who pops.
/// Precondition: `scenario` is of kind spine and has no problems. Subjects are independent: threads are the caller's.
Subject simulate_subject(const Scenario& scenario, std::uint64_t seed, std::size_t subject,
                         const SpineSpread& spread = {});

/// What was counted in a study, and the band in which a model of it should lie; solver/README.md.
struct PublishedRate {
    double value;
    std::string_view source;
    std::array<double, 2> band;
};

/// A share, mean or count, beside what was published for it, if anything was.
struct PopulationRate {
    std::string_view name;
    double model;
    std::optional<PublishedRate> published;

    /// Model and published value both lie within the band.
    bool agrees() const;
};

/// Throws std::invalid_argument for no subjects, or more than most_subjects.
void check_subjects(std::size_t subjects);

/// What a population says, in a fixed order that depends on the kind of spine; those that failed are left out. Nobody
/// published rates of twists and mobilisations. Bands belong to the population of solver/README.md: 200 subjects, 6 N m
/// on L1 in 2 s, then 14 N m on L4 in 0.12 s. Precondition: there are subjects that did not fail.
std::vector<PopulationRate> population_rates(const Spine& spine, const std::vector<Subject>& subjects);

}  // namespace synovia
