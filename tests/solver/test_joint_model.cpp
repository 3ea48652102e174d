#include "solver/joint_model.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "tests/solver/compare.hpp"

using namespace synovia;
using test::relative_error;

namespace {

constexpr double pi = std::numbers::pi;
using State = std::array<double, 10>;

/// A joint with one pocket as the ten numbers x, v, lambda, U, V_w, V_r, moles and omega; the bubble awake. x in mm, v
/// in 0.1 m/s, U in m/s, volumes in A x 1 mm, moles in those that the liquid holds.
class OneBubble {
public:
    explicit OneBubble(const Scenario& s) : model_(s) {}

    State rest() const { return ten(std::span<const double>(model_.rest())); }
    template <class T>
    std::array<T, 10> rates(const std::array<T, 10>& y, const T& t) const {
        std::vector<T> f(model_.size()), all = full(y);
        model_.rates(std::span<const T>(all), t, std::span<T>(f));
        return ten(std::span<const T>(f));
    }
    Sample observe(double t, const State& y) const { return model_.observe(t, full(y)); }
    double gap_rate(double t, const State& y) const { return model_.gap_rate(t, full(y)); }
    double stored_energy(double t, const State& y) const { return model_.stored_energy(t, full(y)); }
    JointModel::Powers powers(double t, const State& y) const { return model_.powers(t, full(y)); }
    void steer(const CubicPiece& piece) { model_.steer(piece); }
    std::vector<double> knots() const { return model_.knots(); }

private:
    static constexpr std::array<std::size_t, 10> place{
        joint_layout::opening, joint_layout::rate, 4, 5, 3, joint_layout::refill, 6, 7, 8, 9};
    static constexpr std::array<double, 10> unit{1.0, 10.0, 1.0, 5.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};  // of the model

    template <class T>
    static std::array<T, 10> ten(std::span<const T> all) {
        std::array<T, 10> y;
        for (std::size_t i = 0; i < 10; ++i) y[i] = all[place[i]] * unit[i];
        return y;
    }
    template <class T>
    std::vector<T> full(const std::array<T, 10>& y) const {
        const std::vector<double> start = model_.rest();
        std::vector<T> all(start.begin(), start.end());
        for (std::size_t i = 0; i < 10; ++i) all[place[i]] = y[i] * (1.0 / unit[i]);
        return all;
    }

    JointModel model_;
};

constexpr double mm = 1e-3, v_scale = 0.1;
double volume_scale(const Scenario& s) { return pi * std::pow(s.joint.articular_radius, 2) * mm; }

/// A joint in the middle of a pop: gap opening, bubble growing and breathing gas, everything in motion.
const State moving{0.8, 0.3, 7.0, 1.2, 0.2, 0.4, 0.01, 0.02, 0.03, 19.0};
constexpr double when = 0.06;

Scenario with(TractionKind traction, GasModel gas) {
    Scenario s;
    s.traction.kind = traction;
    s.gas.model = gas;
    s.gas.polytropic_exponent = 1.3;
    return s;
}

/// Every kind of joint there is.
std::vector<Scenario> kinds() {
    std::vector<Scenario> all;
    for (const TractionKind traction : {TractionKind::pull, TractionKind::force, TractionKind::gap})
        for (const GasModel gas : {GasModel::species, GasModel::polytropic}) all.push_back(with(traction, gas));
    all.push_back(with(TractionKind::pull, GasModel::species));
    all.back().bubble.stabilised = false;
    all.push_back(with(TractionKind::pull, GasModel::species));
    all.back().fluid.rheology = Rheology::newtonian;
    return all;
}

}  // namespace

TEST_CASE("a joint at rest stays at rest, whatever its kind") {
    for (const Scenario& s : kinds()) {
        const OneBubble model(s);
        const State y = model.rest(), f = model.rates(y, 0.0);
        for (const std::size_t i : {0u, 1u, 2u, 4u, 5u}) CHECK(f[i] == 0.0);
        // the wall feels the rounding of p_g (5e5 Pa), over its inertia rho R
        const double per_bit = 0x1p-52 * 5e5 / (s.fluid.density * s.bubble.nucleus_radius);
        CHECK(std::abs(f[3]) < 4.0 * per_bit);
        CHECK(model.observe(0.0, y).gap_pressure == s.joint.resting_pressure);
        CHECK(relative_error(std::expm1(y[9]), 1e-4) < 1e-14);  // age of the diffusion layer [s]
        CHECK(relative_error(model.stored_energy(0.0, y), 4.0 * pi * 0.055 * 9e-14) < 1e-12);  // the nucleus' surface
    }
}

