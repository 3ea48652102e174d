#include "apps/cli/plot/plot_figure.hpp"

#include <algorithm>

#include "apps/cli/plot/pitch.hpp"
#include "apps/cli/plot/plot_pockets.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/scene.hpp"
#include "solver/blake.hpp"
#include "solver/kinds.hpp"

namespace synovia::cli {
namespace {

std::vector<PlotPlan> plan_each(std::span<const PlotRun> runs) {
    std::vector<PlotPlan> plans;
    for (const PlotRun& run : runs) plans.push_back(plan_plot(run.trajectory, run.summary));
    return plans;
}

Window since(const Window& window, double time) { return {window.start - time, window.end - time}; }

/// From the earliest start to the latest end of all, each counted from its own reference.
Enlargement common_enlargement(const std::vector<PlotPlan>& plans, const Burst& first) {
    Enlargement all{since(first.window, first.reference_time), {}, first.reference_name};
    for (const PlotPlan& plan : plans) {
        if (!plan.burst) continue;
        const Window own = since(plan.burst->window, plan.burst->reference_time);
        all.window = {std::min(all.window.start, own.start), std::max(all.window.end, own.end)};
        if (plan.burst->reference_name != first.reference_name) all.reference = "its own moment";
    }
    return all;
}

Plans plan_together(std::span<const PlotRun> runs) {
    Plans plans{plan_each(runs), {}, {}};
    const auto first = std::ranges::find_if(plans.each, [](const PlotPlan& plan) { return plan.burst.has_value(); });
    if (first == plans.each.end()) return plans;
    plans.enlargement = common_enlargement(plans.each, *first->burst);
    for (const PlotPlan& plan : plans.each) {
        const double zero = (plan.burst ? plan : *first).burst->reference_time;
        const Window& window = plans.enlargement->window;
        plans.close.push_back(
            {{std::max(window.start + zero, plan.run.start), std::min(window.end + zero, plan.run.end)}, zero});
        if (plan.burst) plans.enlargement->shaded.push_back(plans.close.back().window);
    }
    return plans;
}

std::string frequency_text(double frequency_hz) {
    return studio::with_prefix(std::stod(studio::significant(frequency_hz, 3)), "Hz");
}

/// What can be said of the pitch: of a pop, and of a bubble that swings; empty otherwise.
std::string pitch_text(const PlotRun& run) {
    if (const auto swings = swing_frequency(run.trajectory)) return "rings at " + frequency_text(*swings);
    if (!run.summary.nucleation_time) return {};
    const auto peak = peak_frequency(run.trajectory);
    return peak ? "pitch " + frequency_text(*peak) : std::string();
}

bool stays_silent(const PlotRun& run) {
    return row_of(run.trajectory.scenario().kind).awaits_nucleation && !run.summary.nucleation_time;
}

std::string subtitle(const PlotRun& run) {
    const Scenario& scenario = run.trajectory.scenario();
    if (stays_silent(run))
        return "No pop: the pressure falls to " + studio::with_prefix(run.summary.min_gap_pressure, "Pa") +
               ", the nucleus lets go at " + studio::with_prefix(blake_threshold(scenario), "Pa");
    std::string text = pitch_text(run);
    if (!text.empty()) text[0] = static_cast<char>(text[0] - 'a' + 'A');
    const double audible = studio::audible_peak_pa(run.trajectory);
    text += (text.empty() ? "Audible peak " : ", audible peak ") + studio::sound_pressure(audible) + " (" +
            studio::peak_level_text(audible, scenario.kind) + ")";
    if (run.summary.nucleation_time && run.summary.pockets.size() > 1) return text + ", " + pockets_text(run);
    return text + ", bubble up to " +
           studio::with_prefix(std::stod(studio::significant(run.summary.max_radius, 3)), "m") + " in radius";
}

/// With many runs there is room for their names only.
std::string legend_text(const PlotRun& run, bool short_one) {
    const std::string pitch = pitch_text(run);
    const std::string result = pitch.empty() && stays_silent(run) && short_one ? "silent" : pitch;
    return (short_one ? run.name : run.title) + (result.empty() ? "" : ", " + result);
}

/// "540 um" is for terminals, a picture can do better.
std::string with_micro_sign(std::string text) {
    for (const char* unit : {" um", " us", " uPa"})
        for (auto at = text.find(unit); at != std::string::npos; at = text.find(unit)) text.replace(at, 2, " µ");
    return text;
}

/// Of one run all; of several what they have in common.
std::vector<Mark> marks_of(const Plans& plans) {
    if (plans.each.size() > 1) {
        if (!plans.enlargement || plans.enlargement->reference == "its own moment") return {};
        return {{0.0, plans.enlargement->reference}};
    }
    std::vector<Mark> marks = plans.each.front().marks;
    if (plans.enlargement)
        for (Mark& mark : marks) mark.time -= plans.close.front().reference_time;
    return marks;
}

}  // namespace

Figure make_figure(std::span<const PlotRun> runs) {
    const Plans plans = plan_together(runs);
    Figure figure;
    if (runs.size() == 1) {
        figure.title = runs.front().title;
        figure.subtitle = with_micro_sign(subtitle(runs.front()));
        for (const std::size_t pocket : drawn_pockets(runs.front()))
            figure.legend.push_back(with_micro_sign(pocket_text(runs.front().summary.pockets[pocket])));
    } else {
        for (const PlotRun& run : runs) figure.legend.push_back(with_micro_sign(legend_text(run, runs.size() > 4)));
    }
    for (const PlotPlan& plan : plans.each) figure.run.end = std::max(figure.run.end, plan.run.end);
    figure.enlargement = plans.enlargement;
    figure.marks = marks_of(plans);
    figure.panels = panels_of(runs, plans);
    return figure;
}

}  // namespace synovia::cli
