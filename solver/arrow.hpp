// The Jacobian of a joint: pockets that know each other only through the bone and the refill. Linear systems with it
// are solved exactly in a time proportional to the number of pockets.
#pragma once
#include <array>
#include <span>
#include <vector>

#include "solver/pocket.hpp"

namespace synovia {

/// J of y' = f(y), SI, in the layout of joint_layout. The bone's equation m dv/dt = F(x, v) + sum of the pockets' force
/// is kept beside the rates, with dv/dt as one more unknown: no pocket then sees another.
class Arrow {
public:
    struct Block {
        bool moves = false;  ///< the bubble is awake
        PocketSlopes slopes;
        Row hazard;
    };
    std::vector<Block> pockets;
    double mass = 1.0, force_x = 0.0, force_v = 0.0;
    bool prescribed = false;  ///< x and v are functions of time alone

    /// Partial derivative of dv/dt where only `force` changes: force/(m - sum d force/d dv).
    double acceleration(double force) const;
    /// df/dt at fixed y (shape: joint_layout::size). Free bone: its force changes by `force_t` [N/s]. Prescribed: it
    /// moves with `v`, `dv` and `jerk` [m/s, m/s2, m/s3], and from now on nothing depends on the state's own x and v.
    void time_derivative(double v, double dv, double force_t, double jerk, std::span<double> dfdt);
    /// out = J in (shapes: joint_layout::size).
    void multiply(std::span<const double> in, std::span<double> out) const;

    /// Prepares solve() for sigma - J.
    void factor(double sigma);
    /// Replaces r by the solution u of (sigma - J) u = r. Not finite where the matrix is singular.
    void solve(std::span<double> r) const;

private:
    /// One pocket's rows after elimination; left of the diagonal stand the multipliers.
    struct Eliminated {
        bool moves, swapped;     ///< swapped: the rows of lambda and U, for the larger pivot
        std::array<Row, 8> row;  ///< with the inverse of the diagonal
        Row refill, force;
        Row hazard;
    };
    /// Right-hand sides of the two rows that all pockets share.
    struct Border {
        double refill, force;
    };
    /// The rows of a pocket's rates in the order of a Row.
    static std::array<const Row*, 8> rows(const PocketSlopes& s);
    void eliminate(const Block& block, Eliminated& e) const;
    void eliminate_awake(const Block& block, Eliminated& e) const;
    static void reduce(const Eliminated& e, std::span<double> r, Border& border);
    void substitute(const Eliminated& e, std::span<double> r, const double* bone) const;

    double sigma_ = 1.0;
    Row refill_, force_;  // sums over the pockets: coefficients of x, v, V_r and dv/dt
    std::vector<Eliminated> eliminated_;
};

}  // namespace synovia
