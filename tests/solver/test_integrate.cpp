// The template is compiled here once more, for small models whose solution is known in closed form.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wsubobject-linkage"
#endif
#include "solver/integrate.cpp"  // NOLINT(bugprone-suspicious-include)

#include <doctest/doctest.h>

#include <functional>

#include "tests/solver/compare.hpp"

using namespace synovia;

namespace {

/// y' = f(y, t) beside a component that stays 0 with eigenvalue -stiffness: with 1e9 only the implicit stepper can
/// follow, with 0 the explicit one takes over.
template <class Law>
struct Beside {
    static constexpr std::size_t size() { return 3; }
    using Linearisation = DenseLinearisation<Beside>;
    double stiffness;
    std::array<double, 2> start;
    Law law;

    std::vector<double> rest() const { return {start[0], start[1], 0.0}; }
    template <class T>
    void rates(std::span<const T> y, const T& t, std::span<T> dydt) const {
        const std::array<T, 2> f = law(y[0], y[1], t);
        dydt[0] = f[0];
        dydt[1] = f[1];
        dydt[2] = -stiffness * y[2];
    }
    bool vanished(std::span<const double>) const { return false; }
};
template <class Law>
Beside(double, std::array<double, 2>, Law) -> Beside<Law>;  // clang 14 deduces none for an aggregate

/// Largest error over all recorded points, and the steps it took.
struct Run {
    double error = 0.0;
    Statistics statistics;
    std::optional<Outcome> outcome;
    double end = 0.0;
    bool finite = true;
};

template <class Model, class Exact>
Run run(const Model& model, double tolerance, double t_end, Exact exact, std::size_t limit = 400'000) {
    Integrator<Model> integrator(model, tolerance);
    Run result;
    result.outcome = integrator.advance(t_end, limit, [&](double t0, double t1, std::span<const double> points) {
        for (std::size_t j = 0; j < 5; ++j) {
            const double t = t0 + 0.25 * static_cast<double>(j) * (t1 - t0);
            result.error = std::max(result.error, std::abs(points[Model::size() * j] - exact(t)));
        }
        result.finite = result.finite && all_finite(points);
        return std::nullopt;
    });
    result.statistics = integrator.statistics();
    result.end = integrator.time();
    result.finite = result.finite && all_finite(integrator.state());
    return result;
}

/// p in error ~ steps^-p between two tolerances.
double order(const Run& coarse, const Run& fine) {
    return std::log(coarse.error / fine.error) /
           std::log(static_cast<double>(fine.statistics.steps) / static_cast<double>(coarse.statistics.steps));
}

// Two laws with explicit time and a closed solution.
const auto driven = [](const auto& y, const auto&, const auto& t) {
    using std::cos;
    using T = std::decay_t<decltype(y)>;
    return std::array<T, 2>{cos(t) - y, T(0.0)};
};
double driven_exact(double t) { return 0.5 * (std::cos(t) + std::sin(t) - std::exp(-t)); }

const auto circle = [](const auto& y, const auto& z, const auto&) {
    using T = std::decay_t<decltype(y)>;
    return std::array<T, 2>{z, -y};
};
double circle_exact(double t) { return std::cos(t); }

constexpr double stiff = 1e9;

std::optional<Restart> ignore(double, double, std::span<const double>) { return std::nullopt; }

}  // namespace

TEST_CASE("the implicit stepper's dense output has order four at least, with explicit time") {
    const Beside model{stiff, {0.0, 0.0}, driven};
    const Run coarse = run(model, 1e-5, 20.0, driven_exact), fine = run(model, 1e-9, 20.0, driven_exact);
    CHECK(fine.statistics.implicit_steps == fine.statistics.steps);
    CHECK(order(coarse, fine) > 3.8);
    CHECK(order(coarse, fine) < 5.6);
    CHECK(fine.error < 1e-7);
}

