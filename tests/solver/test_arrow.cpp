#include "solver/arrow.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/solver/joint_oracle.hpp"

using namespace synovia;

namespace {

/// Calls f(model, state) for every joint in every state.
template <class F>
void for_each_state(F f) {
    for (const Scenario& s : test::every_joint()) {
        const JointModel model(s);
        for (const std::vector<double>& y : test::every_state(model)) f(model, y);
    }
}

}  // namespace

TEST_CASE("the Jacobian in closed form is that of dual numbers") {
    for_each_state([](const JointModel& model, const std::vector<double>& y) {
        const std::size_t n = model.size();
        const auto exact = test::jacobian_by_duals(model, y, test::cracking_time);
        JointModel::Linearisation closed(model);
        std::vector<double> rates(n), in_time(n), unit(n), column(n), row(n);
        closed.update(y, test::cracking_time, rates, in_time);
        for (std::size_t j = 0; j < n; ++j)
            for (std::size_t i = 0; i < n; ++i) row[i] = std::max(row[i], std::abs(exact[j][i]));
        for (std::size_t j = 0; j < n; ++j) {
            std::fill(unit.begin(), unit.end(), 0.0);
            unit[j] = 1.0;
            closed.multiply(unit, column);
            // duals carry the rounding of terms that cancel: of the row's largest entry
            for (std::size_t i = 0; i < n; ++i)
                CHECK(std::abs(column[i] - exact[j][i]) <= 1e-10 * std::abs(exact[j][i]) + 1e-14 * row[i]);
        }
        for (std::size_t i = 0; i < n; ++i) CHECK(std::abs(in_time[i] - exact[n][i]) <= 1e-12 * std::abs(exact[n][i]));
    });
}

TEST_CASE("elimination solves the system it stands for, however stiff") {
    for_each_state([](const JointModel& model, const std::vector<double>& y) {
        const std::size_t n = model.size();
        const auto exact = test::jacobian_by_duals(model, y, test::cracking_time);
        JointModel::Linearisation closed(model);
        std::vector<double> rates(n), in_time(n), image(n);
        closed.update(y, test::cracking_time, rates, in_time);
        for (const double sigma : {1e3, 1e6, 1e9}) {
            std::vector<double> r(n);
            for (std::size_t i = 0; i < n; ++i) r[i] = std::sin(1.0 + 7.0 * static_cast<double>(i));
            std::vector<double> u = r;
            closed.factor(sigma);
            closed.solve(u);
            closed.multiply(u, image);
            for (std::size_t i = 0; i < n; ++i) {
                double size = std::abs(sigma * u[i]) + std::abs(r[i]);
                for (std::size_t j = 0; j < n; ++j) size += std::abs(exact[j][i] * u[j]);
                CHECK(std::abs(sigma * u[i] - image[i] - r[i]) <= 1e-11 * size);
            }
        }
    });
}
