// What is timed: the joint's cases with numbers on record, and two violent free bubbles.
#pragma once
#include "solver/draw.hpp"
#include "solver/parameters.hpp"
#include "solver/scenario.hpp"

namespace synovia::bench {

inline Scenario knuckle() { return {}; }

inline Scenario slow_pull() {
    Scenario s;
    s.traction.rise_time = 1.0;
    s.simulation.duration = 1.5;
    return s;
}

inline Scenario large_nucleus() {
    Scenario s;
    s.bubble.nucleus_radius = 1e-6;
    return s;
}

inline Scenario small_joint() {
    Scenario s;
    s.joint.articular_radius = 4e-3;
    return s;
}

/// A knuckle that cracks in so many pockets, as in the preset "knuckle-crack": flat bubbles, heat, radiation, firing by
/// rate.
inline Scenario crack(int pockets) {
    Scenario s;
    s.joint.pockets = pockets;
    s.joint.wall_loss_factor = 0.06;
    s.joint.rim_inertance_factor = 0.5;
    s.bubble.nucleus_radius = 1e-6;
    s.bubble.shape = BubbleShape::gap;
    s.bubble.radiation = true;
    s.bubble.firing = Firing::rate;
    s.gas.heat = true;
    return draw_take(draw_joint(s, 1), 1);
}

/// A 10 um bubble in water, Keller-Miksis.
inline Scenario bubble_in_water() {
    Scenario s = default_scenario(Kind::bubble);
    s.fluid.density = 1000.0;
    s.fluid.sound_speed = 1500.0;
    s.fluid.surface_tension = 0.0728;
    s.fluid.vapour_pressure = 0.0;
    s.fluid.viscosity = 1e-3;
    s.bubble.equation = RadialEquation::keller_miksis;
    s.gas.polytropic_exponent = 1.4;
    s.pressure.ambient = 1e5;
    return s;
}

/// Five cycles of ultrasound at 50 kHz, 130 kPa: 22 collapses.
inline Scenario ultrasound() {
    Scenario s = bubble_in_water();
    s.pressure.kind = PressureKind::sine;
    s.pressure.amplitude = 130e3;
    s.pressure.frequency = 50e3;
    s.simulation.duration = 100e-6;
    return s;
}

/// A tension pulse of a millisecond on a 100 um bubble, then its free rebounds: about what a joint does to one.
inline Scenario tension_pulse() {
    Scenario s = bubble_in_water();
    s.bubble.nucleus_radius = 1e-4;
    s.pressure.kind = PressureKind::pulse;
    s.pressure.amplitude = 105e3;
    s.pressure.duration = 1e-3;
    s.simulation.duration = 2.5e-3;
    return s;
}

}  // namespace synovia::bench