TEST_CASE("the explicit stepper's dense output has order four at least") {
    const Beside model{0.0, {1.0, 0.0}, circle};
    const Run coarse = run(model, 1e-5, 100.0, circle_exact), fine = run(model, 1e-9, 100.0, circle_exact);
    CHECK(fine.statistics.implicit_steps * 10 < fine.statistics.steps);
    CHECK(order(coarse, fine) > 3.8);
    CHECK(order(coarse, fine) < 5.5);
    CHECK(fine.error < 1e-6);  // a hundred radians at 1e-9 per step
}

TEST_CASE("both steppers find the same solution") {
    const Run implicit = run(Beside{stiff, {1.0, 0.0}, circle}, 1e-8, 10.0, circle_exact);
    const Run explicit_ = run(Beside{0.0, {1.0, 0.0}, circle}, 1e-8, 10.0, circle_exact);
    CHECK(implicit.statistics.implicit_steps == implicit.statistics.steps);
    CHECK(explicit_.statistics.implicit_steps < explicit_.statistics.steps);
    CHECK(implicit.error < 1e-6);
    CHECK(explicit_.error < 1e-6);
}

TEST_CASE("stiffness that comes and goes is followed by the choice of the stepper") {
    // y = cos t throughout, held there by k
    double k = 0.0;
    const auto law = [&k](const auto& y, const auto&, const auto& t) {
        using std::cos, std::sin;
        using T = std::decay_t<decltype(y)>;
        return std::array<T, 2>{k * (cos(t) - y) - sin(t), T(0.0)};
    };
    const Beside model{0.0, {1.0, 0.0}, law};
    Integrator integrator(model, 1e-6);
    const auto implicit_steps_to = [&](double t, double stiffness) {
        k = stiffness;
        const std::size_t before = integrator.statistics().implicit_steps;
        CHECK_FALSE(integrator.advance(t, 500, ignore));
        CHECK(std::abs(integrator.state()[0] - std::cos(t)) < 1e-5);
        return integrator.statistics().implicit_steps - before;
    };
    CHECK(implicit_steps_to(10.0, 0.0) < 50);
    CHECK(implicit_steps_to(11.0, 1e7) > 0);  // Dormand-Prince alone would need 3e6 steps of 3.3e-7 s
    CHECK(implicit_steps_to(40.0, 0.0) < 50);
}

TEST_CASE("advance arrives exactly, in one go or in pieces, with the same solution") {
    const Beside model{0.0, {0.0, 0.0}, driven};
    Integrator integrator(model, 1e-9);
    for (const double t : {1e-7, 0.1, std::nextafter(0.1, 1.0), 0.1 + 1e-12, 1.0 / 3.0, 7.7}) {
        CHECK_FALSE(integrator.advance(t, 1000, ignore));
        CHECK(integrator.time() == t);
        CHECK(std::abs(integrator.state()[0] - driven_exact(t)) < 1e-8);
    }
}

TEST_CASE("the last recorded time is the end") {
    double last = 0.0;
    const Beside model{0.0, {0.0, 0.0}, driven};
    Integrator integrator(model, 1e-6);
    integrator.advance(2.3, 1000, [&](double t0, double t1, std::span<const double>) {
        CHECK(t0 == last);
        CHECK(t1 > t0);
        last = t1;
        return std::nullopt;
    });
    CHECK(last == 2.3);
}

