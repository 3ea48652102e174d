#include "solver/bone.hpp"

#include <cmath>
#include <numbers>

#include "solver/traction_table.hpp"

namespace synovia {
namespace {

constexpr double least_gap = 0.05;  ///< of the gap at rest; proposed

}  // namespace

Bone::Bone(const Scenario& scenario)
    : joint_(scenario.joint),
      fluid_(scenario.fluid),
      shape_(scenario.bubble.shape),
      traction_(scenario.traction),
      table_(traction_.kind == TractionKind::table ? traction_table(traction_) : HermiteTable()) {}

std::vector<double> Bone::knots() const {
    if (steered_) return {};
    if (traction_.kind != TractionKind::table) return traction_knots(traction_);
    return {table_.times().begin(), table_.times().end()};
}

/// Where the hand is: u w(t), as its table says, or on the piece it is steered along.
template <class T>
Motion<T> Bone::hand(const T& t) const {
    if (steered_) return steered_->at(t);
    if (traction_.kind == TractionKind::table) return table_.at(t);
    const Motion<T> w = traction_profile(traction_, t);
    return {traction_.distance * w.value, traction_.distance * w.rate, traction_.distance * w.acceleration};
}

/// pull, table: F_drive = k_s (hand - x), force: F w.
template <class T>
T Bone::drive_force(const T& x, const T& t) const {
    if (traction_.kind == TractionKind::force) return traction_.force * traction_profile(traction_, t).value;
    return traction_.series_stiffness * (hand(t).value - x);
}

/// h_e = h while h > 2 h_m, else h_m (1 + exp((h - 2 h_m)/h_m)), h_m = 0.05 h0: a film stays, and the gap's energy is
/// smooth.
template <class T>
void Bone::open_smoothly(BoneFlow<T>& f) const {
    using std::exp;
    const double h_m = least_gap * joint_.resting_gap;
    f.h = joint_.resting_gap + f.x;
    f.g = T(1.0);
    f.g2 = T(0.0);
    if (value(f.h) <= 2.0 * h_m) {
        f.g = exp((f.h - 2.0 * h_m) / h_m);
        f.h = h_m * (1.0 + f.g);
        f.g2 = f.g / h_m;
    }
    f.hd = f.g * f.v;
    f.conductance = T(1.0 / joint_.refill_resistance);
}

/// Stefan film between the gap and its rim: R_f = 3 mu(|v| a/h^2)/(2 pi h^3), h = max(h0 + x, 0.05 h0)
template <class T>
void Bone::squeeze_film(BoneFlow<T>& f) const {
    using std::abs;
    const double h_m = least_gap * joint_.resting_gap;
    f.h = joint_.resting_gap + f.x;
    if (value(f.h) < h_m) f.h = T(h_m);
    f.g = f.g2 = f.hd = T(0.0);
    const T& h = f.h;
    f.film = viscosity(fluid_, T(abs(f.v) * joint_.articular_radius / (h * h)));
    const T R_f = 3.0 * f.film.mu / (2.0 * std::numbers::pi * h * h * h);
    f.conductance = 1.0 / (R_f + joint_.refill_resistance);
}

template <class T>
BoneFlow<T> Bone::flow(const BoneState<T>& state, const T& t) const {
    BoneFlow<T> f{};
    f.x = state.x;
    f.v = state.v;
    if (prescribed()) {
        const Motion<T> bone = hand(t);
        f.x = bone.value;
        f.v = bone.rate;
        f.given = bone.acceleration;
    } else {
        f.force = drive_force(f.x, t) - tissue_force(f.x) - joint_.damping * f.v;
    }
    shape_ == BubbleShape::gap ? open_smoothly(f) : squeeze_film(f);
    f.refill = joint_.resting_pressure - state.V_r / joint_.refill_compliance;
    return f;
}

template BoneFlow<double> Bone::flow(const BoneState<double>&, const double&) const;
template BoneFlow<Dual<1>> Bone::flow(const BoneState<Dual<1>>&, const Dual<1>&) const;

BoneSlopes Bone::slopes(const BoneFlow<double>& f, double t) const {
    BoneSlopes s{};
    s.refill_V = 1.0 / joint_.refill_compliance;
    const auto now = Dual<1>::variable(t, 0);
    if (prescribed()) {
        s.jerk = hand(now).acceleration.d[0];
    } else {
        s.force_t = drive_force(Dual<1>(f.x), now).d[0];
        s.force_x = (traction_.kind == TractionKind::force ? 0.0 : -traction_.series_stiffness) -
                    (f.x >= 0.0 ? joint_.ligament_stiffness + 3.0 * joint_.ligament_cubic * f.x * f.x
                                : joint_.contact_stiffness);
        s.force_v = -joint_.damping;
    }
    if (shape_ == BubbleShape::gap) {
        const double h_m = least_gap * joint_.resting_gap;
        s.g3 = f.g2 / h_m;
        return s;
    }
    const double h = f.h;
    const double k = -1.5 / (std::numbers::pi * h * h * h) * f.conductance * f.conductance;
    if (f.v != 0.0) s.conductance_v = k * f.film.mu_gamma / f.v;
    if (joint_.resting_gap + f.x >= least_gap * joint_.resting_gap)
        s.conductance_x = -k * (3.0 * f.film.mu + 2.0 * f.film.mu_gamma) / h;
    return s;
}

double Bone::tissue_energy(double x) const {
    return x >= 0.0 ? 0.5 * joint_.ligament_stiffness * x * x + 0.25 * joint_.ligament_cubic * x * x * x * x
                    : 0.5 * joint_.contact_stiffness * x * x;
}

}  // namespace synovia
