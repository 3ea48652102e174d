// The partial derivatives of a pocket's equations in closed form, for the implicit stepper. Each function stands beside
// the one of the same name in pocket.cpp; tests/solver/test_pocket.cpp compares them with dual numbers.
#include <cmath>
#include <numbers>

#include "solver/bubble_wall.hpp"
#include "solver/pocket.hpp"
#include "solver/sphere.hpp"

namespace synovia {
namespace {

constexpr double pi = std::numbers::pi;

/// d ln|U| where the law is smooth at U = 0 and its slope vanishes there.
double over(double slope, double U) { return U == 0.0 ? 0.0 : slope / U; }

}  // namespace

void Pocket::press(const PocketFlow<double>& f, const BoneFlow<double>& bone, const BoneSlopes& b, bool bubble_moves,
                   Row& p, PocketSlopes& s) const {
    const double S = bone.refill - f.p, w = share_, R_w = resistance_;
    const double ratio = R_w * w * bone.conductance, inverse = 1.0 / (1.0 + ratio);
    p[Row::wall] = -inverse / compliance_;
    p[Row::lambda] = 2.0 * f.Q * R_w * inverse;
    if (bubble_moves) p[Row::U] = 4.0 * pi * f.R * f.R * R_w * inverse;
    p[Row::x] = S * R_w * w * b.conductance_x * inverse;
    p[Row::v] = (S * w * b.conductance_v - area_) * R_w * inverse;
    p[Row::refill] = -ratio * inverse * b.refill_V;
    s.dV_w.add(-1.0 / resistance_, p);
    s.dV_w[Row::wall] = -ratio * inverse / (compliance_ * resistance_);
    s.refill.add(-w * bone.conductance, p);
    s.refill[Row::x] += w * S * b.conductance_x;
    s.refill[Row::v] += w * S * b.conductance_v;
    s.refill[Row::refill] -= w * bone.conductance * b.refill_V;
}

void Pocket::exchange(const PocketState<double>& state, const PocketFlow<double>& f, PocketSlopes& s) const {
    const double root = std::sqrt(f.inverse_age), inverse_R = 1.0 / f.R;
    const double gate = state.phase == Phase::bare ? 1.0 : skin_gate(state.lambda);
    const double surface = 4.0 * pi * f.R * f.R * gate;
    const double gate_slope = state.phase == Phase::bare ? 0.0 : 10.0 * (1.0 - gate);  // d ln g/d lambda
    const double density = f.T_g / gas_.temperature / f.V;
    const std::array<double, 3> c = dissolved(state);
    for (std::size_t i = 0; i < 3; ++i) {
        const double L = species_[i].ostwald, D = species_[i].diffusivity, root_D = diffusion_.root_diffusivity(i);
        const double saturated = L * state.n[i] * density;  // c_s,i
        const double undersaturation = c[i] - saturated, conductance = D * inverse_R + root_D * root;
        Row& dn = s.dn[i];
        dn[Row::co2 + i] = -surface * conductance * (L * density + 1.0 / liquid_volume_);
        if (gas_.heat) dn[Row::theta] = -surface * conductance * saturated;
        dn[Row::omega] = -0.5 * surface * undersaturation * root_D * root * (pi * f.inverse_age / f.domega);
        dn[Row::lambda] = (2.0 + gate_slope) * f.dn[i] + 3.0 * surface * conductance * saturated +
                          surface * undersaturation * (2.0 * root_D * root - D * inverse_R);
    }
    s.domega[Row::omega] = -f.domega;
    s.domega[Row::lambda] = 4.0 * f.domega;
}

void Pocket::warm(const PocketState<double>& state, const PocketFlow<double>& f, PocketSlopes& s) const {
    const double body = gas_.temperature, T_g = f.T_g, U = state.U;
    double C_v = 0.0, moles = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
        C_v += state.n[i] * (species_[i].heat_capacity - gas_constant);
        moles += state.n[i];
    }
    const double C_p = C_v + gas_constant * moles, R2 = f.R * f.R;
    const double z_U = state.way * f.R * C_p / (pi * pi * gas_.conductivity * f.V), z = z_U * U;
    const auto [convected, slope] = one_plus(z);
    const double inverse_l = pi / f.R * std::sqrt(convected);
    const double conducted = 4.0 * pi * R2 * gas_.conductivity * (body - T_g) * inverse_l;
    const double half = 0.5 * slope / convected;  // d ln(1/l) = half dz - d ln R
    const double surface = 4.0 * pi * R2, warm_constant = gas_constant * T_g / f.V;
    Row& row = s.dtheta;
    row[Row::lambda] = conducted * (1.0 - 2.0 * half * z) + f.p_g * f.Q;
    row[Row::U] = conducted * half * z_U - f.p_g * surface;
    row[Row::theta] = -surface * gas_.conductivity * T_g * inverse_l - f.p_g * f.Q;
    for (std::size_t i = 0; i < 3; ++i) {
        const double c_p = species_[i].heat_capacity, c_v = c_p - gas_constant;
        row.add(c_p * (body - T_g) + gas_constant * T_g, s.dn[i]);
        row[Row::theta] -= f.dn[i] * c_v * T_g;
        row[Row::co2 + i] += conducted * half * z * c_p / C_p - warm_constant * f.Q - f.dtheta * c_v * T_g;
    }
    row[Row::theta] -= f.dtheta * C_v * T_g;
    row.scale(1.0 / (C_v * T_g));
}

