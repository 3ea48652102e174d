// The state of a joint: three numbers for bone and refill, eleven for each pocket.
#pragma once
#include <array>
#include <cstddef>
#include <span>

namespace synovia {

inline constexpr std::size_t most_pockets = 16;

/// Where the components stand in a state.
namespace joint_layout {
inline constexpr std::size_t bone_size = 3, pocket_size = 11;
enum BoneIndex : std::size_t { opening, rate, refill };
enum PocketIndex : std::size_t { wall, lambda, velocity, co2, n2, o2, omega, theta, hazard, phase, way };
inline constexpr std::size_t pocket(std::size_t k) { return bone_size + pocket_size * k; }
inline constexpr std::size_t size(std::size_t pockets) { return pocket(pockets); }
}  // namespace joint_layout

/// What a pocket's bubble is; kept in the state, so that a state says all there is to say.
enum class Phase {
    asleep,   ///< a nucleus held by its skin: the bubble does not move
    ripe,     ///< the same, its skin torn (firing "rate"): it fires as soon as the tension is Blake's
    spent,    ///< the same as asleep, and it will not fire again in this pull
    skinned,  ///< a bubble that moves, and exchanges no gas before it has grown
    bare      ///< a bubble without a skin
};
inline constexpr bool moves(Phase phase) { return phase == Phase::skinned || phase == Phase::bare; }

/// The bone and what refills the gap, SI.
template <class T>
struct BoneState {
    T x, v;  ///< opening of the gap beyond rest [m], its rate [m/s]
    T V_r;   ///< volume given by the refill [m3]
};

/// One pocket, SI.
template <class T>
struct PocketState {
    T V_w;               ///< volume given by the wall [m3]
    T lambda, U;         ///< ln(R/R0), wall velocity [m/s]
    std::array<T, 3> n;  ///< CO2, N2, O2 in the bubble [mol]
    T omega;             ///< ln(1 + (s/1 s) exp(4 lambda)): clock s of the diffusion layer, freed from the stretching
    T theta;             ///< ln of the gas's temperature over that of the body
    T hazard;            ///< H of the firing law
    Phase phase;
    double way;  ///< of the wall: 1 outwards, -1 inwards, changed where the wall turns
};

}  // namespace synovia
