#include "apps/studio/chance.hpp"

#include "apps/preset/vary.hpp"
#include "solver/draw.hpp"
#include "solver/parameters.hpp"

namespace synovia::studio {
namespace {

bool any_varies(const Scenario& preset, bool of_pull) {
    for (const Parameter& p : parameters())
        if (p.varies && p.of_pull == of_pull && applies(p, preset.kind) && number(preset, p)) return true;
    return false;
}

}  // namespace

Scenario drawn_joint(const Scenario& preset, double share, const Draw& joint) {
    return draw_joint(preset::vary_joint(preset, share, joint.seed, joint.index), seed_of(joint));
}

Scenario drawn(const Scenario& preset, double share, const Draw& joint, const Draw& pull) {
    const Scenario other = drawn_joint(preset, share, joint);
    return draw_take(preset::vary_pull(other, share, pull.seed, pull.index), seed_of(pull));
}

bool joints_differ(const Scenario& preset, double share) {
    return leaves_joint_open(preset) || (share > 0.0 && any_varies(preset, false));
}

bool pulls_differ(const Scenario& preset, double share) {
    return leaves_take_open(preset) || (share > 0.0 && any_varies(preset, true));
}

}  // namespace synovia::studio