Row Pocket::gas_pressure(const PocketFlow<double>& f) const {
    Row p_g;
    if (!species()) {
        p_g[Row::lambda] = -3.0 * gas_.polytropic_exponent * f.p_g;
        return p_g;
    }
    for (std::size_t i = 0; i < 3; ++i) p_g[Row::co2 + i] = gas_constant * f.T_g / f.V;
    p_g[Row::lambda] = -3.0 * f.p_g;
    if (gas_.heat) p_g[Row::theta] = f.p_g;
    return p_g;
}

Row Pocket::gas_pressure_rate(const PocketState<double>& state, const PocketFlow<double>& f, const Row& p_g,
                              const PocketSlopes& s) const {
    const double kappa = species() ? 1.0 : gas_.polytropic_exponent;
    const double q = 3.0 * kappa * state.U / f.R;
    Row rate;
    rate.add(f.dtheta - q, p_g).add(f.p_g, s.dtheta);
    rate[Row::lambda] += q * f.p_g;
    rate[Row::U] -= 3.0 * kappa * f.p_g / f.R;
    if (!species()) return rate;
    const double k = gas_constant * f.T_g / f.V;
    const double supplied = k * (f.dn[0] + f.dn[1] + f.dn[2]);
    for (const Row& dn : s.dn) rate.add(k, dn);
    rate[Row::lambda] -= 3.0 * supplied;
    if (gas_.heat) rate[Row::theta] += supplied;
    return rate;
}

Row Pocket::slowness_slopes(double U, double w_c) const {
    Row row;
    const double slope = 2.0 * w_c * (1.0 - w_c * fluid_.sound_speed);  // d w/d ln s = 2 w (1 - w)
    row[Row::lambda] = -slope;
    row[Row::U] = over(slope, U);
    return row;
}

