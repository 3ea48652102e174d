#include "solver/pocket.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "tests/solver/compare.hpp"
#include "tests/solver/joint_oracle.hpp"

using namespace synovia;
using test::relative_error;

TEST_CASE("three pockets, one growing, one collapsing, one asleep, move as another program has it") {
    // Reference: an independent right-hand side in Python, to 1e-9.
    const JointModel model(test::three_pockets());
    const std::vector<double> y = test::cracking(model);
    std::vector<double> f(model.size());
    model.rates(std::span<const double>(y), test::cracking_time, std::span<double>(f));
    std::array<PocketSample, 3> now;
    model.observe_pockets(test::cracking_time, y, now);

    const std::array p{-63312.583535017395, -42115.957082894136, -50247.996162010604};
    const std::array dV_w{-4.7973425649209004e-05, 8.560171214082107e-05, 3.4431614335358107e-06};
    for (std::size_t k = 0; k < 3; ++k) {
        CHECK(relative_error(now[k].pressure, p[k]) < 1e-9);
        CHECK(relative_error(f[joint_layout::pocket(k)] * model.pocket(k).area() * 1e-3, dV_w[k]) < 1e-9);
    }
    CHECK(relative_error(now[2].nucleus_pressure, -52543.8023864532) < 1e-9);
    CHECK(relative_error(now[0].volume_acceleration, 0.5140955242533846) < 1e-9);
    CHECK(relative_error(now[1].volume_acceleration, 2.3209488642067186) < 1e-9);
    CHECK(now[2].volume_acceleration == 0.0);
    CHECK(relative_error(f[joint_layout::rate], 493.2559619554459) < 1e-9);
    CHECK(relative_error(f[joint_layout::refill] * model.pocket(0).area() / 0.5 * 1e-3, 7.532033906238953e-07) < 1e-9);
    CHECK(relative_error(f[joint_layout::pocket(0) + joint_layout::theta], 1804.7978416853905) < 1e-9);
    CHECK(relative_error(f[joint_layout::pocket(1) + joint_layout::theta], 30867.300661718276) < 1e-9);
    CHECK(relative_error(f[joint_layout::pocket(0) + joint_layout::co2] * model.pocket(0).dissolved_moles()[0],
                         8.616296601723777e-07) < 1e-9);
    CHECK(relative_error(f[joint_layout::pocket(1) + joint_layout::co2] * model.pocket(1).dissolved_moles()[0],
                         1.5622671672213637e-07) < 1e-9);
    CHECK(relative_error(model.stored_energy(test::cracking_time, y), 0.0070010554188853396) < 1e-9);
}

TEST_CASE("what the drive and the gas give a cracking joint is stored, dissipated or radiated, at every instant") {
    for (const Scenario& s : test::every_joint()) {
        const JointModel model(s);
        for (const std::vector<double>& y : test::every_state(model)) {
            std::vector<double> f(model.size());
            model.rates(std::span<const double>(y), test::cracking_time, std::span<double>(f));
            const auto energy = [&](double shift) {
                std::vector<double> moved = y;
                for (std::size_t i = 0; i < y.size(); ++i) moved[i] += shift * f[i];
                return model.stored_energy(test::cracking_time + shift, moved);
            };
            const JointModel::Powers power = model.powers(test::cracking_time, y);
            const double gross = std::abs(power.drive) + std::abs(power.dissipation) + std::abs(power.expansion);
            double fastest = 1e6;  // [1/s]; the state moves by 1e-4 of itself
            for (std::size_t k = 0; k < 3; ++k)
                fastest = std::max(fastest, std::abs(model.wall_velocity(y, k)) / model.radius(y, k));
            const double growth = test::difference_quotient(energy, 0.0, 1e-4 / fastest);
            const double rounding = 1e-11 * model.stored_energy(test::cracking_time, y) * fastest;
            CHECK(std::abs(growth - (power.drive - power.dissipation + power.expansion)) < 1e-6 * gross + rounding);
        }
    }
}

TEST_CASE("the gas that is left begins the next pull, with its liquid and its layer") {
    const Scenario s = test::three_pockets();
    const JointModel model(s);
    const JointStart left = model.left_over(test::cracking(model));
    REQUIRE(left.size() == 3);
    CHECK(left[2].moles == std::array{0.0, 0.0, 0.0});
    const JointModel again(s, left);
    const std::vector<double> y = again.rest();
    for (std::size_t k = 0; k < 3; ++k) {
        const PocketState<double> state = again.get(y, k);
        CHECK(state.phase == (k < 2 ? Phase::bare : Phase::asleep));
        for (std::size_t i = 0; i < 3; ++i)
            CHECK(relative_error(again.pocket(k).dissolved(state)[i], left[k].dissolved[i]) < 1e-14);
        if (k == 2) continue;
        CHECK(relative_error(state.n[0], left[k].moles[0]) < 1e-15);
        CHECK(relative_error(Pocket::layer_age(state), left[k].layer_age) < 1e-12);
    }
    CHECK(std::abs(again.observe(0.0, y).volume_acceleration) < 1e-9);  // in mechanical equilibrium
}
