#include "solver/pocket.hpp"

#include <cmath>
#include <numbers>

#include "solver/bubble_wall.hpp"
#include "solver/elementary.hpp"
#include "solver/sphere.hpp"

namespace synovia {
namespace {

constexpr double pi = std::numbers::pi;

constexpr double initial_layer_age = 1e-4;  // s(0) [s]; proposed (solver/README.md)

/// Wall damper that gives the loss factor eta_w at 1 kHz: R_w = eta_w/(2 pi 1000 C_w) [Pa s/m3].
double wall_resistance(const Joint& joint) {
    return joint.wall_loss_factor / (2.0 * pi * 1000.0 * joint.wall_compliance);
}

std::array<double, 3> at_equilibrium(const Gas& gas) {
    return {tissue_concentration(gas.co2, gas.temperature), tissue_concentration(gas.n2, gas.temperature),
            tissue_concentration(gas.o2, gas.temperature)};
}

double total(const std::array<double, 3>& n) { return n[0] + n[1] + n[2]; }

/// omega of a layer of this age [s].
double clock_of(double age, double lambda) { return elementary::log1p(age * std::exp(4.0 * lambda)); }

}  // namespace

Pocket::Pocket(const Scenario& s, double share, const PocketStart* left)
    : fluid_(s.fluid),
      gas_(s.gas),
      shape_(s.bubble.shape),
      radiation_(s.bubble.radiation),
      share_(share),
      area_(share * pi * s.joint.articular_radius * s.joint.articular_radius),
      compliance_(share * s.joint.wall_compliance),
      resistance_(wall_resistance(s.joint) / share),
      liquid_volume_(share * s.fluid.volume),
      p_rest_(s.joint.resting_pressure),
      skin_depth_(s.joint.skin_depth),
      nucleus_radius_(s.bubble.nucleus_radius),
      initial_gas_pressure_(initial_gas_pressure(s)),
      gap_{std::sqrt(area_ / pi), s.fluid.density, s.joint.rim_inertance_factor},
      diffusion_(s.gas),
      species_(synovia::species(s.gas)),
      initial_moles_(initial_moles(s)),
      initial_dissolved_(at_equilibrium(s.gas)) {
    const Phase held = s.bubble.firing == Firing::blake ? Phase::skinned : Phase::asleep;
    nucleus_ = {0.0, 0.0, 0.0, initial_moles_, clock_of(initial_layer_age, 0.0), 0.0, 0.0, held, 1.0};
    start_ = nucleus_;
    if (!s.bubble.stabilised) start_.phase = Phase::bare;
    if (left == nullptr) return;
    initial_dissolved_ = left->dissolved;
    if (!(total(left->moles) > 0.0)) return;
    initial_moles_ = left->moles;
    start_.n = left->moles;
    start_.lambda = std::log(equilibrium_radius(s, total(left->moles), p_rest_) / nucleus_radius_);
    start_.omega = clock_of(left->layer_age, start_.lambda);
    start_.phase = Phase::bare;
}

std::array<double, 3> Pocket::dissolved(const PocketState<double>& state) const {
    std::array<double, 3> c{};
    for (std::size_t i = 0; i < 3; ++i)
        c[i] = initial_dissolved_[i] - (state.n[i] - initial_moles_[i]) / liquid_volume_;
    return c;
}

double Pocket::layer_age(const PocketState<double>& state) {
    return elementary::expm1(state.omega) * std::exp(-4.0 * state.lambda);
}

std::array<double, 3> Pocket::dissolved_moles() const {
    std::array<double, 3> n = at_equilibrium(gas_);
    for (double& x : n) x *= liquid_volume_;
    return n;
}

/// q = A v - Q is the volume that wall and refill must find; it fixes the pressure at the rim:
/// p = [ (p_rest - V_w/C)/R_w + w (p_rest - V_r/C_r)/(R_f + R_e) - q ] / [ 1/R_w + w/(R_f + R_e) ]
template <class T>
void Pocket::press(const PocketState<T>& state, const BoneFlow<T>& bone, PocketFlow<T>& f) const {
    const T q = area_ * bone.v - f.Q;
    const T ratio = resistance_ * share_ * bone.conductance;
    f.p = (p_rest_ - state.V_w / compliance_ + ratio * bone.refill - resistance_ * q) / (1.0 + ratio);
}

/// Diffusion through the boundary layer of age s that growth stretches thin: ds/dt = pi - 4 s U/R.
/// Stretching is an exact factor R^-4 of s, and of a layer that is not stretched s grows as it should by itself, so
/// omega = ln(1 + s exp(4 lambda)) is integrated instead: d omega/dt = pi exp(4 lambda - omega).
/// The liquid holds c_i = c_i(0) - (n_i - n_i(0))/V_l.
template <class T>
void Pocket::exchange(const PocketState<T>& state, PocketFlow<T>& f) const {
    using std::exp;
    const T older = exp(-state.omega), growth = f.R * (1.0 / nucleus_radius_), growth2 = growth * growth;
    f.domega = pi * growth2 * growth2 * older;
    f.inverse_age = f.domega / (pi * (1.0 - older));
    std::array<T, 3> c;
    for (std::size_t i = 0; i < 3; ++i)
        c[i] = initial_dissolved_[i] - (state.n[i] - initial_moles_[i]) * (1.0 / liquid_volume_);
    const T gate = state.phase == Phase::bare ? T(1.0) : skin_gate(state.lambda);
    f.dn = diffusion_.rates(f.R, f.V, state.n, c, f.inverse_age, gate, T(f.T_g / gas_.temperature));
}

/// C_v dT_g/dt = 4 pi R^2 lambda_g (T - T_g)/l - p_g dV/dt + sum dn_i/dt [c_p,i (T - T_g) + R_g T_g],
/// 1/l^2 = pi^2/R^2 + |U|/(R chi), chi = lambda_g V/C_p: the layer that heat crosses is a share of the radius, and
/// thinner where the wall is fast. |U| is the state's way times U, so that no step meets its kink. Source:
/// solver/README.md, "Heat".
template <class T>
void Pocket::warm(const PocketState<T>& state, PocketFlow<T>& f) const {
    using std::sqrt;
    const double body = gas_.temperature;
    const T& T_g = f.T_g;
    T C_v(0.0), carried(0.0);
    for (std::size_t i = 0; i < 3; ++i) {
        const double c_p = species_[i].heat_capacity;
        C_v += state.n[i] * (c_p - gas_constant);
        carried += f.dn[i] * (c_p * (body - T_g) + gas_constant * T_g);
    }
    const T C_p = C_v + gas_constant * (state.n[0] + state.n[1] + state.n[2]);
    const T chi = gas_.conductivity * f.V / C_p;
    const T z = state.way * f.R * state.U / (pi * pi * chi);
    const T inverse_l = pi / f.R * sqrt(one_plus(z)[0]);
    const T conducted = 4.0 * pi * f.R * f.R * gas_.conductivity * (body - T_g) * inverse_l;
    f.dtheta = (conducted - f.p_g * f.Q + carried) / (C_v * T_g);
}

/// dp_g/dt [Pa/s]
template <class T>
T Pocket::gas_pressure_rate(const PocketState<T>& state, const PocketFlow<T>& f) const {
    const T stretch = -3.0 * f.p_g * state.U / f.R;
    if (!species()) return gas_.polytropic_exponent * stretch;
    return gas_constant * f.T_g * (f.dn[0] + f.dn[1] + f.dn[2]) / f.V + stretch + f.p_g * f.dtheta;
}

/// w/c of the radiated sound: the skin, about b away, frees the pressure and cancels what is slower than c/(2 pi b):
/// w = s^2/(1 + s^2), s = |U| b/(R c). 0 without radiation [s/m].
template <class T>
T Pocket::slowness(const PocketState<T>& state, const PocketFlow<T>& f) const {
    if (!radiation_) return T(0.0);
    const T s = state.U * skin_depth_ / (f.R * fluid_.sound_speed);
    return s * s / (1.0 + s * s) / fluid_.sound_speed;
}

template <class T>
void Pocket::move_sphere(const PocketState<T>& state, PocketFlow<T>& f) const {
    const Wall<T> wall = wall_at(fluid_, f.R, state.U, f.p_g, f.p);
    f.wall_mu = wall.mu;
    f.dU = radiation_ ? keller_miksis(fluid_, wall, slowness(state, f), gas_pressure_rate(state, f), T(0.0))
                      : rayleigh_plesset(fluid_, wall);
    f.pull = -area_ * (p_rest_ - f.p);
}

template <class T>
Viscosity<T> Pocket::film_viscosity(const T& Q, const T& hd, const T& h, const T& r_b) const {
    using std::abs;
    // 6 u/h with u = |Q - A hd/4|/(2 pi max(r_b, h) h)
    const T& reach = value(r_b) > value(h) ? r_b : h;
    return viscosity(fluid_, T(3.0 / pi * abs(Q - 0.25 * area_ * hd) / (reach * h * h)));
}

/// J = I - z, z = w rho U/(2 pi R c): Keller's first order in the Mach number. Liquid and radiation together must keep
/// a positive inertia, J > N^2/M; where less than half the way to there is left, that order says nothing any more and
/// the way goes on as 1/(4 z), which joins smoothly (proposed).
template <class T>
T radiated_inertance(const GapBubble<T>& b, const T& z) {
    const T least = b.N.value * b.N.value / b.M.value, room = b.I.value - least;
    return value(z) < 0.5 * value(room) ? T(b.I.value - z) : T(least + 0.25 * room * room / z);
}

/// The bubble's row of Lagrange's equations, I dQ/dt + N dhd/dt = f, and what the bone feels of it:
///   f   = p_g + p_v - 2 sigma/R - p - [1/2 I_V Q^2 + I_h hd Q + (N_h - 1/2 M_V) hd^2] - D_VV Q - D_Vh hd - N g2 v^2
///         + rad
///   f_h = -A (p_rest - p) + g { -[(N_V - 1/2 I_h) Q^2 + M_V Q hd + 1/2 M_h hd^2] - D_Vh Q - D_hh hd - M g2 v^2 }
///   rad = w (rho/c) [-2 U^3 + R p_B'/rho],  J = I - w rho U/(2 pi R c)
///   dQ/dt = (f - g N dv/dt)/J
template <class T>
void Pocket::move_in_gap(const PocketState<T>& state, const BoneFlow<T>& bone, PocketFlow<T>& f) const {
    const double rho = fluid_.density, sigma = fluid_.surface_tension;
    const T &U = state.U, &R = f.R, &Q = f.Q, &h = bone.h, &hd = bone.hd;
    f.gap = gap_bubble(gap_, R, f.V, h);
    f.film = film_viscosity(Q, hd, h, f.gap.r_b);
    f.wall_mu = wall_viscosity(fluid_, R, U);
    const GapBubble<T>& b = f.gap;
    const T &film = f.film.mu, &wall = f.wall_mu.mu;
    const T q = 3.0 * U / R, e = hd / h, bend = bone.g2 * bone.v * bone.v;  // (dV/dt)/V, hd/h, g2 v^2

    const T K_V = (0.5 * b.I.l * q + b.I.e * e) * Q + b.N.e * e * hd - 0.5 * b.M.l * hd * hd / f.V;
    const T K_h = (b.N.l * q - 0.5 * b.I.e * Q / h) * Q + (b.M.l * q + 0.5 * b.M.e * e) * hd;
    const T W_V = film * (b.D_VV * Q + b.D_Vh * hd) + wall / pi * b.sphere * Q;
    const T W_h = film * (b.D_Vh * Q + b.D_hh * hd);
    T force = f.p_g + fluid_.vapour_pressure - 2.0 * sigma / R - f.p - K_V - W_V - b.N.value * bend;
    T J = b.I.value;
    if (radiation_) {
        const T w_c = slowness(state, f);
        const T p_B_rate = gas_pressure_rate(state, f) + 2.0 * sigma * U / (R * R);
        force += w_c * (R * p_B_rate - 2.0 * rho * U * U * U);
        J = radiated_inertance(b, T(w_c * rho * U / (2.0 * pi * R)));
    }
    const T gN = bone.g * b.N.value, sphere_area = 4.0 * pi * R * R;
    f.dU = force / (J * sphere_area) - 2.0 * U * U / R;
    f.dU_dv = -gN / (J * sphere_area);
    f.pull = -area_ * (p_rest_ - f.p) - bone.g * (K_h + W_h + b.M.value * bend) - gN * force / J;
    f.mass = bone.g * bone.g * b.M.value - gN * gN / J;
}

/// A nucleus in its skin, Q = 0: it feels p_c = p + N (g dv/dt + g2 v^2) + (N_h - 1/2 M_V) hd^2 + D_Vh hd, in a
/// sphere's liquid p.
template <class T>
void Pocket::sleep(const BoneFlow<T>& bone, PocketFlow<T>& f) const {
    f.p_c = f.p;
    f.pull = -area_ * (p_rest_ - f.p);
    if (shape_ == BubbleShape::sphere) return;
    const T &h = bone.h, &hd = bone.hd;
    f.gap = gap_bubble(gap_, f.R, f.V, h);
    f.film = film_viscosity(f.Q, hd, h, f.gap.r_b);
    const GapBubble<T>& b = f.gap;
    const T e = hd / h, bend = bone.g2 * bone.v * bone.v;
    const T& film = f.film.mu;
    f.p_c += b.N.value * bend + b.N.e * e * hd - 0.5 * b.M.l * hd * hd / f.V + film * b.D_Vh * hd;
    f.p_c_dv = bone.g * b.N.value;
    f.pull -= bone.g * ((0.5 * b.M.e * e + film * b.D_hh) * hd + b.M.value * bend);
    f.mass = bone.g * bone.g * b.M.value;
}

template <class T>
void Pocket::flow(const PocketState<T>& state, const BoneFlow<T>& bone, PocketFlow<T>& f) const {
    using std::exp;
    f.dn = {T(0.0), T(0.0), T(0.0)};
    f.domega = f.dtheta = f.dU = f.dU_dv = f.mass = f.p_c = f.p_c_dv = T(0.0);
    const bool asleep = !moves(state.phase);
    f.R = asleep ? T(nucleus_radius_) : T(nucleus_radius_ * exp(state.lambda));
    f.V = sphere_volume(f.R);
    f.Q = asleep ? T(0.0) : volume_rate(f.R, state.U);
    f.T_g = gas_.heat ? T(gas_.temperature * exp(state.theta)) : T(gas_.temperature);
    press(state, bone, f);
    if (!species()) {
        f.p_g = polytropic_pressure(initial_gas_pressure_, gas_.polytropic_exponent, state.lambda);
    } else {
        f.p_g = (state.n[0] + state.n[1] + state.n[2]) * gas_constant * f.T_g / f.V;
    }
    if (asleep) return sleep(bone, f);
    if (species()) exchange(state, f);
    if (gas_.heat) warm(state, f);
    shape_ == BubbleShape::gap ? move_in_gap(state, bone, f) : move_sphere(state, f);
}

// pocket_slopes.cpp uses these too
template double Pocket::slowness(const PocketState<double>&, const PocketFlow<double>&) const;
template double Pocket::gas_pressure_rate(const PocketState<double>&, const PocketFlow<double>&) const;
template Viscosity<double> Pocket::film_viscosity(const double&, const double&, const double&, const double&) const;
template void Pocket::flow(const PocketState<double>&, const BoneFlow<double>&, PocketFlow<double>&) const;
template void Pocket::flow(const PocketState<Dual<1>>&, const BoneFlow<Dual<1>>&, PocketFlow<Dual<1>>&) const;

PocketEnergy Pocket::energy(const PocketState<double>& state, const BoneFlow<double>& bone, double dv) const {
    PocketFlow<double> f;
    flow(state, bone, f);
    const double wall_flow = this->wall_flow(state, f.p), refill = (bone.refill - f.p) * bone.conductance;
    PocketEnergy e{};
    e.stored = 0.5 * state.V_w * state.V_w / compliance_ + 4.0 * pi * fluid_.surface_tension * f.R * f.R;
    e.dissipation = resistance_ * wall_flow * wall_flow + share_ * refill * refill / bone.conductance;
    e.expansion = (f.p_g + fluid_.vapour_pressure - p_rest_) * f.Q;
    const double U = moves(state.phase) ? state.U : 0.0;
    const double wall = wall_viscosity(fluid_, f.R, U).mu;
    const double dQ = volume_acceleration(f.R, U, f.dU + f.dU_dv * dv);
    const double w_c = slowness(state, f);
    if (shape_ == BubbleShape::sphere) {
        e.stored += 2.0 * pi * fluid_.density * f.R * f.R * f.R * U * U;
        e.dissipation += 16.0 * pi * wall * f.R * U * U;
        // what the radiated pressure takes: p_B - p less the incompressible R dU/dt + 3/2 U^2
        const Wall<double> bubble = wall_at(fluid_, f.R, U, f.p_g, f.p);
        e.dissipation += (wall_pressure(fluid_, bubble) - f.p - fluid_.density * (f.R * f.dU + 1.5 * U * U)) * f.Q;
        return e;
    }
    const GapBubble<double>& b = f.gap;
    const double film = f.film.mu, hd = bone.hd;
    e.stored += 0.5 * b.I.value * f.Q * f.Q + b.N.value * f.Q * hd + 0.5 * b.M.value * hd * hd;
    e.dissipation +=
        film * (b.D_VV * f.Q * f.Q + 2.0 * b.D_Vh * f.Q * hd + b.D_hh * hd * hd) + wall / pi * b.sphere * f.Q * f.Q;
    const double p_B_rate = gas_pressure_rate(state, f) + 2.0 * fluid_.surface_tension * U / (f.R * f.R);
    const double radiated = w_c * (f.R * p_B_rate - 2.0 * fluid_.density * U * U * U);
    const double missing = b.I.value - radiated_inertance(b, w_c * fluid_.density * U / (2.0 * pi * f.R));  // I - J
    e.dissipation -= (radiated + missing * dQ) * f.Q;
    return e;
}

}  // namespace synovia
