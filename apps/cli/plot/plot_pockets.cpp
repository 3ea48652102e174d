#include "apps/cli/plot/plot_pockets.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

#include "apps/studio/human.hpp"

namespace synovia::cli {
namespace {

double firing_time(const PocketSummary& pocket) {
    return pocket.firing_time.value_or(std::numeric_limits<double>::infinity());
}

std::vector<Point> curve(const PlotRun& run, std::size_t pocket, const Window& window, double zero,
                         double PocketSample::*quantity) {
    std::vector<Point> points;
    if (!(window.start < window.end)) return points;
    std::vector<PocketSample> samples(run.summary.pockets.size());
    for (const double t : times_in(run.trajectory, window)) {
        run.trajectory.pockets_at(t, samples);
        points.push_back({t - zero, samples[pocket].*quantity});
    }
    return thin_out(points, curve_pixels);
}

}  // namespace

std::vector<std::size_t> drawn_pockets(const PlotRun& run) {
    const std::vector<PocketSummary>& pockets = run.summary.pockets;
    if (pockets.size() < 2) return {};
    std::vector<std::size_t> drawn(pockets.size());
    std::iota(drawn.begin(), drawn.end(), std::size_t{0});
    std::ranges::stable_sort(drawn, std::greater{}, [&](std::size_t k) { return pockets[k].share; });
    drawn.resize(std::min(drawn.size(), most_pockets_in_figure));
    std::ranges::stable_sort(drawn, {}, [&](std::size_t k) { return firing_time(pockets[k]); });
    return drawn;
}

std::string pocket_text(const PocketSummary& pocket) {
    const std::string share = studio::significant(100.0 * pocket.share, 2) + " % of the gap ";
    return share + (pocket.firing_time ? "at " + studio::with_prefix(*pocket.firing_time, "s") : "never");
}

std::string pockets_text(const PlotRun& run) {
    const std::vector<PocketSummary>& pockets = run.summary.pockets;
    double first = std::numeric_limits<double>::infinity(), last = -first;
    std::size_t torn = 0;
    for (const PocketSummary& pocket : pockets) {
        if (!pocket.firing_time) continue;
        first = std::min(first, *pocket.firing_time);
        last = std::max(last, *pocket.firing_time);
        ++torn;
    }
    std::string text = std::to_string(torn);
    if (torn < pockets.size()) text += " of " + std::to_string(pockets.size());
    text += " pockets tear";
    if (torn > 1) text += " within " + studio::with_prefix(std::stod(studio::significant(last - first, 3)), "s");
    if (pockets.size() > most_pockets_in_figure)
        text += ", the " + std::to_string(most_pockets_in_figure) + " largest are drawn";
    return text;
}

Panel with_pocket_curves(Panel panel, const PlotRun& run, const Plans& plans, double PocketSample::*quantity) {
    panel.by_pocket = true;
    for (const std::size_t pocket : drawn_pockets(run)) {
        Curve drawn{curve(run, pocket, plans.each.front().run, 0.0, quantity), {}};
        if (plans.enlargement)
            drawn.burst = curve(run, pocket, plans.close.front().window, plans.close.front().reference_time, quantity);
        panel.curves.push_back(std::move(drawn));
    }
    return panel;
}

}  // namespace synovia::cli
