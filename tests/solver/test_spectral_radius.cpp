#include "solver/spectral_radius.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace synovia;

namespace {

template <std::size_t N>
using Matrix = std::array<std::array<double, N>, N>;

template <std::size_t N>
double update(SpectralRadius& radius, const Matrix<N>& matrix) {
    return radius.update([&](const std::vector<double>& in, std::vector<double>& out) {
        for (std::size_t i = 0; i < N; ++i) {
            out[i] = 0.0;
            for (std::size_t j = 0; j < N; ++j) out[i] += matrix[i][j] * in[j];
        }
    });
}

/// The estimate after a few reviews, as the integrator makes them.
template <std::size_t N>
double estimate(const Matrix<N>& matrix) {
    SpectralRadius radius(N);
    double rho = 0.0;
    for (int i = 0; i < 10; ++i) rho = update(radius, matrix);
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
    SpectralRadius radius(2);
    CHECK(update<2>(radius, {}) == 0.0);
    CHECK(std::abs(update<2>(radius, {{{-7.0, 0.0}, {0.0, -7.0}}}) - 7.0) < 1e-13);
}

TEST_CASE("an overflowing Jacobian does not poison later estimates") {
    SpectralRadius radius(2);
    CHECK(update<2>(radius, {{{HUGE_VAL, 0.0}, {0.0, 1.0}}}) == 0.0);
    CHECK(std::abs(update<2>(radius, {{{-7.0, 0.0}, {0.0, -7.0}}}) - 7.0) < 1e-13);
}
