// The Jacobian of a small model by dual numbers, and linear systems with it.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>

#include "solver/dual.hpp"

namespace synovia {

/// What the implicit stepper needs of a model with `Model::size()` components, known when it is compiled, and
/// rates(y, t, dydt) for double and Dual.
template <class Model>
class DenseLinearisation {
public:
    explicit DenseLinearisation(const Model& model) : model_(&model) {}

    /// Takes the derivatives at (y, t). `dydt` and `dfdt` get the rates and their derivative in t (shapes: size).
    void update(std::span<const double> y, double t, std::span<double> dydt, std::span<double> dfdt) {
        std::array<Partial, n> dual, f;
        for (std::size_t i = 0; i < n; ++i) dual[i] = Partial::variable(y[i], i);
        model_->rates(std::span<const Partial>(dual), Partial::variable(t, n), std::span<Partial>(f));
        for (std::size_t i = 0; i < n; ++i) {
            std::copy_n(f[i].d.begin(), n, jacobian_[i].begin());
            dydt[i] = f[i].v;
            dfdt[i] = f[i].d[n];
        }
    }

    /// Prepares solve() for sigma - J, by elimination with the largest pivot of each column.
    void factor(double sigma) {
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) lu_[i][j] = (i == j ? sigma : 0.0) - jacobian_[i][j];
        for (std::size_t j = 0; j < n; ++j) {
            std::size_t best = j;
            for (std::size_t i = j + 1; i < n; ++i)
                if (std::abs(lu_[i][j]) > std::abs(lu_[best][j])) best = i;
            pivot_[j] = best;
            std::swap(lu_[j], lu_[best]);
            for (std::size_t i = j + 1; i < n; ++i) {
                lu_[i][j] /= lu_[j][j];
                for (std::size_t k = j + 1; k < n; ++k) lu_[i][k] -= lu_[i][j] * lu_[j][k];
            }
        }
    }
    /// Replaces r by the solution u of (sigma - J) u = r. Not finite where the matrix is singular.
    void solve(std::span<double> r) const {
        for (std::size_t j = 0; j < n; ++j) std::swap(r[j], r[pivot_[j]]);
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < i; ++j) r[i] -= lu_[i][j] * r[j];
        for (std::size_t i = n; i-- > 0;) {
            for (std::size_t j = i + 1; j < n; ++j) r[i] -= lu_[i][j] * r[j];
            r[i] /= lu_[i][i];
        }
    }
    /// out = J in
    void multiply(std::span<const double> in, std::span<double> out) const {
        for (std::size_t i = 0; i < n; ++i) {
            out[i] = 0.0;
            for (std::size_t j = 0; j < n; ++j) out[i] += jacobian_[i][j] * in[j];
        }
    }

private:
    static constexpr std::size_t n = Model::size();
    using Partial = Dual<n + 1>;
    using Matrix = std::array<std::array<double, n>, n>;

    const Model* model_;
    Matrix jacobian_{}, lu_{};
    std::array<std::size_t, n> pivot_{};
};

}  // namespace synovia
