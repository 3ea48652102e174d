// synovia render: presets to sound files.
#include <algorithm>
#include <optional>
#include <utility>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/console/interrupt.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/load.hpp"
#include "apps/cli/plan_render.hpp"
#include "apps/cli/rendered_take.hpp"
#include "apps/cli/take_writer.hpp"
#include "apps/studio/chance.hpp"
#include "apps/studio/in_order.hpp"
#include "apps/studio/recipe_size.hpp"

namespace synovia::cli {
namespace {

/// Says which draws the solver gave up on, and fails where it was the last one.
void check_runs(const studio::DrawnTake& take, bool quiet) {
    for (const studio::Redraw& redraw : take.redraws)
        if (!finished(redraw.ending))
            warn(unfinished_text(take.recipe.parts[redraw.part].name, redraw.ending) + "; drawn again", quiet);
    for (std::size_t i = 0; i < take.runs.size(); ++i)
        require_finished(take.recipe.parts[i].name, studio::ending_of(take.runs[i].trajectory));
}

bool takes_differ(const studio::RenderPlan& plan) {
    return std::ranges::any_of(plan.recipe.parts, [&](const studio::Part& part) {
        return studio::pulls_differ(part.scenario, plan.share) ||
               (plan.new_joints && studio::joints_differ(part.scenario, plan.share));
    });
}

void warn_of_equal_takes(const studio::RenderPlan& plan, bool quiet) {
    if (plan.takes > 1 && !takes_differ(plan))
        warn("all " + std::to_string(plan.takes) + " takes are the same pull; --vary 25% makes them differ", quiet);
}

struct Interrupted {};

/// Throws Interrupted between two of several takes, so that the manifest can list all that are on the disk. A single
/// take ends at once: nothing of it is.
void render_all(const studio::RenderPlan& plan, const RenderOptions& options, TakeWriter& writer) {
    std::optional<InterruptsCaught> caught;
    if (plan.numbered) caught.emplace();
    Progress progress(plan.takes, options.common.quiet);
    studio::in_order(
        plan.takes, takes_at_once(plan.recipe, studio::all_cores()),
        [&](std::size_t i) { return render_take(plan, i + 1, options); },
        [&](std::size_t i, RenderedTake rendered) {
            check_runs(rendered.take, options.common.quiet);
            writer.write(i + 1, std::move(rendered));
            progress.advance();
            if (interrupted()) throw Interrupted{};
        });
}

}  // namespace

void run(const RenderOptions& options) {
    const studio::RenderPlan plan = plan_render(options);
    TakeWriter writer(plan, options);
    writer.check_targets();
    warn_of_equal_takes(plan, options.common.quiet);
    try {
        render_all(plan, options, writer);
    } catch (const Interrupted&) {
        writer.finish();  // its list is complete
        end_interrupted();
    }
    writer.finish();
}

}  // namespace synovia::cli