void Pocket::move_sphere(const PocketState<double>& state, const PocketFlow<double>& f, const Row& p, const Row& p_g,
                         PocketSlopes& s) const {
    const double rho = fluid_.density, sigma = fluid_.surface_tension, U = state.U, R = f.R;
    const Wall<double> wall{R, U, f.p_g, f.p, f.wall_mu};
    const double w_c = slowness(state, f), mach = w_c * U;
    const double M = wall.mu.mu + wall.mu.mu_gamma, M_slope = wall.mu.mu_gamma + wall.mu.mu_gamma2;
    const double excess = wall_pressure(fluid_, wall) - f.p;

    Row d_excess;  // of p_B - p
    d_excess.add(1.0, p_g).add(-1.0, p);
    d_excess[Row::lambda] += (2.0 * sigma + 4.0 * wall.mu.mu * U) / R + 4.0 * wall.mu.mu_gamma * U / R;
    d_excess[Row::U] -= 4.0 * M / R;
    Row right;
    right.add((1.0 + mach) / rho, d_excess);
    right[Row::U] -= 3.0 * U;
    double inertia = R;
    Row d_inertia;
    d_inertia[Row::lambda] = R;
    if (radiation_) {
        const Row d_slow = slowness_slopes(U, w_c);
        Row d_mach = d_slow;
        d_mach.scale(U);
        d_mach[Row::U] += w_c;
        const double extra = (2.0 * sigma + 4.0 * M * U) * U / (R * R), rate = gas_pressure_rate(state, f) + extra;
        Row d_rate = gas_pressure_rate(state, f, p_g, s);
        d_rate[Row::lambda] -= 2.0 * extra + 4.0 * M_slope * U * U / (R * R);
        d_rate[Row::U] += (2.0 * sigma + 8.0 * M * U + 4.0 * M_slope * U) / (R * R);
        right.add(excess / rho + 0.5 * U * U, d_mach).add(w_c * R / rho, d_rate).add(R * rate / rho, d_slow);
        right[Row::lambda] += w_c * R * rate / rho;
        right[Row::U] += mach * U;
        inertia = (1.0 - mach) * R + 4.0 * M * w_c / rho;
        d_inertia.scale(1.0 - mach).add(-R, d_mach).add(4.0 * M / rho, d_slow);
        d_inertia[Row::lambda] -= 4.0 * M_slope * w_c / rho;
        d_inertia[Row::U] += over(4.0 * M_slope * w_c / rho, U);
    }
    s.dU.add(1.0 / inertia, right).add(-f.dU / inertia, d_inertia);
    s.force.add(area_, p);
}

/// d mu of the film, with respect to lambda, U, x and v.
Row Pocket::film_slopes(const PocketFlow<double>& f, const BoneFlow<double>& bone, const GapBubble<double>& b,
                        double mu_gamma) const {
    // d ln(shear rate) = d(Q - A hd/4)/(Q - A hd/4) - d ln max(r_b, h) - 2 d ln h
    Row row;
    const double flow = f.Q - 0.25 * area_ * bone.hd;
    if (flow == 0.0) return row;
    const bool wide = b.r_b > bone.h;
    const double e_x = bone.g / bone.h;
    row[Row::lambda] = 2.0 * f.Q / flow - (wide ? 3.0 * b.ln_r_b.l : 0.0);
    row[Row::U] = 4.0 * pi * f.R * f.R / flow;
    row[Row::x] = -0.25 * area_ * bone.g2 * bone.v / flow - ((wide ? b.ln_r_b.e : 1.0) + 2.0) * e_x;
    row[Row::v] = -0.25 * area_ * bone.g / flow;
    return row.scale(mu_gamma);
}

