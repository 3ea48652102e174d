// Finds what happens in a run: the bubble's nucleation, its maxima and its re-contractions, and how it ended.
#pragma once
#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "solver/kinds.hpp"
#include "solver/locate.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

inline constexpr double nucleation_growth = 5.0;     ///< R/R0 that counts as nucleated (solver/README.md)
inline constexpr double recontraction_depth = 1e-4;  ///< least fall of R after a maximum that counts, relative

/// Scans steps in order; keeps what it must remember between them, so a run may come in pieces.
template <class Model>
class EventScanner {
public:
    explicit EventScanner(const Scenario& scenario)
        : awaits_nucleation_(row_of(scenario.kind).awaits_nucleation),
          threshold_(nucleation_growth * scenario.bubble.nucleus_radius),
          nucleus_(scenario.bubble.nucleus_radius),
          speed_limit_(0.9 * scenario.fluid.sound_speed) {}

    /// In any pocket.
    bool nucleated() const {
        return std::any_of(bubbles_.begin(), bubbles_.end(), [](const Bubble& b) { return b.nucleated; });
    }

    /// How a run ended that came to its end, or was stopped by the integrator. Steps that shrink to nothing after the
    /// wall was as fast as sound have left the equation, not the machine's numbers.
    Outcome outcome(std::optional<Outcome> stopped) const {
        if (!stopped && awaits_nucleation_) return nucleated() ? Outcome::popped : Outcome::no_nucleation;
        if (!stopped) return Outcome::completed;
        const bool numbers = *stopped == Outcome::step_underflow || *stopped == Outcome::non_finite;
        return numbers && supersonic_ ? Outcome::supersonic : *stopped;
    }

    /// Appends the events of step k of the history.
    void scan(const Model& model, const History& history, std::size_t k, std::vector<Event>& events) {
        bubbles_.resize(model.pockets(), {nucleus_});
        for (std::size_t i = 0; i < bubbles_.size(); ++i) scan(model, history, k, i, events);
    }

private:
    /// What has to be remembered of each bubble.
    struct Bubble {
        double maximum;
        bool nucleated = false, had_maximum = false;
    };

    void scan(const Model& model, const History& history, std::size_t k, std::size_t pocket,
              std::vector<Event>& events) {
        const double t0 = history.times()[k], t1 = history.times()[k + 1];
        for (std::size_t j = 0; j + 1 < History::points_per_step; ++j) {
            const double quarter = 0.25 * (t1 - t0);
            const Piece piece{model,
                              history,
                              k,
                              pocket,
                              t0 + quarter * static_cast<double>(j),
                              j == 3 ? t1 : t0 + quarter * static_cast<double>(j + 1)};
            const auto y0 = history.node(k, j), y1 = history.node(k, j + 1);
            if (awaits_nucleation_ && !bubbles_[pocket].nucleated) scan_nucleation(piece, y0, y1, events);
            scan_extremum(piece, y0, y1, events);
        }
        if (std::abs(model.wall_velocity(history.node(k, 4), pocket)) > speed_limit_) supersonic_ = true;
    }

    struct Piece {
        const Model& model;
        const History& history;
        std::size_t k, pocket;
        double begin, end;

        template <class F>
        double at(double t, F f) const {
            std::vector<double> y(history.size());
            history.evaluate(k, t, y);
            return f(y);
        }
        double radius(double t) const {
            return at(t, [&](std::span<const double> y) { return model.radius(y, pocket); });
        }
        double velocity(double t) const {
            return at(t, [&](std::span<const double> y) { return model.wall_velocity(y, pocket); });
        }
        double volume_acceleration(double t) const {
            return at(t, [&](std::span<const double> y) { return model.bubble_acceleration(t, y, pocket); });
        }
    };

    void scan_nucleation(const Piece& piece, std::span<const double> y0, std::span<const double> y1,
                         std::vector<Event>& events) {
        const auto radius = [&](std::span<const double> y) { return piece.model.radius(y, piece.pocket); };
        if (radius(y1) < threshold_ || radius(y0) >= threshold_) return;
        const double t = bisect([&](double s) { return piece.radius(s) - threshold_; }, piece.begin, piece.end);
        bubbles_[piece.pocket].nucleated = true;
        bubbles_[piece.pocket].maximum = threshold_;
        events.push_back(
            {EventKind::nucleation, t, piece.radius(t), piece.velocity(t), piece.model.place(piece.pocket)});
    }

    void scan_extremum(const Piece& piece, std::span<const double> y0, std::span<const double> y1,
                       std::vector<Event>& events) {
        Bubble& bubble = bubbles_[piece.pocket];
        const double u0 = piece.model.wall_velocity(y0, piece.pocket), u1 = piece.model.wall_velocity(y1, piece.pocket);
        if ((awaits_nucleation_ && !bubble.nucleated) || (u0 > 0.0) == (u1 > 0.0)) return;
        const double t = bisect([&](double s) { return piece.velocity(s); }, piece.begin, piece.end);
        const double R = piece.radius(t);
        if (u0 > 0.0) {
            bubble.maximum = R;
            if (!bubble.had_maximum)
                events.push_back(
                    {EventKind::first_maximum, t, R, piece.volume_acceleration(t), piece.model.place(piece.pocket)});
            bubble.had_maximum = true;
        } else if (R < bubble.maximum * (1.0 - recontraction_depth)) {
            events.push_back(
                {EventKind::recontraction, t, R, piece.volume_acceleration(t), piece.model.place(piece.pocket)});
        }
    }

    bool awaits_nucleation_, supersonic_ = false;
    double threshold_, nucleus_, speed_limit_;
    std::vector<Bubble> bubbles_;
};

}  // namespace synovia
