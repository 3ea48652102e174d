#include "solver/joint_watch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace synovia {
namespace {

/// Pockets whose excess differs by rounding only fire together.
constexpr double rounding = 1e-9;

}  // namespace

bool JointWatch::changes(double t, std::span<const double> y) {
    std::fill(excess_.begin(), excess_.end(), -std::numeric_limits<double>::infinity());
    for (std::size_t k = 0; k < model_.pockets(); ++k)
        if (model_.closes(y, k) || model_.turns(y, k)) return true;
    if (!model_.armed(y)) return false;
    model_.firing_excess(t, y, excess_);
    return std::any_of(excess_.begin(), excess_.end(), [](double e) { return e >= 0.0; });
}

/// Where between its points a step first brings a nucleus to its limit, as share of the step: a pressure that dips
/// there and is back at the next point. Found on the polynomial through the excess at the points.
std::optional<double> JointWatch::first_dip() const {
    constexpr std::size_t looks = 32;
    const std::size_t pockets = excess_.size();
    for (std::size_t i = 1; i < looks; ++i) {
        const double fraction = static_cast<double>(i) / looks;
        const auto weight = History::weights(fraction);
        for (std::size_t k = 0; k < pockets; ++k) {
            double e = 0.0;
            for (std::size_t j = 0; j < weight.size(); ++j) e += weight[j] * excess_at_[j * pockets + k];
            if (e >= 0.0) return fraction;
        }
    }
    return std::nullopt;
}

/// To the last bit, and never before the change: at the time returned it has happened.
std::optional<double> JointWatch::first_change(double t0, double t1, std::span<const double> points) {
    const std::size_t n = model_.size();
    const auto changed = [&](double t) {
        interpolate(points, (t - t0) / (t1 - t0), y_);
        return changes(t, y_);
    };
    const auto cut = [&](double before, double after) {
        for (double middle; (middle = 0.5 * (before + after)) > before && middle < after;)
            (changed(middle) ? after : before) = middle;
        return after;
    };
    double before = t0;
    for (std::size_t j = 0; j < History::points_per_step; ++j) {
        const double t = j == 4 ? t1 : t0 + 0.25 * static_cast<double>(j) * (t1 - t0);
        if (changes(t, points.subspan(j * n, n)) && j > 0) return cut(before, t);
        std::copy(excess_.begin(), excess_.end(), excess_at_.begin() + static_cast<std::ptrdiff_t>(j * excess_.size()));
        before = t;
    }
    if (!model_.armed(points.last(n))) return std::nullopt;
    const std::optional<double> dip = first_dip();
    if (!dip || !changed(t0 + *dip * (t1 - t0))) return std::nullopt;
    return cut(t0 + std::floor(4.0 * *dip) * 0.25 * (t1 - t0), t0 + *dip * (t1 - t0));
}

/// At firing nothing changes but that the bubble's row is switched on: R = R0, at rest, with the gas of a nucleus. A
/// nucleus whose skin tears while its tension is less than Blake's becomes ripe.
bool JointWatch::fire(double t, std::span<double> y, double least, bool all, std::vector<Event>& events) {
    model_.firing_excess(t, y, excess_);
    model_.observe_pockets(t, y, samples_);
    bool any = false;
    for (std::size_t k = 0; k < model_.pockets() && (all || !any); ++k) {
        if (!(excess_[k] >= least)) continue;
        PocketState<double> state = model_.get(y, k);
        const bool fires =
            state.phase == Phase::ripe || model_.fires_at_once(k, samples_[model_.place(k)].nucleus_pressure);
        state.phase = fires ? Phase::skinned : Phase::ripe;
        model_.put(y, k, state);
        if (!fires) continue;
        events.push_back(
            {EventKind::firing, t, model_.radius(y, k), samples_[model_.place(k)].nucleus_pressure, model_.place(k)});
        any = true;
    }
    return any;
}

/// Back to sleep as the nucleus. A bubble that has fired in this pull will not do so again; one that an earlier pull
/// left makes room for a nucleus that has not fired yet.
void JointWatch::close(double t, std::span<double> y, std::vector<Event>& events) const {
    for (std::size_t k = 0; k < model_.pockets(); ++k) {
        if (!model_.closes(y, k)) continue;
        events.push_back({EventKind::closing, t, model_.radius(y, k), model_.wall_velocity(y, k), model_.place(k)});
        const PocketState<double> old = model_.get(y, k);
        PocketState<double> state = model_.pocket(k).nucleus();
        state.V_w = old.V_w;
        if (old.phase == Phase::skinned) state.phase = Phase::spent;
        model_.put(y, k, state);
    }
}

/// A wall that turns changes a slope of the equations, no value.
void JointWatch::turn(std::span<double> y) const {
    for (std::size_t k = 0; k < model_.pockets(); ++k) {
        if (!model_.turns(y, k)) continue;
        PocketState<double> state = model_.get(y, k);
        state.way = -state.way;
        model_.put(y, k, state);
    }
}

std::optional<Restart> JointWatch::take(double t0, double t1, std::span<const double> points, History& history,
                                        std::vector<Event>& events) {
    const std::optional<double> t = first_change(t0, t1, points);
    if (!t) {
        history.append(t1, points);
        return std::nullopt;
    }
    const std::size_t n = model_.size();
    for (std::size_t j = 0; j < History::points_per_step; ++j)
        interpolate(points, 0.25 * static_cast<double>(j) * (*t - t0) / (t1 - t0),
                    std::span<double>(cut_).subspan(j * n, n));
    history.append(*t, cut_);
    Restart restart{*t, {cut_.end() - static_cast<std::ptrdiff_t>(n), cut_.end()}};
    const std::size_t before = events.size();
    turn(restart.state);
    close(*t, restart.state, events);
    // all that are at their limit now, then one by one those that the firing brings there, lowest first
    if (fire(*t, restart.state, -rounding, true, events))
        while (fire(*t, restart.state, 0.0, false, events)) continue;
    restart.gentle = events.size() == before;
    return restart;
}

}  // namespace synovia
