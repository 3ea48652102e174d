// Claim: along every shipped joint no volume, no gas and no energy gets lost, pocket by pocket.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <numbers>

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "solver/draw.hpp"
#include "solver/integrate.hpp"
#include "solver/joint_model.hpp"
#include "solver/joint_watch.hpp"

using namespace synovia;

namespace {

/// A run with its states, step by step.
struct Run {
    Scenario scenario;
    JointModel model;
    History history{model.size()};
    std::vector<Event> events = {};
};

Run integrate(const Scenario& s, double tolerance) {
    Run run{s, JointModel(s)};
    Integrator<JointModel> integrator(run.model, tolerance);
    JointWatch watch(run.model);
    run.history.start(0.0, integrator.state());
    std::vector<double> stops = run.model.knots();
    stops.push_back(s.simulation.duration);
    for (const double t : stops)
        REQUIRE_FALSE(integrator.advance(t, 400'000, [&](double t0, double t1, std::span<const double> points) {
            return watch.take(t0, t1, points, run.history, run.events);
        }));
    return run;
}

using State = std::vector<double>;

State rates(const Run& run, double t, const State& y) {
    State f(y.size());
    run.model.rates(std::span<const double>(y), t, std::span<double>(f));
    return f;
}

/// Integral of f(t, y) over step k by five Gauss-Legendre points (Abramowitz & Stegun, table 25.4).
template <class F>
double integral(const History& history, std::size_t k, F f) {
    constexpr std::array x{-0.90617984593866399280, -0.53846931010568309104, 0.0, 0.53846931010568309104,
                           0.90617984593866399280};
    constexpr std::array w{0.23692688505618908751, 0.47862867049936646804, 0.56888888888888888889,
                           0.47862867049936646804, 0.23692688505618908751};
    const double middle = 0.5 * (history.times()[k] + history.times()[k + 1]);
    const double half = 0.5 * (history.times()[k + 1] - history.times()[k]);
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        State y(history.size());
        history.evaluate(k, middle + half * x[i], y);
        sum += half * w[i] * f(middle + half * x[i], y);
    }
    return sum;
}

void check_volume(const Run& run) {
    double worst = 0.0, largest = 0.0;
    for (std::size_t k = 0; k < run.history.steps(); ++k)
        for (std::size_t j = 1; j <= 4; ++j) {
            const double t = run.history.times()[k] +
                             0.25 * static_cast<double>(j) * (run.history.times()[k + 1] - run.history.times()[k]);
            const auto [opened, taken] = run.model.volumes(t, run.history.node(k, j));
            worst = std::max(worst, std::abs(opened - taken));
            largest = std::max(largest, std::abs(opened));
        }
    CHECK(worst < 4e-8 * largest);  // 3 V times the error of lambda, which is the tolerance of a step, 1e-8
}

/// What the liquid holds of a gas, relative to what it held at first, read off the exchange:
/// dn_i/dt = 4 pi R^2 D_i (c_i - L_i n_i T_g/(V_b T)) (1/R + 1/sqrt(D_i s)), the gate being open.
double dissolved(const Run& run, double t, const State& y, std::size_t gas) {
    const GasSpecies g = std::array{run.scenario.gas.co2, run.scenario.gas.n2, run.scenario.gas.o2}[gas - 6];
    const Sample now = run.model.observe(t, y);
    const double layer_age = std::expm1(y[9]) * std::exp(-4.0 * y[4]);
    const double exchange = 4.0 * std::numbers::pi * now.radius * now.radius * g.diffusivity *
                            (1.0 / now.radius + 1.0 / std::sqrt(g.diffusivity * layer_age));
    const double V_l = run.scenario.fluid.volume;
    const double warmth = std::exp(y[10]);  // of the gas over that of the body
    return rates(run, t, y)[gas] * V_l / exchange + g.ostwald * y[gas] * warmth * V_l / now.bubble_volume;
}

/// Bubble and liquid together keep the gas of t = 0, when the liquid held as much as the tissue makes it hold.
void check_gas_kept(const Run& run, std::size_t gas) {
    const double at_first = run.history.node(0, 0)[gas];
    for (std::size_t k = 0; k < run.history.steps(); ++k) {
        const auto end = run.history.node(k, 4);
        const State y(end.begin(), end.end());
        if (run.scenario.bubble.stabilised && y[4] < std::log(50.0)) continue;  // the gate is not open, to 1e-10
        const double in_liquid = dissolved(run, run.history.times()[k + 1], y, gas);
        REQUIRE(std::abs(in_liquid + y[gas] - (1.0 + at_first)) < 1e-9 * (1.0 + at_first));
        REQUIRE(in_liquid > 0.0);
    }
}

