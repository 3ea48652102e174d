#include "solver/dense_linearisation.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace synovia;

namespace {

/// f = (x y + t, x^2, 3 z - y): the first pivot of -J is zero at x = 1, y = 0.
struct Model {
    static constexpr std::size_t size() { return 3; }
    template <class T>
    void rates(std::span<const T> y, const T& t, std::span<T> f) const {
        f[0] = y[0] * y[1] + 2.0 * t;
        f[1] = y[0] * y[0];
        f[2] = 3.0 * y[2] - y[1];
    }
};

}  // namespace

TEST_CASE("rates, time derivative and Jacobian are the model's") {
    const Model model;
    DenseLinearisation<Model> linear(model);
    std::array<double, 3> f{}, in_time{}, column{};
    linear.update(std::array{1.0, 4.0, 5.0}, 0.5, f, in_time);
    CHECK(f == std::array{5.0, 1.0, 11.0});
    CHECK(in_time == std::array{2.0, 0.0, 0.0});
    linear.multiply(std::array{1.0, 0.0, 0.0}, column);
    CHECK(column == std::array{4.0, 2.0, 0.0});
    linear.multiply(std::array{0.0, 1.0, 1.0}, column);
    CHECK(column == std::array{1.0, 0.0, 2.0});
}

TEST_CASE("a system is solved with pivots, also where the diagonal vanishes") {
    const Model model;
    DenseLinearisation<Model> linear(model);
    std::array<double, 3> f{}, in_time{}, image{};
    for (const double y : {0.0, 4.0})
        for (const double sigma : {0.0, 4.0, 1e6}) {
            linear.update(std::array{1.0, y, 5.0}, 0.5, f, in_time);
            linear.factor(sigma);
            std::array<double, 3> u{1.0, -2.0, 3.0};
            linear.solve(u);
            linear.multiply(u, image);
            const std::array r{1.0, -2.0, 3.0};
            for (std::size_t i = 0; i < 3; ++i)
                CHECK(std::abs(sigma * u[i] - image[i] - r[i]) < 1e-13 * (1.0 + std::abs(sigma * u[i])));
        }
}
