#include "solver/joint_model.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <numeric>
#include <tuple>

#include "solver/emission.hpp"
#include "solver/kinds.hpp"
#include "solver/sphere.hpp"
#include "solver/validity.hpp"

namespace synovia {
namespace {

using namespace joint_layout;

/// Sizes that make every component of the scaled state of order one in a pop (solver/README.md, "Numerics").
std::vector<double> state_scales(const Scenario& s, const std::vector<Pocket>& pockets) {
    const double x = 1e-3, whole = std::numbers::pi * s.joint.articular_radius * s.joint.articular_radius;
    std::vector<double> scale{x, 1.0, whole * x};
    for (const Pocket& p : pockets) {
        const auto dissolved = p.dissolved_moles();
        const double U = 5.0 / std::sqrt(p.share());  // a small bubble is heard less
        scale.insert(scale.end(),
                     {p.area() * x, 1.0, U, dissolved[0], dissolved[1], dissolved[2], 1.0, 1.0, 1.0, 1.0, 1.0});
    }
    return scale;
}

std::vector<double> shares_of(const Scenario& s) {
    return s.joint.pocket_weights.empty() ? std::vector<double>{1.0} : s.joint.pocket_weights;
}

/// Places of the pockets by their share, then by what else tells them apart: sums over them then round in the same way
/// however the scenario lists them.
std::vector<std::size_t> from_large_to_small(const Scenario& s, const std::vector<double>& w, const JointStart& start) {
    const auto key = [&](std::size_t k) {
        const auto of = [k](const std::vector<double>& list) { return k < list.size() ? list[k] : 0.0; };
        const PocketStart left = start.empty() ? PocketStart{} : start[k];
        return std::tuple(-w[k], of(s.bubble.firing_pressures), of(s.bubble.strength_draws), left.moles, left.dissolved,
                          left.layer_age);
    };
    std::vector<std::size_t> places(w.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return places;
}

/// The phase in a state, which interpolation may have left a little beside its number.
Phase phase_at(double component) { return static_cast<Phase>(static_cast<int>(component + 0.5)); }

/// A bubble that shrinks below so many times its nucleus is held by the nucleus's skin again; proposed.
constexpr double closing_growth = 2.5;
/// A wall slower than so many times its tolerance does not shrink as far as a step can tell: one that rests would turn
/// at every step.
constexpr double resting_share = 2.0;

}  // namespace

JointModel::JointModel(const Scenario& scenario, const JointStart& start)
    : scenario_(scenario),
      bone_(scenario),
      pressure_gain_(pressure_per_strength(medium(scenario), scenario.listener.distance)) {
    const std::vector<double> w = shares_of(scenario);
    assert(start.empty() || start.size() == w.size());
    place_ = from_large_to_small(scenario, w, start);
    for (const std::size_t k : place_) {
        pockets_.emplace_back(scenario, w[k], start.empty() ? nullptr : &start[k]);
        laws_.emplace_back(scenario, k, w.size(), w[k]);
    }
    scale_ = state_scales(scenario, pockets_);
    for (const double s : scale_) inverse_scale_.push_back(1.0 / s);
}

std::vector<double> JointModel::shares() const { return shares_of(scenario_); }

void JointModel::set_rise(double rise_time) {
    for (FiringLaw& law : laws_) law.set_rise(rise_time);
}

std::vector<double> JointModel::rest() const {
    std::vector<double> y(size(), 0.0);
    for (std::size_t k = 0; k < pockets(); ++k) put(y, k, pockets_[k].start());
    return y;
}

std::vector<double> JointModel::in_motion(const JointMotion& motion) const {
    std::vector<double> y = rest();
    y[opening] = motion.opening * inverse_scale_[opening];
    y[rate] = motion.opening_rate * inverse_scale_[rate];
    y[refill] = motion.refill_volume * inverse_scale_[refill];
    for (std::size_t k = 0; k < pockets(); ++k) {
        PocketState<double> pocket = pockets_[k].start();
        pocket.V_w = pockets_[k].share() * motion.wall_volume;
        if (moves(pocket.phase)) pocket.lambda = std::log(motion.radius / scenario_.bubble.nucleus_radius);
        put(y, k, pocket);
    }
    return y;
}

template <class T>
BoneState<T> JointModel::bone_state(std::span<const T> y) const {
    return {y[opening] * scale_[opening], y[rate] * scale_[rate], y[refill] * scale_[refill]};
}

template <class T>
PocketState<T> JointModel::pocket_state(std::span<const T> y, std::size_t k) const {
    const T* u = y.data() + joint_layout::pocket(k);
    const double* s = scale_.data() + joint_layout::pocket(k);
    return {u[wall] * s[wall],
            u[lambda],
            u[velocity] * s[velocity],
            {u[co2] * s[co2], u[n2] * s[n2], u[o2] * s[o2]},
            u[omega] * s[omega],
            u[theta],
            u[hazard],
            phase_at(value(u[joint_layout::phase])),
            value(u[way]) < 0.0 ? -1.0 : 1.0};
}

PocketState<double> JointModel::get(std::span<const double> y, std::size_t k) const { return pocket_state(y, k); }

void JointModel::put(std::span<double> y, std::size_t k, const PocketState<double>& p) const {
    const std::array<double, pocket_size> values{
        p.V_w, p.lambda, p.U, p.n[0], p.n[1], p.n[2], p.omega, p.theta, p.hazard, static_cast<double>(p.phase), p.way};
    for (std::size_t i = 0; i < pocket_size; ++i) {
        const std::size_t at = joint_layout::pocket(k) + i;
        y[at] = values[i] * inverse_scale_[at];
    }
}

Phase JointModel::phase(std::span<const double> y, std::size_t k) const {
    return phase_at(y[joint_layout::pocket(k) + joint_layout::phase]);
}

/// m dv/dt = F_drive - F_tissue - c v + sum over the pockets of (pull - mass dv/dt)
template <class T>
void JointModel::flow(std::span<const T> y, const T& t, Flow<T>& f) const {
    f.bone = bone_.flow(bone_state(y), t);
    T force = f.bone.force, inertia(bone_.mass());
    for (std::size_t k = 0; k < pockets(); ++k) {
        f.states[k] = pocket_state(y, k);
        pockets_[k].flow(f.states[k], f.bone, f.pockets[k]);
        force += f.pockets[k].pull;
        inertia += f.pockets[k].mass;
    }
    f.dv = bone_.prescribed() ? f.bone.given : force / inertia;
}

template <class T>
void JointModel::rates(std::span<const T> y, const T& t, std::span<T> dydt) const {
    Flow<T> f;
    flow(y, t, f);
    write_rates(f, dydt);
}

template <class T>
void JointModel::write_rates(const Flow<T>& f, std::span<T> dydt) const {
    dydt[opening] = f.bone.v * inverse_scale_[opening];
    dydt[rate] = f.dv * inverse_scale_[rate];
    T dV_r(0.0);
    for (std::size_t k = 0; k < pockets(); ++k) {
        const PocketFlow<T>& p = f.pockets[k];
        const PocketState<T>& state = f.states[k];
        const bool asleep = !moves(state.phase);
        dV_r += pockets_[k].refill_flow(f.bone, p.p);
        T* d = dydt.data() + joint_layout::pocket(k);
        const double* s = inverse_scale_.data() + joint_layout::pocket(k);
        d[wall] = pockets_[k].wall_flow(state, p.p) * s[wall];
        d[lambda] = asleep ? T(0.0) : state.U / p.R;
        d[velocity] = (p.dU + p.dU_dv * f.dv) * s[velocity];
        for (std::size_t i = 0; i < 3; ++i) d[co2 + i] = p.dn[i] * s[co2 + i];
        d[omega] = p.domega * s[omega];
        d[theta] = p.dtheta;
        d[hazard] = state.phase == Phase::asleep ? laws_[k].hazard_rate(T(p.p_c + p.p_c_dv * f.dv)) : T(0.0);
        d[joint_layout::phase] = d[way] = T(0.0);
    }
    dydt[refill] = dV_r * inverse_scale_[refill];
}

// joint_observe.cpp uses these too
template BoneState<double> JointModel::bone_state(std::span<const double>) const;
template PocketState<double> JointModel::pocket_state(std::span<const double>, std::size_t) const;
template void JointModel::flow(std::span<const double>, const double&, Flow<double>&) const;
template void JointModel::rates(std::span<const double>, const double&, std::span<double>) const;
template void JointModel::rates(std::span<const Dual<1>>, const Dual<1>&, std::span<Dual<1>>) const;

void JointModel::Linearisation::update(std::span<const double> y, double t, std::span<double> dydt,
                                       std::span<double> dfdt) {
    const JointModel& m = model_;
    Flow<double> f;
    m.flow(y, t, f);
    m.write_rates(f, dydt);
    const BoneSlopes slopes = m.bone_.slopes(f.bone, t);
    arrow_.mass = m.bone_.mass();
    arrow_.force_x = slopes.force_x;
    arrow_.force_v = slopes.force_v;
    arrow_.prescribed = m.bone_.prescribed();
    arrow_.pockets.resize(m.pockets());
    for (std::size_t k = 0; k < m.pockets(); ++k) {
        Arrow::Block& b = arrow_.pockets[k];
        const PocketState<double>& state = f.states[k];
        const PocketFlow<double>& p = f.pockets[k];
        b.moves = moves(state.phase);
        b.slopes = m.pockets_[k].slopes(state, p, f.bone, slopes, f.dv);
        b.hazard = Row{};
        if (state.phase == Phase::asleep) b.hazard.add(m.laws_[k].hazard_slope(p.p_c + p.p_c_dv * f.dv), b.slopes.p_c);
    }
    arrow_.time_derivative(f.bone.v, f.dv, slopes.force_t, slopes.jerk, dfdt);
    for (std::size_t i = 0; i < m.size(); ++i) dfdt[i] *= m.inverse_scale_[i];
    scaled_.resize(m.size());
}

void JointModel::Linearisation::solve(std::span<double> r) const {
    const auto scale = [&](const std::vector<double>& factor) {
        std::transform(r.begin(), r.end(), factor.begin(), r.begin(), std::multiplies<>());
    };
    scale(model_.scale_);
    arrow_.solve(r);
    scale(model_.inverse_scale_);
}

void JointModel::Linearisation::multiply(std::span<const double> in, std::span<double> out) const {
    for (std::size_t i = 0; i < in.size(); ++i) scaled_[i] = in[i] * model_.scale_[i];
    arrow_.multiply(scaled_, out);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] *= model_.inverse_scale_[i];
}

double JointModel::radius(std::span<const double> y, std::size_t k) const {
    return pockets_[k].nucleus_radius() * std::exp(y[joint_layout::pocket(k) + lambda]);
}

double JointModel::largest_radius(std::span<const double> y) const {
    double R = 0.0;
    for (std::size_t k = 0; k < pockets(); ++k) R = std::max(R, radius(y, k));
    return R;
}

double JointModel::wall_velocity(std::span<const double> y, std::size_t k) const {
    const std::size_t at = joint_layout::pocket(k) + velocity;
    return y[at] * scale_[at];
}

double JointModel::bubble_acceleration(double t, std::span<const double> y, std::size_t k) const {
    Flow<double> f;
    flow(y, t, f);
    const PocketFlow<double>& p = f.pockets[k];
    return volume_acceleration(p.R, wall_velocity(y, k), p.dU + p.dU_dv * f.dv);
}

double JointModel::gap_rate(double t, std::span<const double> y) const {
    return bone_.prescribed() ? bone_.flow(bone_state(y), t).v : y[rate] * scale_[rate];
}

bool JointModel::armed(std::span<const double> y) const {
    for (std::size_t k = 0; k < pockets(); ++k) {
        const Phase now = phase(y, k);
        if (now == Phase::ripe) return true;
        if (now == Phase::asleep && laws_[k].due(y[joint_layout::pocket(k) + hazard])) return true;
    }
    return false;
}

void JointModel::firing_excess(double t, std::span<const double> y, std::span<double> excess) const {
    Flow<double> f;
    flow(y, t, f);
    for (std::size_t k = 0; k < pockets(); ++k) {
        const PocketState<double>& state = f.states[k];
        const double p_c = f.pockets[k].p_c + f.pockets[k].p_c_dv * f.dv;
        excess[k] = -std::numeric_limits<double>::infinity();
        if (state.phase == Phase::asleep) excess[k] = laws_[k].strain(state.hazard, p_c);
        if (state.phase == Phase::ripe) excess[k] = laws_[k].tension(p_c);
    }
}

double JointModel::resting_velocity(std::size_t k) const {
    return resting_share * scenario_.simulation.relative_tolerance * scale_[joint_layout::pocket(k) + velocity];
}

bool JointModel::closes(std::span<const double> y, std::size_t k) const {
    const bool held = scenario_.bubble.firing != Firing::blake, bare = phase(y, k) == Phase::bare;
    const double* u = y.data() + joint_layout::pocket(k);
    if (!scenario_.bubble.stabilised || !moves(phase(y, k)) || (!held && !bare)) return false;
    return wall_velocity(y, k) < -resting_velocity(k) && u[lambda] < (held ? std::log(closing_growth) : 0.0);
}

bool JointModel::turns(std::span<const double> y, std::size_t k) const {
    const double way = y[joint_layout::pocket(k) + joint_layout::way];
    return scenario_.gas.heat && moves(phase(y, k)) && way * wall_velocity(y, k) < -resting_velocity(k);
}

bool JointModel::vanished(std::span<const double> y) const {
    for (std::size_t k = 0; k < pockets(); ++k)
        if (moves(phase(y, k)) && radius(y, k) < continuum_radius) return true;
    return false;
}

JointStart JointModel::left_over(std::span<const double> y) const {
    JointStart left(pockets());
    for (std::size_t k = 0; k < pockets(); ++k) {
        const PocketState<double> state = pocket_state(y, k);
        PocketStart start;
        start.dissolved = pockets_[k].dissolved(state);
        if (moves(state.phase) && scenario_.gas.model == GasModel::species) {
            start.moles = state.n;
            start.layer_age = Pocket::layer_age(state);
        }
        left[place(k)] = start;
    }
    return left;
}

}  // namespace synovia
