#include "solver/spectral_radius.hpp"

#include <doctest/doctest.h>

using namespace synovia;

namespace {

/// A matrix as the partial derivatives of a linear map; the last partial (time) must be ignored.
template <std::size_t N>
std::array<Dual<N + 1>, N> as_duals(const std::array<std::array<double, N>, N>& matrix) {
    std::array<Dual<N + 1>, N> f;
    for (std::size_t i = 0; i < N; ++i) {
        for (std::size_t j = 0; j < N; ++j) f[i].d[j] = matrix[i][j];
        f[i].d[N] = 1e9;
    }
    return f;
}

/// The estimate after a few reviews, as the integrator makes them.
template <std::size_t N>
double estimate(const std::array<std::array<double, N>, N>& matrix) {
    SpectralRadius<N> radius;
    double rho = 0.0;
    for (int i = 0; i < 10; ++i) rho = radius.update(as_duals(matrix));
    return rho;
}

}  // namespace

TEST_CASE("a dominant real eigenvalue is found by its modulus") {
    // eigenvalues -100 and -1; forty products leave (1/100)^40 of the other
    CHECK(std::abs(estimate<2>({{{-100.0, 3.0}, {0.0, -1.0}}}) - 100.0) < 1e-10);
}

TEST_CASE("a complex pair is found by its modulus within a factor of two") {
    // x'' + 2 x' + 2500 x: the direction turns for ever; modulus 50, and the skew of the basis averages out in part
    const double rho = estimate<2>({{{0.0, 1.0}, {-2500.0, -2.0}}});
    CHECK(rho > 25.0);
    CHECK(rho < 100.0);
    // a pure rotation has no skew
    CHECK(std::abs(estimate<2>({{{0.0, 50.0}, {-50.0, 0.0}}}) - 50.0) < 1e-12);
}

TEST_CASE("no motion has radius zero, and the next Jacobian is judged anew") {
    SpectralRadius<2> radius;
    CHECK(radius.update(as_duals<2>({})) == 0.0);
    CHECK(std::abs(radius.update(as_duals<2>({{{-7.0, 0.0}, {0.0, -7.0}}})) - 7.0) < 1e-13);
}

TEST_CASE("an overflowing Jacobian does not poison later estimates") {
    SpectralRadius<2> radius;
    CHECK(radius.update(as_duals<2>({{{HUGE_VAL, 0.0}, {0.0, 1.0}}})) == 0.0);
    CHECK(std::abs(radius.update(as_duals<2>({{{-7.0, 0.0}, {0.0, -7.0}}})) - 7.0) < 1e-13);
}