TEST_CASE("a run stops at its step limit and can go on from there") {
    const Beside model{0.0, {1.0, 0.0}, circle};
    Integrator integrator(model, 1e-6);
    CHECK(integrator.advance(50.0, 20, ignore) == Outcome::step_limit);
    CHECK(integrator.statistics().steps == 20);
    CHECK_FALSE(integrator.advance(50.0, 100'000, ignore));
    CHECK(std::abs(integrator.state()[0] - std::cos(50.0)) < 1e-3);
}

TEST_CASE("equations that turn NaN or infinite beyond a wall are never followed across it") {
    for (const double stiffness : {0.0, stiff})
        for (const double beyond : {std::nan(""), HUGE_VAL}) {
            const auto law = [beyond](const auto& y, const auto&, const auto&) {
                using T = std::decay_t<decltype(y)>;
                return std::array<T, 2>{value(y) > 1.0 ? T(beyond) : T(1.0), T(0.0)};
            };
            const Run wall = run(Beside{stiffness, {0.0, 0.0}, law}, 1e-6, 2.0, [](double t) { return t; });
            REQUIRE(wall.outcome);
            CHECK((*wall.outcome == Outcome::step_underflow || *wall.outcome == Outcome::non_finite));
            CHECK(wall.finite);
            CHECK(wall.error < 1e-9);
            CHECK(wall.end > 0.9);  // it came close
            CHECK(wall.end <= 1.0 + 1e-9);
        }
}

TEST_CASE("a wall in time is met the same way") {
    const auto law = [](const auto& y, const auto&, const auto& t) {
        using T = std::decay_t<decltype(y)>;
        return std::array<T, 2>{value(t) > 1.0 ? T(std::nan("")) : T(1.0), T(0.0)};
    };
    const Run wall = run(Beside{stiff, {0.0, 0.0}, law}, 1e-6, 2.0, [](double t) { return t; });
    CHECK(wall.outcome);
    CHECK(wall.finite);
    CHECK(wall.end <= 1.0 + 1e-9);
}

TEST_CASE("a solution that blows up in finite time ends in a named outcome just before") {
    const auto law = [](const auto& y, const auto&, const auto&) {
        using T = std::decay_t<decltype(y)>;
        return std::array<T, 2>{y * y, T(0.0)};  // y = 1/(1 - t)
    };
    for (const double stiffness : {0.0, stiff}) {
        const Run end = run(Beside{stiffness, {1.0, 0.0}, law}, 1e-8, 2.0, [](double t) { return 1.0 / (1.0 - t); });
        REQUIRE(end.outcome);
        CHECK((*end.outcome == Outcome::step_underflow || *end.outcome == Outcome::non_finite));
        CHECK(end.finite);
        CHECK(std::abs(end.end - 1.0) < 1e-5);
    }
}

TEST_CASE("equations that are not finite from the start say so") {
    const auto law = [](const auto& y, const auto&, const auto&) {
        using T = std::decay_t<decltype(y)>;
        return std::array<T, 2>{T(std::nan("")) + y, T(0.0)};
    };
    const Run end = run(Beside{0.0, {1.0, 0.0}, law}, 1e-6, 1.0, [](double) { return 1.0; });
    CHECK(end.outcome == Outcome::non_finite);
    CHECK(end.end == 0.0);
    CHECK(end.statistics.steps == 0);
}

TEST_CASE("a sink may let the run go on from elsewhere, inside the step just taken") {
    // y' = 1; thrown back to 0 whenever it passes 0.5: a saw of three and a half teeth
    const auto law = [](const auto& y, const auto&, const auto&) {
        using T = std::decay_t<decltype(y)>;
        return std::array<T, 2>{T(1.0), T(0.0)};
    };
    for (const double stiffness : {0.0, stiff}) {
        const Beside model{stiffness, {0.0, 0.0}, law};
        Integrator integrator(model, 1e-9);
        int teeth = 0;
        double begin = 0.0;  // of the tooth
        CHECK_FALSE(integrator.advance(
            1.75, 1000, [&](double t0, double t1, std::span<const double> points) -> std::optional<Restart> {
                CHECK(std::abs(points[0] - (t0 - begin)) < 1e-12);
                if (t1 - begin < 0.5) return std::nullopt;
                ++teeth;
                begin += 0.5;
                return Restart{begin, {0.0, 0.0, 0.0}};
            }));
        CHECK(teeth == 3);
        CHECK(std::abs(integrator.state()[0] - 0.25) < 1e-12);
    }
}

TEST_CASE("a run ends where the model says that its bubble has vanished") {
    struct Shrinking : Beside<std::remove_const_t<decltype(driven)>> {
        using Linearisation [[maybe_unused]] = DenseLinearisation<Shrinking>;
        bool vanished(std::span<const double> y) const { return y[0] > 0.5; }
    };
    const Shrinking model{{0.0, {0.0, 0.0}, driven}};
    Integrator integrator(model, 1e-6);
    CHECK(integrator.advance(5.0, 1000, ignore) == Outcome::vanished);
    CHECK(integrator.time() < 2.0);
}
