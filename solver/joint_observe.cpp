// What of a joint's state can be seen, and its balances.
#include <cmath>
#include <numbers>

#include "solver/joint_model.hpp"
#include "solver/sphere.hpp"

namespace synovia {

void JointModel::observe_pockets(double t, std::span<const double> y, std::span<PocketSample> samples) const {
    Flow<double> f;
    flow(y, t, f);
    for (std::size_t k = 0; k < pockets(); ++k) {
        const PocketState<double>& state = f.states[k];
        const PocketFlow<double>& p = f.pockets[k];
        samples[place(k)] = {p.p,
                             p.R,
                             state.U,
                             p.p_g,
                             volume_acceleration(p.R, state.U, p.dU + p.dU_dv * f.dv),
                             moves(state.phase) ? p.p : p.p_c + p.p_c_dv * f.dv,
                             scenario_.gas.temperature * std::exp(state.theta)};
    }
}

/// Pressures and radii of several pockets are those of the extremes: the lowest pressure, the largest bubble.
Sample JointModel::observe(double t, std::span<const double> y) const {
    Flow<double> f;
    flow(y, t, f);
    const BoneState<double> bone = bone_state(y);
    Sample s;
    s.time = t;
    s.gap = bone_.resting_gap() + f.bone.x;
    s.gap_rate = f.bone.v;
    s.capsule_volume = bone.V_r;
    s.gap_pressure = f.pockets[0].p;
    for (std::size_t k = 0; k < pockets(); ++k) {
        const PocketState<double>& state = f.states[k];
        const PocketFlow<double>& p = f.pockets[k];
        s.capsule_volume += state.V_w;
        s.gap_pressure = std::min(s.gap_pressure, p.p);
        if (p.R > s.radius) {
            s.radius = p.R;
            s.wall_velocity = state.U;
            s.gas_pressure = p.p_g;
            s.gas_temperature = scenario_.gas.temperature * std::exp(state.theta);
        }
        s.bubble_volume += p.V;
        s.volume_acceleration += volume_acceleration(p.R, state.U, p.dU + p.dU_dv * f.dv);
        if (scenario_.gas.model == GasModel::species)
            for (std::size_t i = 0; i < 3; ++i) s.gas_mol[i] += state.n[i];
    }
    s.pressure = pressure_gain_ * s.volume_acceleration;
    return s;
}

double JointModel::stored_energy(double t, std::span<const double> y) const {
    Flow<double> f;
    flow(y, t, f);
    const BoneState<double> bone = bone_state(y);
    double energy = 0.5 * bone_.mass() * f.bone.v * f.bone.v + bone_.tissue_energy(f.bone.x) +
                    0.5 * bone.V_r * bone.V_r / bone_.refill_compliance();
    for (std::size_t k = 0; k < pockets(); ++k) energy += pockets_[k].energy(f.states[k], f.bone, f.dv).stored;
    return energy;
}

/// The drive of a given motion is what moves the bone against everything else.
JointModel::Powers JointModel::powers(double t, std::span<const double> y) const {
    Flow<double> f;
    flow(y, t, f);
    double force = bone_.mass() * f.dv + bone_.tissue_force(f.bone.x) + bone_.damping() * f.bone.v;
    Powers power{};
    power.dissipation = bone_.damping() * f.bone.v * f.bone.v;
    for (std::size_t k = 0; k < pockets(); ++k) {
        const PocketEnergy e = pockets_[k].energy(f.states[k], f.bone, f.dv);
        force -= f.pockets[k].pull - f.pockets[k].mass * f.dv;
        power.dissipation += e.dissipation;
        power.expansion += e.expansion;
    }
    power.drive = force * f.bone.v;
    return power;
}

JointModel::VolumeBalance JointModel::volumes(double t, std::span<const double> y) const {
    Flow<double> f;
    flow(y, t, f);
    VolumeBalance balance{0.0, bone_state(y).V_r};
    for (std::size_t k = 0; k < pockets(); ++k) {
        const PocketState<double>& start = pockets_[k].start();
        balance.opened += pockets_[k].area() * f.bone.x;
        balance.taken +=
            f.states[k].V_w + f.pockets[k].V - sphere_volume(pockets_[k].nucleus_radius() * std::exp(start.lambda));
    }
    return balance;
}

}  // namespace synovia