TEST_CASE("the derivatives by duals are those by differences") {
    for (const Scenario& s : kinds()) {
        const OneBubble model(s);
        std::array<std::array<Dual<1>, 10>, 11> f;  // last: in t
        for (std::size_t j = 0; j <= 10; ++j) {
            std::array<Dual<1>, 10> y;
            for (std::size_t i = 0; i < 10; ++i) y[i] = i == j ? Dual<1>::variable(moving[i], 0) : Dual<1>(moving[i]);
            f[j] = model.rates(y, j == 10 ? Dual<1>::variable(when, 0) : Dual<1>(when));
        }
        for (std::size_t i = 0; i < 10; ++i) {
            double row = std::abs(f[0][i].v);
            for (std::size_t j = 0; j <= 10; ++j) row = std::max(row, std::abs(f[j][i].d[0]));
            for (std::size_t j = 0; j <= 10; ++j) {
                const auto f_i = [&](double shift) {
                    State shifted = moving;
                    if (j < shifted.size()) shifted[j] += shift;
                    return model.rates(shifted, j < shifted.size() ? when : when + shift)[i];
                };
                // h^4 = 1e-12 of a row's fifth derivative (3^5/30 for the gas), rounding over h 2e-13
                CHECK(std::abs(f[j][i].d[0] - test::difference_quotient(f_i, 0.0, 1e-3 * (j == 10 ? 0.1 : 1.0))) <=
                      2e-10 * row);
            }
        }
    }
}

TEST_CASE("wall, refill and bubble share the volume that the bone opens") {
    for (const Scenario& s : kinds()) {
        const OneBubble model(s);
        const State f = model.rates(moving, when);
        const Sample now = model.observe(when, moving);
        const double wall_and_refill = (f[4] + f[5]) * volume_scale(s);
        const double bubble = 4.0 * pi * now.radius * now.radius * now.wall_velocity;
        const double opened = pi * std::pow(s.joint.articular_radius, 2) * now.gap_rate;
        CHECK(std::abs(wall_and_refill + bubble - opened) < 1e-14 * (std::abs(bubble) + std::abs(opened)));
    }
}

TEST_CASE("the gap pressure is what wall and refill feel through their resistances") {
    const Scenario s;
    const OneBubble model(s);
    const State f = model.rates(moving, when);
    const Sample now = model.observe(when, moving);
    const double V_w = moving[4] * volume_scale(s), V_r = moving[5] * volume_scale(s);
    const double dV_w = f[4] * volume_scale(s), dV_r = f[5] * volume_scale(s);
    const double R_w = 0.3 / (2.0 * pi * 1000.0 * 3e-13);
    CHECK(relative_error(100300.0 - V_w / 3e-13 - R_w * dV_w, now.gap_pressure) < 1e-12);
    // Stefan film of h = 0.9 mm at the shear rate |v| a/h^2
    const double h = 0.9e-3, gamma = 0.03 * 6.9e-3 / (h * h);
    const double R_f = 3.0 * (5e-3 + 0.995 * std::pow(1.0 + gamma * gamma, -0.3)) / (2.0 * pi * h * h * h);
    CHECK(relative_error(100300.0 - V_r / 5e-12 - (R_f + 2e11) * dV_r, now.gap_pressure) < 1e-12);
}

TEST_CASE("the bone obeys Newton under the hand, the tissue and the suction") {
    Scenario s;
    const auto acceleration = [&](const State& y) { return OneBubble(s).rates(y, when)[1] * v_scale; };
    const double x = 0.8e-3, v = 0.03;
    const double suction = pi * 6.9e-3 * 6.9e-3 * (100300.0 - OneBubble(s).observe(when, moving).gap_pressure);
    const double tissue = 8e3 * x + 1.5e9 * x * x * x + 5.0 * v;
    const double w = minimum_jerk(when, 0.0, 0.15).value;
    CHECK(relative_error(acceleration(moving), (2e4 * (6e-3 * w - x) - tissue - suction) / 0.03) < 1e-12);
    s.traction.kind = TractionKind::force;
    CHECK(relative_error(acceleration(moving), (100.0 * w - tissue - suction) / 0.03) < 1e-12);
}

