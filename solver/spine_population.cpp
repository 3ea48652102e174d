#include "solver/spine_population.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

#include "solver/draw.hpp"
#include "solver/keyed_draw.hpp"
#include "solver/simulate.hpp"
#include "solver/spine_chain_run.hpp"

namespace synovia {
namespace {

enum class Drawn : std::uint64_t { nucleus_radius, refill_time, facet_area, disc_stiffness, moment, pockets };

struct Tally {
    double subjects = 0, popped = 0, popped_before = 0, popped_lumbar = 0;  // of people
    double pops = 0, up_side = 0, near = 0, right_level = 0, both_sides = 0, distance = 0;
};

constexpr std::size_t first_lumbar = 3, first_near = 5;  // L1-L2, L3-L4

std::ptrdiff_t pops_at(const Subject& subject, std::size_t level) {
    return std::count_if(subject.pops.begin(), subject.pops.end(),
                         [&](const SubjectPop& pop) { return pop.level == level; });
}

template <class Which>
double any(const std::vector<SubjectPop>& pops, Which which) {
    return std::any_of(pops.begin(), pops.end(), which) ? 1.0 : 0.0;
}

void count(Tally& tally, const Spine& spine, const Subject& subject) {
    const auto& pops = subject.pops;
    tally.subjects += 1.0;
    tally.popped += any(pops, [](const SubjectPop&) { return true; });
    tally.popped_before += any(pops, [](const SubjectPop& p) { return p.before_thrust; });
    tally.popped_lumbar += any(pops, [](const SubjectPop& p) { return p.level >= first_lumbar; });
    for (const SubjectPop& pop : pops) {
        const double away = std::abs(static_cast<double>(pop.level) - static_cast<double>(spine.target));
        tally.pops += 1.0;
        tally.up_side += pop.side == spine.side ? 1.0 : 0.0;
        tally.near += pop.level >= first_near ? 1.0 : 0.0;
        tally.right_level += away == 0.0 ? 1.0 : 0.0;
        tally.both_sides += pop.side == Side::right && pops_at(subject, pop.level) == 2 ? 1.0 : 0.0;
        tally.distance += 100.0 * level_distance * away;
    }
}

PopulationRate rate(std::string_view name, double model, double published, std::string_view source, double low,
                    double high) {
    return {name, model, PublishedRate{published, source, {low, high}}};
}

std::vector<PopulationRate> thrust_rates(const Tally& t, double people, double pops) {
    return {
        rate("positioning: subjects with a pop, %", people * t.popped_before, 30.0, "Cramer 2011", 20.0, 40.0),
        rate("thrust: subjects with a pop, %", people * t.popped, 96.7, "Cramer 2011", 91.0, 100.0),
        rate("pops within L3-S1, %", pops * t.near, 71.7, "Cramer 2011", 60.0, 82.0),
        rate("mean distance from the target, cm", 0.01 * pops * t.distance, 5.29, "Ross 2004", 4.0, 6.0),
        rate("pops at the right level, %", pops * t.right_level, 46.0, "Ross 2004", 28.0, 47.0),
        rate("pops per thrust", t.pops / t.subjects, 1.4, "Cramer 2011; Mourad 2019 found 5.27", 1.9, 2.6),
        rate("pops on the up side, %", pops * t.up_side, 93.5, "Cramer 2011; Mourad 2019 found 55", 82.5, 97.8),
        rate("levels that pop on both sides, % of pops", pops * t.both_sides, 2.0, "Mourad 2019", 0.9, 4.2),
        rate("joints that pop twice, %", 0.0, 17.4, "Cramer 2011, 8 of 46; one nucleus a facet never does", 9.1, 30.7),
    };
}

PopulationRate popped_rate(const Spine& spine, double model) {
    if (spine.kind == SpineKind::positioning)
        return rate("positioning: subjects with a pop, %", model, 30.0, "Cramer 2011", 20.0, 40.0);
    return {"subjects with a pop, %", model, {}};
}

}  // namespace

bool PopulationRate::agrees() const {
    const auto within = [&](double x) { return x >= published->band[0] && x <= published->band[1]; };
    return published && within(model) && within(published->value);
}

Individual draw_individual(std::uint64_t seed, std::size_t subject, const SpineSpread& spread) {
    const auto factor = [&](Drawn what, std::size_t index, double sigma) {
        return KeyedDraw({seed, subject, static_cast<std::uint64_t>(what), index}).log_normal(sigma);
    };
    Individual person;
    for (std::size_t role = 0; role < person.nucleus_radius.size(); ++role) {
        person.nucleus_radius[role] = factor(Drawn::nucleus_radius, role, spread.nucleus_radius);
        person.refill_time[role] = factor(Drawn::refill_time, role, spread.refill_time);
        person.facet_area[role] = factor(Drawn::facet_area, role, spread.facet_area);
    }
    for (std::size_t level = 0; level < spine_level_count; ++level)
        person.disc_stiffness[level] = factor(Drawn::disc_stiffness, level, spread.disc_stiffness);
    person.moment = factor(Drawn::moment, 0, spread.moment);
    return person;
}

Subject simulate_subject(const Scenario& scenario, std::uint64_t seed, std::size_t subject, const SpineSpread& spread) {
    Scenario s = scenario;
    s.spine.individual = draw_individual(seed, subject, spread);
    s.spine.pockets_seed = s.spine.strengths_seed = std::nullopt;
    const std::uint64_t pockets = KeyedDraw({seed, subject, static_cast<std::uint64_t>(Drawn::pockets)}).bits();
    s = draw_take(draw_joint(std::move(s), pockets), pockets);
    const SpineChain chain(s);
    const ChainRun run = run_chain(chain, s, default_step_limit);
    Subject result;
    result.failed = run.stopped.has_value();
    for (std::size_t k = 0; k < facet_count; ++k)
        if (!run.pops[k].empty())
            result.pops.push_back({k / 2, static_cast<Side>(k % 2), run.pops[k].front() < chain.hands().start()});
    return result;
}

void check_subjects(std::size_t subjects) {
    if (subjects == 0 || subjects > most_subjects)
        throw std::invalid_argument("a population has 1 to " + std::to_string(most_subjects) + " subjects, not " +
                                    std::to_string(subjects));
}

std::vector<PopulationRate> population_rates(const Spine& spine, const std::vector<Subject>& subjects) {
    Tally t;
    for (const Subject& subject : subjects)
        if (!subject.failed) count(t, spine, subject);
    const double people = 100.0 / t.subjects, pops = t.pops > 0.0 ? 100.0 / t.pops : 0.0;
    if (spine.kind == SpineKind::thrust) return thrust_rates(t, people, pops);
    return {popped_rate(spine, people * t.popped),
            {"subjects with a pop between L1 and S1, %", people * t.popped_lumbar, {}},
            {"pops within L3-S1, %", pops * t.near, {}},
            {"pops per subject", t.pops / t.subjects, {}}};
}

}  // namespace synovia
