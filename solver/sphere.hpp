// A sphere that breathes: its volume and how fast that changes.
#pragma once
#include <numbers>

namespace synovia {

/// V = 4/3 pi R^3 [m3]
template <class T>
T sphere_volume(const T& R) {
    return 4.0 / 3.0 * std::numbers::pi * R * R * R;
}

/// dV/dt = 4 pi R^2 U [m3/s]
template <class T>
T volume_rate(const T& R, const T& U) {
    return 4.0 * std::numbers::pi * R * R * U;
}

/// d2V/dt2 = 4 pi R (2 U^2 + R dU/dt) [m3/s2], the source strength of the bubble.
template <class T>
T volume_acceleration(const T& R, const T& U, const T& dU) {
    return 4.0 * std::numbers::pi * R * (2.0 * U * U + R * dU);
}

}  // namespace synovia