void Pocket::move_in_gap(const PocketState<double>& state, const PocketFlow<double>& f, const BoneFlow<double>& bone,
                         const BoneSlopes& bs, double dv, const Row& p, const Row& p_g, PocketSlopes& s) const {
    const double rho = fluid_.density, sigma = fluid_.surface_tension;
    const double U = state.U, R = f.R, V = f.V, Q = f.Q, h = bone.h, hd = bone.hd, v = bone.v;
    const GapBubble<double>& b = f.gap;
    const GapCurvatures c = curvatures(gap_, b, h);
    const double q = 3.0 * U / R, e = hd / h, bend = bone.g2 * v * v, area = 4.0 * pi * R * R;
    const Viscosity<double>&film = f.film, &wall = f.wall_mu;
    // how lambda, U, x and v enter: ln V, ln h, Q, hd, hd/h and g2 v^2
    const double e_x = bone.g / h, hd_x = bone.g2 * v, hd_v = bone.g;
    const double rel_x = hd_x / h - e * e_x, rel_v = hd_v / h, bend_x = bs.g3 * v * v, bend_v = 2.0 * bone.g2 * v;

    // K_V = (I_l q/2 + I_e e) Q + N_e e hd - M_l hd^2/(2 V)
    Row K_V;
    const double K_V_rel = b.I.e * Q + b.N.e * hd, K_V_hd = b.N.e * e - b.M.l * hd / V;
    K_V[Row::lambda] = 3.0 * ((0.5 * c.I.ll * q + c.I.le * e) * Q + c.N.le * e * hd - 0.5 * c.M.ll * hd * hd / V) +
                       (0.5 * b.I.l * q + 2.0 * b.I.e * e) * Q + 1.5 * b.M.l * hd * hd / V;
    K_V[Row::U] = (b.I.l * q + b.I.e * e) * area;
    K_V[Row::x] = e_x * ((0.5 * c.I.le * q + c.I.ee * e) * Q + c.N.ee * e * hd - 0.5 * c.M.le * hd * hd / V) +
                  K_V_rel * rel_x + K_V_hd * hd_x;
    K_V[Row::v] = K_V_rel * rel_v + K_V_hd * hd_v;
    // K_h = (N_l q - I_e Q/(2 h)) Q + (M_l q + M_e e/2) hd
    const double K_h_rel = 0.5 * b.M.e * hd, K_h_hd = b.M.l * q + 0.5 * b.M.e * e;
    Row K_h;
    K_h[Row::lambda] = 3.0 * ((c.N.ll * q - 0.5 * c.I.le * Q / h) * Q + (c.M.ll * q + 0.5 * c.M.le * e) * hd) +
                       (b.N.l * q - 2.0 * b.I.e * Q / h) * Q - b.M.l * q * hd;
    K_h[Row::U] = (2.0 * b.N.l * q - b.I.e * Q / h) * area + 3.0 * b.M.l * hd / R;
    K_h[Row::x] = e_x * ((c.N.le * q - 0.5 * (c.I.ee - b.I.e) * Q / h) * Q + (c.M.le * q + 0.5 * c.M.ee * e) * hd) +
                  K_h_rel * rel_x + K_h_hd * hd_x;
    K_h[Row::v] = K_h_rel * rel_v + K_h_hd * hd_v;
    // W = mu_f (D Q + D hd) + mu_w/pi sphere Q
    const double flat_V = b.D_VV * Q + b.D_Vh * hd, flat_h = b.D_Vh * Q + b.D_hh * hd;
    const Row d_film = film_slopes(f, bone, b, film.mu_gamma);
    Row W_V = d_film, W_h = d_film;
    W_V.scale(flat_V);
    W_h.scale(flat_h);
    W_V[Row::lambda] += film.mu * (3.0 * (c.D_VV.l * Q + c.D_Vh.l * hd) + 2.0 * b.D_VV * Q) +
                        Q / pi * (wall.mu * (3.0 * c.sphere.l + 2.0 * b.sphere) - wall.mu_gamma * b.sphere);
    W_V[Row::U] += film.mu * b.D_VV * area + (wall.mu + wall.mu_gamma) / pi * b.sphere * area;
    W_V[Row::x] +=
        film.mu * (e_x * (c.D_VV.e * Q + c.D_Vh.e * hd) + b.D_Vh * hd_x) + wall.mu / pi * c.sphere.e * e_x * Q;
    W_V[Row::v] += film.mu * b.D_Vh * hd_v;
    W_h[Row::lambda] += film.mu * (3.0 * (c.D_Vh.l * Q + c.D_hh.l * hd) + 2.0 * b.D_Vh * Q);
    W_h[Row::U] += film.mu * b.D_Vh * area;
    W_h[Row::x] += film.mu * (e_x * (c.D_Vh.e * Q + c.D_hh.e * hd) + b.D_hh * hd_x);
    W_h[Row::v] += film.mu * b.D_hh * hd_v;

    // f and J
    Row d_force;
    d_force.add(1.0, p_g).add(-1.0, p).add(-1.0, K_V).add(-1.0, W_V);
    d_force[Row::lambda] += 2.0 * sigma / R - 3.0 * b.N.l * bend;
    d_force[Row::x] -= b.N.e * e_x * bend + b.N.value * bend_x;
    d_force[Row::v] -= b.N.value * bend_v;
    Row d_J;
    d_J[Row::lambda] = 3.0 * b.I.l;
    d_J[Row::x] = b.I.e * e_x;
    double J = b.I.value;
    if (radiation_) {
        const double w_c = slowness(state, f), k = rho / (2.0 * pi * R), pull = 2.0 * sigma * U / (R * R);
        const double rate = gas_pressure_rate(state, f) + pull;
        const Row d_slow = slowness_slopes(U, w_c);
        d_force.add(w_c * R, gas_pressure_rate(state, f, p_g, s)).add(R * rate - 2.0 * rho * U * U * U, d_slow);
        d_force[Row::lambda] += w_c * R * (rate - 2.0 * pull);
        d_force[Row::U] += w_c * (2.0 * sigma / R - 6.0 * rho * U * U);
        // J = I - z while z < r/2, else l + r^2/(4 z); z = k U w/c, l = N^2/M, r = I - l
        const double z = w_c * k * U, least = b.N.value * b.N.value / b.M.value, room = J - least;
        Row d_z;
        d_z.add(k * U, d_slow);
        d_z[Row::lambda] -= z;
        d_z[Row::U] += w_c * k;
        if (z < 0.5 * room) {
            J -= z;
            d_J.add(-1.0, d_z);
        } else {
            const double beyond = 0.25 * room * room / z;
            Row d_least;
            d_least[Row::lambda] = 3.0 * (2.0 * b.N.value * b.N.l - least * b.M.l) / b.M.value;
            d_least[Row::x] = e_x * (2.0 * b.N.value * b.N.e - least * b.M.e) / b.M.value;
            J = least + beyond;
            d_J.scale(2.0 * beyond / room).add(1.0 - 2.0 * beyond / room, d_least).add(-beyond / z, d_z);
        }
    }

    // dQ/dt = (f - g N dv)/J
    const double gN = bone.g * b.N.value;
    const double dQ = volume_acceleration(R, U, f.dU + f.dU_dv * dv);
    Row d_gN;
    d_gN[Row::lambda] = 3.0 * bone.g * b.N.l;
    d_gN[Row::x] = bone.g * b.N.e * e_x + bone.g2 * b.N.value;
    Row d_dQ;
    d_dQ.add(1.0 / J, d_force).add(-dv / J, d_gN).add(-dQ / J, d_J);
    d_dQ[Row::dv] -= gN / J;
    s.dU.add(1.0 / area, d_dQ);
    s.dU[Row::lambda] += 2.0 * (U * U / R - dQ / area);
    s.dU[Row::U] -= 4.0 * U / R;

    // pull - mass dv = -A (p_rest - p) - g (K_h + W_h + M (g2 v^2 + g dv)) - g N dQ/dt
    const double thrust = bend + bone.g * dv;
    const double K_h_value = (b.N.l * q - 0.5 * b.I.e * Q / h) * Q + (b.M.l * q + 0.5 * b.M.e * e) * hd;
    const double inside = K_h_value + film.mu * flat_h + b.M.value * thrust;
    s.force.add(area_, p).add(-bone.g, K_h).add(-bone.g, W_h).add(-dQ, d_gN).add(-gN, d_dQ);
    s.force[Row::lambda] -= 3.0 * bone.g * b.M.l * thrust;
    s.force[Row::x] -= bone.g * (b.M.e * e_x * thrust + b.M.value * (bend_x + bone.g2 * dv)) + bone.g2 * inside;
    s.force[Row::v] -= bone.g * b.M.value * bend_v;
    s.force[Row::dv] -= bone.g * bone.g * b.M.value;
}

