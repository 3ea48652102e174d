#include "solver/joint_model.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "solver/emission.hpp"
#include "solver/kinds.hpp"
#include "solver/sphere.hpp"
#include "solver/traction_table.hpp"

namespace synovia {
namespace {

constexpr double pi = std::numbers::pi;

constexpr double initial_layer_age = 1e-4;  // s(0) [s]; proposed (solver/README.md)

/// Wall damper that gives the loss factor eta_w at 1 kHz: R_w = eta_w/(2 pi 1000 C_w) [Pa s/m3].
double wall_resistance(const Joint& joint) {
    return joint.wall_loss_factor / (2.0 * pi * 1000.0 * joint.wall_compliance);
}

/// Sizes that make every component of the scaled state of order one in a pop (solver/README.md, "Numerics").
std::array<double, JointModel::size> state_scales(const Scenario& s, double area) {
    const double x = 1e-3;
    const auto dissolved = [&](const GasSpecies& g) {
        return tissue_concentration(g, s.gas.temperature) * s.fluid.volume;
    };
    return {x, 0.1, 1.0, 1.0, area * x, area * x, dissolved(s.gas.co2), dissolved(s.gas.n2), dissolved(s.gas.o2), 1.0};
}

}  // namespace

JointModel::JointModel(const Scenario& scenario)
    : joint_(scenario.joint),
      fluid_(scenario.fluid),
      bubble_(scenario.bubble),
      gas_(scenario.gas),
      traction_(scenario.traction),
      table_(traction_.kind == TractionKind::table ? traction_table(traction_) : HermiteTable()),
      area_(pi * scenario.joint.articular_radius * scenario.joint.articular_radius),
      wall_resistance_(wall_resistance(scenario.joint)),
      initial_gas_pressure_(initial_gas_pressure(scenario)),
      pressure_gain_(pressure_per_strength(medium(scenario), scenario.listener.distance)),
      initial_moles_(initial_moles(scenario)),
      diffusion_(scenario.gas),
      scale_(state_scales(scenario, area_)) {
    for (std::size_t i = 0; i < size; ++i) inverse_scale_[i] = 1.0 / scale_[i];
}

std::array<double, JointModel::size> JointModel::rest() const {
    std::array<double, size> y{};
    for (std::size_t i = 0; i < 3; ++i) y[6 + i] = initial_moles_[i] / scale_[6 + i];
    y[9] = std::log(initial_layer_age);
    return y;
}

std::array<double, JointModel::size> JointModel::begin(const JointStart& start) const {
    std::array<double, size> y = rest();
    y[0] = start.opening * inverse_scale_[0];
    y[1] = start.opening_rate * inverse_scale_[1];
    y[2] = std::log(start.radius / bubble_.nucleus_radius);
    y[4] = start.wall_volume * inverse_scale_[4];
    y[5] = start.refill_volume * inverse_scale_[5];
    return y;
}

std::vector<double> JointModel::knots() const {
    if (steered_) return {};
    if (traction_.kind != TractionKind::table) return traction_knots(traction_);
    return {table_.times().begin(), table_.times().end()};
}

template <class T>
JointState<T> JointModel::unscale(const std::array<T, size>& y) const {
    return {y[0] * scale_[0],
            y[1] * scale_[1],
            y[2] * scale_[2],
            y[3] * scale_[3],
            y[4] * scale_[4],
            y[5] * scale_[5],
            {y[6] * scale_[6], y[7] * scale_[7], y[8] * scale_[8]},
            y[9] * scale_[9]};
}

/// Where the hand is: u w(t), as its table says, or on the piece it is steered along.
template <class T>
Motion<T> JointModel::hand(const T& t) const {
    if (steered_) return steered_->at(t);
    if (traction_.kind == TractionKind::table) return table_.at(t);
    const Motion<T> w = traction_profile(traction_, t);
    return {traction_.distance * w.value, traction_.distance * w.rate, traction_.distance * w.acceleration};
}

/// pull, table: F_drive = k_s (hand - x), force: F w.
template <class T>
T JointModel::drive_force(const T& t, const T& x) const {
    if (traction_.kind == TractionKind::force) return traction_.force * traction_profile(traction_, t).value;
    return traction_.series_stiffness * (hand(t).value - x);
}

template <class T>
T JointModel::gas_pressure(const JointState<T>& state, const T& R) const {
    if (gas_.model == GasModel::polytropic)
        return polytropic_pressure(initial_gas_pressure_, gas_.polytropic_exponent, state.lambda);
    return ideal_pressure(state.n, gas_.temperature, R);
}

/// Diffusion through the boundary layer of age s that growth stretches thin: ds/dt = pi - 4 s U/R. The liquid lacks
/// c_i0 - c_i = (n_i - n_i(0))/V_l: at t = 0 it is in equilibrium with the tissue, whatever the bubble holds.
/// Stretching is an exact factor R^-4 of s, so omega = ln s + 4 lambda is integrated instead: d omega/dt = pi/s.
template <class T>
void JointModel::exchange_gas(const JointState<T>& state, const T& R, Flow<T>& flow) const {
    using std::exp;
    flow.dn = {T(0.0), T(0.0), T(0.0)};
    flow.domega = T(0.0);
    if (gas_.model == GasModel::polytropic) return;
    const T inverse_s = exp(4.0 * state.lambda - state.omega);
    std::array<T, 3> missing;
    for (std::size_t i = 0; i < 3; ++i) missing[i] = (state.n[i] - initial_moles_[i]) * (1.0 / fluid_.volume);
    flow.dn = diffusion_.rates(R, state.n, missing, inverse_s, exchange_gate(bubble_, state.lambda));
    flow.domega = pi * inverse_s;
}

template <class T>
JointModel::Flow<T> JointModel::flow(const JointState<T>& state, const T& t) const {
    using std::abs, std::exp;
    Flow<T> f;
    const bool prescribed = traction_.kind == TractionKind::gap;  // x = u w(t) exactly, no equation of motion
    const Motion<T> bone = prescribed ? hand(t) : Motion<T>{state.x, state.v, T(0.0)};
    f.x = bone.value;
    f.v = bone.rate;
    f.R = bubble_.nucleus_radius * exp(state.lambda);

    // Stefan film between the gap and its rim: R_f = 3 mu(|v| a/h^2)/(2 pi h^3)
    const double h0 = joint_.resting_gap;
    T h = h0 + f.x;
    if (value(h) < 0.05 * h0) h = T(0.05 * h0);
    f.R_f = 3.0 * viscosity(fluid_, T(abs(f.v) * joint_.articular_radius / (h * h))).mu / (2.0 * pi * h * h * h);

    // q = A v - dV_b/dt is the volume that wall and refill must find; it fixes the gap pressure
    f.dV_b = volume_rate(f.R, state.U);
    const T q = area_ * f.v - f.dV_b;
    const double p_rest = joint_.resting_pressure, R_w = wall_resistance_;
    const T wall = p_rest - state.V_w / joint_.wall_compliance;
    const T refill = p_rest - state.V_r / joint_.refill_compliance;
    const T ratio = R_w / (f.R_f + joint_.refill_resistance);
    f.p = (wall + ratio * refill - R_w * q) / (1.0 + ratio);
    f.dV_w = (wall - f.p) / R_w;
    f.dV_r = (refill - f.p) / (f.R_f + joint_.refill_resistance);

    // m dv/dt = F_drive - F_tissue(x) - c v - A (p_rest - p)
    const T tissue = value(f.x) >= 0.0 ? f.x * (joint_.ligament_stiffness + joint_.ligament_cubic * f.x * f.x)
                                       : joint_.contact_stiffness * f.x;
    f.acceleration = prescribed ? bone.acceleration
                                : (drive_force(t, f.x) - tissue - joint_.damping * f.v - area_ * (p_rest - f.p)) /
                                      joint_.moving_mass;

    f.p_g = gas_pressure(state, f.R);
    const Wall<T> bubble = wall_at(fluid_, f.R, state.U, f.p_g, f.p);
    f.mu = bubble.mu.mu;
    f.dU = rayleigh_plesset(fluid_, bubble);
    exchange_gas(state, f.R, f);
    return f;
}

template <class T>
std::array<T, JointModel::size> JointModel::rates(const std::array<T, size>& y, const T& t) const {
    const JointState<T> state = unscale(y);
    const Flow<T> f = flow(state, t);
    std::array<T, size> dy{f.v,    f.acceleration, state.U / f.R, f.dU,    f.dV_w,
                           f.dV_r, f.dn[0],        f.dn[1],       f.dn[2], f.domega};
    for (std::size_t i = 0; i < size; ++i) dy[i] *= inverse_scale_[i];
    return dy;
}

template std::array<double, JointModel::size> JointModel::rates(const std::array<double, size>&, const double&) const;
using JointDual = Dual<JointModel::size + 1>;
template std::array<JointDual, JointModel::size> JointModel::rates(const std::array<JointDual, size>&,
                                                                   const JointDual&) const;

namespace {
std::array<double, JointModel::size> as_array(std::span<const double> y) {
    assert(y.size() == JointModel::size);
    std::array<double, JointModel::size> a;
    std::copy(y.begin(), y.end(), a.begin());
    return a;
}
}  // namespace

double JointModel::radius(std::span<const double> y) const { return bubble_.nucleus_radius * std::exp(y[2]); }

double JointModel::gap_rate(double t, std::span<const double> y) const {
    return traction_.kind == TractionKind::gap ? hand(t).rate : y[1] * scale_[1];
}

Sample JointModel::observe(double t, std::span<const double> y) const {
    const JointState<double> state = unscale(as_array(y));
    const Flow<double> f = flow(state, t);
    Sample s;
    s.time = t;
    s.gap = joint_.resting_gap + f.x;
    s.gap_rate = f.v;
    s.capsule_volume = state.V_w + state.V_r;
    s.gap_pressure = f.p;
    s.radius = f.R;
    s.wall_velocity = state.U;
    s.bubble_volume = sphere_volume(f.R);
    s.volume_acceleration = volume_acceleration(f.R, state.U, f.dU);
    s.gas_pressure = f.p_g;
    s.pressure = pressure_gain_ * s.volume_acceleration;
    if (gas_.model == GasModel::species) s.gas_mol = state.n;
    return s;
}

double JointModel::stored_energy(double t, std::span<const double> y) const {
    const JointState<double> state = unscale(as_array(y));
    const Flow<double> f = flow(state, t);
    const double x2 = f.x * f.x;
    const double tissue = f.x >= 0.0 ? 0.5 * joint_.ligament_stiffness * x2 + 0.25 * joint_.ligament_cubic * x2 * x2
                                     : 0.5 * joint_.contact_stiffness * x2;
    return tissue + 0.5 * joint_.moving_mass * f.v * f.v + 0.5 * state.V_w * state.V_w / joint_.wall_compliance +
           0.5 * state.V_r * state.V_r / joint_.refill_compliance +
           2.0 * pi * fluid_.density * f.R * f.R * f.R * state.U * state.U +
           4.0 * pi * fluid_.surface_tension * f.R * f.R;
}

JointModel::Powers JointModel::powers(double t, std::span<const double> y) const {
    const JointState<double> state = unscale(as_array(y));
    const Flow<double> f = flow(state, t);
    // A prescribed gap is driven by whatever force the equation of motion then demands of the hand.
    const double x = f.x;
    const double tissue =
        x >= 0.0 ? x * (joint_.ligament_stiffness + joint_.ligament_cubic * x * x) : joint_.contact_stiffness * x;
    const double force =
        joint_.moving_mass * f.acceleration + tissue + joint_.damping * f.v + area_ * (joint_.resting_pressure - f.p);
    Powers power{};
    power.drive = force * f.v;
    power.dissipation = joint_.damping * f.v * f.v + wall_resistance_ * f.dV_w * f.dV_w +
                        (f.R_f + joint_.refill_resistance) * f.dV_r * f.dV_r +
                        16.0 * pi * f.mu * f.R * state.U * state.U;
    power.expansion = (f.p_g + fluid_.vapour_pressure - joint_.resting_pressure) * f.dV_b;
    return power;
}

JointModel::VolumeBalance JointModel::volumes(double t, std::span<const double> y) const {
    const JointState<double> state = unscale(as_array(y));
    const Flow<double> f = flow(state, t);
    return {area_ * f.x, state.V_w + state.V_r + sphere_volume(f.R) - sphere_volume(bubble_.nucleus_radius)};
}

}  // namespace synovia