TEST_CASE("a closed gap meets cartilage, and the film never closes") {
    Scenario s;
    s.traction.kind = TractionKind::force;
    s.traction.force = 0.0;
    const OneBubble model(s);
    State y = model.rest();
    y[0] = -1e-3;  // 1 um into the cartilage
    CHECK(relative_error(model.rates(y, 0.0)[1] * v_scale, 5e5 * 1e-6 / 0.03) < 1e-12);
    // Ten films deep or twenty, the film is a twentieth of the one at rest: the refill feels the same resistance.
    y[1] = -0.5;
    y[0] = -1.0;
    const double ten_deep = model.rates(y, 0.0)[5];
    y[0] = -2.0;
    CHECK(model.rates(y, 0.0)[5] == ten_deep);
    y[0] = -0.05;  // half closed: four times the film
    CHECK(std::abs(model.rates(y, 0.0)[5]) > std::abs(ten_deep));
}

TEST_CASE("a prescribed gap is where the hand says, whatever the state says") {
    const Scenario s = with(TractionKind::gap, GasModel::species);
    const Sample now = OneBubble(s).observe(when, moving);
    const Motion<double> w = minimum_jerk(when, 0.0, 0.15);
    CHECK(now.gap == 1e-4 + 6e-3 * w.value);
    CHECK(now.gap_rate == 6e-3 * w.rate);
    CHECK(OneBubble(s).gap_rate(when, moving) == 6e-3 * w.rate);
}

TEST_CASE("a steered hand replaces the preset's ramp") {
    OneBubble model(with(TractionKind::gap, GasModel::species));
    model.steer({.t0 = 0.0, .t1 = 1.0, .x0 = 0.0, .x1 = 2e-3, .v0 = 2e-3, .v1 = 2e-3});
    CHECK(relative_error(model.observe(0.25, model.rest()).gap, 1e-4 + 0.5e-3) < 1e-14);
    CHECK(relative_error(model.observe(0.25, model.rest()).gap_rate, 2e-3) < 1e-14);
    CHECK(model.knots().empty());
}

TEST_CASE("the bubble obeys Rayleigh and Plesset in the gap") {
    for (const Scenario& s : kinds()) {
        const OneBubble model(s);
        const double R = 3e-7 * std::exp(7.0), U = 1.2;
        const double dU = model.rates(moving, when)[3];
        const Sample now = model.observe(when, moving);
        const double mu = wall_viscosity(s.fluid, R, U).mu;
        const double p_B = now.gas_pressure + 6280.0 - 2.0 * 0.055 / R - 4.0 * mu * U / R;
        CHECK(std::abs(R * dU + 1.5 * U * U - (p_B - now.gap_pressure) / 1010.0) < 1e-11);
        CHECK(relative_error(now.volume_acceleration, 4.0 * pi * (2.0 * R * U * U + R * R * dU)) < 1e-14);
        CHECK(relative_error(now.pressure, 1.204 / (4.0 * pi * 0.3) * now.volume_acceleration) < 1e-14);
    }
}

TEST_CASE("species gas is ideal, polytropic gas follows its exponent and exchanges nothing") {
    const double R = 3e-7 * std::exp(7.0);
    const Sample species = OneBubble(with(TractionKind::pull, GasModel::species)).observe(when, moving);
    const double moles = species.gas_mol[0] + species.gas_mol[1] + species.gas_mol[2];
    CHECK(relative_error(species.gas_pressure, moles * 8.314462618 * 310.15 / (4.0 / 3.0 * pi * R * R * R)) < 1e-13);

    const OneBubble model(with(TractionKind::pull, GasModel::polytropic));
    const double p_g0 = 100300.0 + 2.0 * 0.055 / 3e-7 - 6280.0;
    CHECK(relative_error(model.observe(when, moving).gas_pressure, p_g0 * std::exp(-3.0 * 1.3 * 7.0)) < 1e-13);
    for (std::size_t i = 6; i < 10; ++i) CHECK(model.rates(moving, when)[i] == 0.0);
    CHECK(model.observe(when, moving).gas_mol == std::array{0.0, 0.0, 0.0});
}