/// moles: state component 6, 7 or 8, relative to what the liquid held at first.
void check_gas(const Run& run, std::size_t gas) {
    const double at_first = run.history.node(0, 0)[gas];
    double in_bubble = at_first, worst = 0.0;
    for (std::size_t k = 0; k < run.history.steps(); ++k) {
        in_bubble += integral(run.history, k, [&](double t, const State& y) { return rates(run, t, y)[gas]; });
        worst = std::max(worst, std::abs(run.history.node(k, 4)[gas] - in_bubble));
        REQUIRE(run.history.node(k, 4)[gas] < 1.0 + at_first);  // no more than there was
        REQUIRE(run.history.node(k, 4)[gas] > -1e-9);           // nor less than nothing
    }
    CHECK(worst < 1e-8);
}

void check_energy(const Run& run) {
    const JointModel& model = run.model;
    double balance = model.stored_energy(0.0, run.history.node(0, 0)), gross = 0.0, worst = 0.0;
    for (std::size_t k = 0; k < run.history.steps(); ++k) {
        const auto power = [&](double t, const State& y) { return model.powers(t, y); };
        balance += integral(run.history, k, [&](double t, const State& y) {
            const JointModel::Powers p = power(t, y);
            return p.drive - p.dissipation + p.expansion;
        });
        gross += integral(run.history, k, [&](double t, const State& y) { return std::abs(power(t, y).drive); });
        worst = std::max(worst,
                         std::abs(model.stored_energy(run.history.times()[k + 1], run.history.node(k, 4)) - balance));
    }
    CHECK(worst < 3e-7 * gross);  // thousands of local errors of 1e-8
}

/// Where a component of a pocket stands in a state.
std::size_t place(std::size_t pocket, joint_layout::PocketIndex index) { return joint_layout::pocket(pocket) + index; }

/// A closing bubble leaves its nucleus behind: what it held besides is in the liquid again.
std::vector<double> closings(const Run& run) {
    std::vector<double> times;
    for (const Event& e : run.events)
        if (e.kind == EventKind::closing) times.push_back(e.time);
    return times;
}

/// As check_gas(), of one pocket of several until the first bubble closes.
void check_gas_of(const Run& run, std::size_t pocket) {
    const std::vector<double> closed = closings(run);
    for (const auto gas : {joint_layout::co2, joint_layout::n2, joint_layout::o2}) {
        const std::size_t i = place(pocket, gas);
        double in_bubble = run.history.node(0, 0)[i], worst = 0.0;
        for (std::size_t k = 0; k < run.history.steps(); ++k) {
            if (!closed.empty() && run.history.times()[k + 1] > closed.front()) break;
            in_bubble += integral(run.history, k, [&](double t, const State& y) { return rates(run, t, y)[i]; });
            worst = std::max(worst, std::abs(run.history.node(k, 4)[i] - in_bubble));
            REQUIRE(run.history.node(k, 4)[i] > -1e-9);
        }
        CHECK(worst < 1e-8);
    }
}

}  // namespace

TEST_CASE("volume, gas and energy balance along every shipped joint of one bubble") {
    const std::array shipped{std::filesystem::path(SYNOVIA_PRESETS)};
    int joints = 0;
    for (const std::string& name : preset::shipped_names(shipped)) {
        const Scenario s = preset::load(name, shipped).scenario;
        if (s.kind != Kind::joint || leaves_joint_open(s) || leaves_take_open(s)) continue;
        INFO(name);
        ++joints;
        const Run run = integrate(s, 1e-8);
        check_volume(run);
        for (const std::size_t gas : {6u, 7u, 8u}) {
            check_gas(run, gas);
            check_gas_kept(run, gas);
        }
        check_energy(run);
    }
    CHECK(joints >= 9);
}

TEST_CASE("volume, gas and energy balance along every shipped joint with pockets") {
    const std::array shipped{std::filesystem::path(SYNOVIA_PRESETS)};
    int joints = 0;
    for (const std::string& name : preset::shipped_names(shipped)) {
        const Scenario preset = preset::load(name, shipped).scenario;
        if (preset.kind != Kind::joint || !leaves_joint_open(preset)) continue;
        INFO(name);
        ++joints;
        const Run run = integrate(draw_take(draw_joint(preset, 1), 1), 1e-8);
        CHECK(std::count_if(run.events.begin(), run.events.end(),
                            [](const Event& e) { return e.kind == EventKind::firing; }) >= 2);
        check_volume(run);
        for (std::size_t k = 0; k < run.model.pockets(); ++k) check_gas_of(run, k);
        check_energy(run);
    }
    CHECK(joints >= 6);
}
