#include "solver/spine_check.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "solver/draw.hpp"
#include "solver/joint_rules.hpp"
#include "solver/number_text.hpp"
#include "solver/spine_chain.hpp"

namespace synovia {

Scenario default_spine() {
    Scenario s;
    s.kind = Kind::spine;
    s.joint.articular_radius = 7.247e-3;
    s.joint.wall_compliance = 1.8e-13;
    s.joint.wall_loss_factor = 0.05;
    s.joint.refill_compliance = 5.5e-12;
    s.joint.refill_resistance = 6.67e11;
    s.joint.moving_mass = 0.12;
    s.joint.ligament_stiffness = 0.0;
    s.joint.ligament_cubic = 0.0;
    s.joint.damping = 60.0;
    s.traction.series_stiffness = 2.5e5;
    s.simulation.duration = 2.5;
    return s;
}

std::vector<std::string> check_levels(const std::vector<SpineLevel>& levels) {
    std::vector<std::string> wrong;
    for (std::size_t level = 0; level < spine_level_count; ++level) {
        const std::string name(spine_level_names[level]);
        const auto times =
            std::count_if(levels.begin(), levels.end(), [&](const SpineLevel& l) { return l.level == level; });
        if (times == 0) wrong.push_back("the level " + name + " is missing");
        if (times > 1) wrong.push_back("the level " + name + " is there " + std::to_string(times) + " times");
    }
    for (const SpineLevel& level : levels)
        for (const SpineColumn& column : spine_columns()) {
            const double value = level.*column.member;
            if (value >= column.min && value <= column.max) continue;  // a NaN fails both comparisons
            wrong.push_back(std::string(spine_level_names[level.level]) + ": " + std::string(column.name) + " " +
                            number_text(value) + " is outside the allowed range " + number_text(column.min) + " to " +
                            number_text(column.max));
        }
    return wrong;
}

void check_spine_run(const Scenario& scenario, std::vector<Problem>& problems) {
    if (leaves_joint_open(scenario))
        problems.push_back({"spine.pockets_seed", "missing: the pockets of the facets have not been drawn"});
    if (leaves_take_open(scenario))
        problems.push_back({"spine.strengths_seed", "missing: the strengths of the nuclei have not been drawn"});
}

namespace {

void check_seeds(const Spine& spine, std::vector<Problem>& problems) {
    const auto check = [&](const char* key, const std::optional<double>& seed) {
        if (seed && *seed != std::floor(*seed))
            problems.push_back({key, number_text(*seed) + " is not a whole number"});
    };
    check("spine.pockets_seed", spine.pockets_seed);
    check("spine.strengths_seed", spine.strengths_seed);
}

}  // namespace

void check_spine(const Scenario& scenario, std::vector<Problem>& problems) {
    const Spine& spine = scenario.spine;
    if (!spine.levels.empty())
        for (std::string& wrong : check_levels(spine.levels)) problems.push_back({"spine.levels", std::move(wrong)});
    if (spine.couple && spine.target + 1 == spine_level_count)
        problems.push_back({"spine.couple",
                            "a couple on L5-S1 has no lower vertebra to turn back: the sacrum stands still; choose a "
                            "target above, or leave the couple out"});
    for (std::size_t level = 0; level < spine_level_count; ++level)
        if (spine.restricted[level] && spine.hypermobile[level])
            problems.push_back({"spine.hypermobile", std::string(spine_level_names[level]) +
                                                         " cannot be restricted and hypermobile at once"});
    check_seeds(spine, problems);
    if (!problems.empty()) return;
    for (std::size_t facet = 0; facet < facet_count && problems.empty(); ++facet)
        check_joint(facet_joint(scenario, facet), problems);
}

}  // namespace synovia