TEST_CASE("gas diffuses through the stretched layer as Epstein and Plesset have it") {
    const double RT = 8.314462618 * 310.15, U = 1.2;
    for (const double R0 : {3e-7, 1e-3}) {  // a nucleus, and a residual bubble with three times the liquid's nitrogen
        Scenario s;
        s.bubble.stabilised = false;
        s.bubble.nucleus_radius = R0;
        const OneBubble model(s);
        const GasSpecies& g = s.gas.n2;
        const double at_first = (100300.0 + 2.0 * 0.055 / R0 - 6280.0) * 4.0 / 3.0 * pi * R0 * R0 * R0 / RT *
                                g.partial_pressure / (6.1e3 + 76.4e3 + 6.4e3);
        const double dissolved = g.ostwald * g.partial_pressure / RT;
        const double gained = 0.02 * dissolved * s.fluid.volume, n = at_first + gained;
        State y = moving;
        y[7] = n / (dissolved * s.fluid.volume);
        const double R = R0 * std::exp(7.0), layer_age = std::expm1(19.0) * std::exp(-4.0 * 7.0);
        const double c = dissolved - gained / s.fluid.volume, c_s = g.ostwald * n / (4.0 / 3.0 * pi * R * R * R);
        const double flux =
            4.0 * pi * R * R * g.diffusivity * (c - c_s) * (1.0 / R + 1.0 / std::sqrt(g.diffusivity * layer_age));
        const State f = model.rates(y, when);
        CHECK(relative_error(f[7] * dissolved * s.fluid.volume, flux) < 1e-12);
        // omega = ln(1 + s exp(4 lambda)) with ds/dt = pi - 4 s U/R
        const double rate = pi - 4.0 * layer_age * U / R;
        CHECK(relative_error(f[9], (rate + 4.0 * layer_age * U / R) * std::exp(4.0 * 7.0 - 19.0)) < 1e-12);
    }
}

TEST_CASE("a bubble whose gases have the tissue's partial pressures takes and gives none, however large") {
    Scenario s;
    s.bubble.stabilised = false;
    s.bubble.nucleus_radius = 1e-3;
    s.gas.initial_pressure = 6.1e3 + 76.4e3 + 6.4e3;
    const OneBubble model(s);
    State y = model.rest();
    for (const std::size_t i : {6u, 7u, 8u}) {
        const auto rate = [&](double moles) {
            State other = y;
            other[i] = moles * y[i];
            return model.rates(other, 0.0)[i];
        };
        CHECK(std::abs(rate(1.0)) < 1e-13 * std::abs(rate(1.01)));  // rounding of 1 over 1 %
        CHECK(rate(1.01) < 0.0);
    }
}

TEST_CASE("the skin of a nucleus lets no gas through until it has grown five times") {
    Scenario sealed, open;
    open.bubble.stabilised = false;
    const auto share = [&](double growth) {
        State y = OneBubble(open).rest();
        y[2] = std::log(growth);
        return OneBubble(sealed).rates(y, 0.0)[6] / OneBubble(open).rates(y, 0.0)[6];
    };
    CHECK(relative_error(share(1.0), 0.5 * (1.0 - std::tanh(std::log(5.0) / 0.2))) < 1e-9);  // 1e-7: cancellation
    CHECK(relative_error(share(5.0), 0.5) < 1e-14);
    CHECK(relative_error(share(25.0), 1.0) < 1e-6);
    CHECK(share(1000.0) == 1.0);
}

TEST_CASE("what the drive and the gas give is stored or dissipated, at every instant") {
    for (const Scenario& s : kinds()) {
        const OneBubble model(s);
        const State f = model.rates(moving, when);
        const auto energy = [&](double shift) {
            State y = moving;
            for (std::size_t i = 0; i < y.size(); ++i) y[i] += shift * f[i];
            return model.stored_energy(when + shift, y);
        };
        const JointModel::Powers power = model.powers(when, moving);
        const double gross = std::abs(power.drive) + power.dissipation + std::abs(power.expansion);
        // the state moves by 1e-3 of itself in 1e-8 s
        const double growth = test::difference_quotient(energy, 0.0, 1e-8);
        CHECK(std::abs(growth - (power.drive - power.dissipation + power.expansion)) < 1e-7 * gross);
        CHECK(power.dissipation > 0.0);
    }
}

TEST_CASE("an initial gas pressure out of equilibrium pushes the wall") {
    Scenario s;
    s.gas.initial_pressure = 1e6;
    const OneBubble model(s);
    CHECK(relative_error(model.observe(0.0, model.rest()).gas_pressure, 1e6) < 1e-14);
    const double excess = 1e6 + 6280.0 - 2.0 * 0.055 / 3e-7 - 100300.0;
    CHECK(relative_error(model.rates(model.rest(), 0.0)[3], excess / (1010.0 * 3e-7)) < 1e-12);
}