void Pocket::sleep(const PocketFlow<double>& f, const BoneFlow<double>& bone, const BoneSlopes& bs, double dv,
                   const Row& p, PocketSlopes& s) const {
    s.force.add(area_, p);
    s.p_c = p;
    if (shape_ == BubbleShape::sphere) return;
    const double h = bone.h, hd = bone.hd, v = bone.v, V = f.V;
    const GapBubble<double>& b = f.gap;
    const GapCurvatures c = curvatures(gap_, b, h);
    const double e = hd / h, bend = bone.g2 * v * v, thrust = bend + bone.g * dv;
    const double e_x = bone.g / h, hd_x = bone.g2 * v, hd_v = bone.g;
    const double rel_x = hd_x / h - e * e_x, rel_v = hd_v / h, bend_x = bs.g3 * v * v, bend_v = 2.0 * bone.g2 * v;
    const Viscosity<double>& film = f.film;
    const Row d_film = film_slopes(f, bone, b, film.mu_gamma);

    const double N_hd = b.N.e * e - b.M.l * hd / V + film.mu * b.D_Vh;
    s.p_c[Row::x] += b.N.e * e_x * thrust + b.N.value * (bend_x + bone.g2 * dv) +
                     e_x * (c.N.ee * e * hd - 0.5 * c.M.le * hd * hd / V + film.mu * c.D_Vh.e * hd) +
                     b.N.e * hd * rel_x + N_hd * hd_x + d_film[Row::x] * b.D_Vh * hd;
    s.p_c[Row::v] += b.N.value * bend_v + b.N.e * hd * rel_v + N_hd * hd_v + d_film[Row::v] * b.D_Vh * hd;
    s.p_c[Row::dv] += bone.g * b.N.value;

    const double inside = (0.5 * b.M.e * e + film.mu * b.D_hh) * hd + b.M.value * thrust;
    const double M_hd = 0.5 * b.M.e * e + film.mu * b.D_hh;
    s.force[Row::x] -=
        bone.g * (e_x * (0.5 * c.M.ee * e + film.mu * c.D_hh.e) * hd + 0.5 * b.M.e * hd * rel_x + M_hd * hd_x +
                  d_film[Row::x] * b.D_hh * hd + b.M.e * e_x * thrust + b.M.value * (bend_x + bone.g2 * dv)) +
        bone.g2 * inside;
    s.force[Row::v] -=
        bone.g * (0.5 * b.M.e * hd * rel_v + M_hd * hd_v + d_film[Row::v] * b.D_hh * hd + b.M.value * bend_v);
    s.force[Row::dv] -= bone.g * bone.g * b.M.value;
}

PocketSlopes Pocket::slopes(const PocketState<double>& state, const PocketFlow<double>& f, const BoneFlow<double>& bone,
                            const BoneSlopes& b, double dv) const {
    PocketSlopes s;
    Row p;
    press(f, bone, b, moves(state.phase), p, s);
    if (!moves(state.phase)) {
        sleep(f, bone, b, dv, p, s);
        return s;
    }
    s.dlambda[Row::lambda] = -state.U / f.R;
    s.dlambda[Row::U] = 1.0 / f.R;
    if (species()) exchange(state, f, s);
    if (gas_.heat) warm(state, f, s);
    const Row p_g = gas_pressure(f);
    shape_ == BubbleShape::gap ? move_in_gap(state, f, bone, b, dv, p, p_g, s) : move_sphere(state, f, p, p_g, s);
    return s;
}

}  // namespace synovia
