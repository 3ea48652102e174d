// Eight cracks computed by another program (Python, LSODA at a tolerance of 1e-11 with events on its interpolant): what
// was set, and what came out.
#pragma once
#include <limits>
#include <string_view>
#include <vector>

#include "solver/scenario.hpp"

namespace synovia::crack {

constexpr double never = std::numeric_limits<double>::quiet_NaN();

struct Case {
    std::string_view name;
    Scenario scenario;
    std::vector<double> firing_time, min_pressure, min_pressure_time, max_radius, final_radius;  // by pocket
    double final_gap, peak_pressure, peak_time;
    bool released = false;
};

/// A knuckle with sealed pockets, heat and radiation that is torn open at given pressures or by given draws.
inline Scenario knuckle(std::vector<double> weights, std::vector<double> firing_pressures) {
    Scenario s;
    s.joint.pockets = static_cast<double>(weights.size());
    s.joint.pocket_weights = weights;
    s.joint.moving_mass = 0.06;
    s.joint.wall_loss_factor = 0.06;
    s.joint.rim_inertance_factor = 0.5;
    s.bubble.nucleus_radius = 1e-6;
    s.bubble.shape = BubbleShape::gap;
    s.bubble.radiation = true;
    s.bubble.firing = Firing::threshold;
    s.bubble.firing_pressures = firing_pressures;
    s.gas.heat = true;
    s.simulation.duration = 0.1;
    return s;
}

inline Case u1() {
    Scenario s = knuckle({1.0}, {-80000.0});
    return {"one pocket, held nucleus, fires at -80 kPa",
            s,
            {0.061666721154},
            {-79908.461222},
            {0.061689251945},
            {0.004052190342},
            {0.003989451613},
            0.002292233787,
            0.5185622719,
            0.064414894887};
}

inline Case u2() {
    Scenario s = knuckle({0.25, 0.25, 0.25, 0.25}, {-80000.0, -80000.0, -80000.0, -80000.0});
    return {"four equal pockets, all at -80 kPa: they must stay equal to each other",
            s,
            {0.061683796778, 0.061683796778, 0.061683796778, 0.061683796778},
            {-79948.286543, -79948.286543, -79948.286543, -79948.286543},
            {0.061689623477, 0.061689623479, 0.061689623479, 0.061689623479},
            {0.002553687501, 0.002553687501, 0.002553687501, 0.002553687501},
            {0.002511274463, 0.002511274463, 0.002511274463, 0.002511274463},
            0.002287882409,
            0.92388226566,
            0.062111539254};
}

inline Case u3() {
    Scenario s = knuckle({0.5, 0.3, 0.2}, {-60000.0, -90000.0, -120000.0});
    return {"three unequal pockets, rising thresholds",
            s,
            {0.058271966315, 0.059545061659, 0.060154322271},
            {-59925.206238, -90487.571058, -120481.96061},
            {0.058288160378, 0.059574192656, 0.060174557212},
            {0.003210151569, 0.002705930015, 0.002362916341},
            {0.003210151569, 0.002705930015, 0.002362916341},
            0.002358276655,
            0.4782065158,
            0.059989886877};
}

inline Case u4() {
    Scenario s = knuckle({0.5, 0.3, 0.2}, {-60000.0, -90000.0, -120000.0});
    s.bubble.shape = BubbleShape::sphere;
    s.gas.heat = false;
    s.bubble.radiation = false;
    return {"same pockets, shape sphere, no heat, no radiation",
            s,
            {0.058286024923, 0.059486155782, 0.060055784054},
            {-60038.076891, -90455.903085, -120496.27022},
            {0.058296745212, 0.059504144135, 0.060069210653},
            {0.003212950842, 0.002708396938, 0.002365109527},
            {0.003212950842, 0.002708396938, 0.002365109527},
            0.002362691321,
            0.95493768823,
            0.060277593439};
}

inline Case u5() {
    Scenario s =
        knuckle({0.35, 0.25, 0.15, 0.12, 0.08, 0.05}, {-70000.0, -95000.0, -85000.0, -130000.0, -150000.0, -900000.0});
    return {"six pockets, one never fires (threshold -900 kPa)",
            s,
            {0.059989083827, 0.061218290404, 0.060900262072, 0.061920063984, 0.06220806835, never},
            {-69937.104111, -94940.219391, -85061.396477, -130398.71476, -150364.4679, -594340.93955},
            {0.059998483263, 0.06123904126, 0.060912361223, 0.061931225328, 0.06221539194, 0.095330661733},
            {0.002796123986, 0.002497793802, 0.002107225163, 0.001954752913, 0.001707208821, 1e-06},
            {0.002796123986, 0.002497793802, 0.002107225163, 0.001954752913, 0.001707208821, 1e-06},
            0.002258056803,
            0.81398388013,
            0.062184671092};
}

inline Case u6() {
    Scenario s = knuckle({0.5, 0.3, 0.2}, {-60000.0, -90000.0, -120000.0});
    s.traction.release_time = 0.1;
    s.traction.release_ramp = 0.02;
    s.simulation.duration = 0.16;
    return {"three pockets, release at 0.10 s in a ramp of 0.02 s",
            s,
            {0.058271966315, 0.059545061659, 0.060154322271},
            {-59925.206238, -90487.571058, -120481.96061},
            {0.058288160378, 0.059574192656, 0.060174557212},
            {0.003256636953, 0.002745181521, 0.002397231741},
            {0.00023719019823, 0.00021094508887, 0.00019220535019},
            0.00024035516422,
            7.0431572953,
            0.1126117761,
            true};
}

inline Case u7() {
    Scenario s = knuckle({0.4, 0.3, 0.2, 0.1}, {-60000.0, -80000.0, -100000.0, -140000.0});
    s.joint.moving_mass = 3.0;
    s.joint.rim_inertance_factor = 1.0;
    s.joint.articular_radius = 0.0199;
    s.joint.resting_pressure = 100660.0;
    s.joint.wall_compliance = 2.5e-12;
    s.joint.refill_compliance = 4.17e-11;
    s.joint.refill_resistance = 24000000000.0;
    s.joint.ligament_stiffness = 60000.0;
    s.joint.ligament_cubic = 5000000000.0;
    s.joint.damping = 60.0;
    s.joint.contact_stiffness = 3000000.0;
    s.fluid.volume = 2e-06;
    s.traction.distance = 0.008;
    s.traction.series_stiffness = 100000.0;
    s.traction.rise_time = 0.2;
    s.listener.distance = 0.6;
    s.simulation.duration = 0.14;
    return {"knee, four pockets, rim factor 1",
            s,
            {0.082837391851, 0.085214319119, 0.086385145873, 0.087818264996},
            {-59818.01731, -80065.218821, -100033.74815, -140418.97379},
            {0.082906127662, 0.08532319193, 0.086462069843, 0.087857727436},
            {0.006568151331, 0.005962264023, 0.005205757638, 0.004128482804},
            {0.006568151331, 0.005962264023, 0.005205757638, 0.004128482804},
            0.002974892842,
            0.51969665623,
            0.091250519644};
}

inline Case u8() {
    Scenario s = knuckle({0.4, 0.3, 0.2, 0.1}, {});
    s.bubble.firing = Firing::rate;
    s.bubble.strength_draws = {2.0, 0.9, 2.6, 0.02};
    return {"firing law with given draws E (hazard), four pockets",
            s,
            {0.056902707671, 0.054608986836, 0.060045439846, 0.052010265473},
            {-81016.166286, -44519.301014, -198964.363, -24992.530562},
            {0.056924901395, 0.05462548884, 0.060050417871, 0.052061507584},
            {0.002980631006, 0.002710779854, 0.002359317922, 0.001880814958},
            {0.002980631006, 0.002710779854, 0.002359317922, 0.001880814958},
            0.0023582085,
            1.2976553534,
            0.0603220596};
}

inline std::vector<Case> cases() { return {u1(), u2(), u3(), u4(), u5(), u6(), u7(), u8()}; }

}  // namespace synovia::crack
