#include "solver/parameters.hpp"

#include <algorithm>
#include <array>

#include "solver/kinds.hpp"
#include "solver/parameter_access.hpp"
#include "solver/spine_parameters.hpp"

namespace synovia {
namespace {

constexpr std::array<std::string_view, 2> equations{"rayleigh-plesset", "keller-miksis"};
constexpr std::array<std::string_view, 2> shapes{"sphere", "gap"};
constexpr std::array<std::string_view, 3> firings{"blake", "threshold", "rate"};
constexpr std::array<std::string_view, 2> gas_models{"species", "polytropic"};
constexpr std::array<std::string_view, 2> rheologies{"newtonian", "carreau"};
constexpr std::array<std::string_view, 4> tractions{"pull", "force", "gap", "table"};
constexpr std::array<std::string_view, 5> pressures{"constant", "step", "sine", "pulse", "table"};

constexpr auto joint = Applies::joint, single = Applies::single_joint, bubble = Applies::bubble, both = Applies::both;

// clang-format off
// Ranges: wide enough for every joint from a toe to a hip and for the published bubble cases; the robustness campaign
// (tests/README.md) runs inside them, so they are what "validated" means.
const std::array of_bubbles{
    Parameter{"joint.ambient_pressure_pa", "Pa", 3e4, 3e5, joint, false,
              "pressure outside the body",
              member<[](auto& s) -> auto& { return s.joint.ambient_pressure; }>()},
    Parameter{"joint.resting_pressure_pa", "Pa", 2e4, 3e5, joint, false,
              "pressure of the gap liquid at rest",
              member<[](auto& s) -> auto& { return s.joint.resting_pressure; }>()},
    Parameter{"joint.articular_radius_m", "m", 1e-3, 3e-2, joint, true,
              "radius of the opening area between the cartilage faces",
              member<[](auto& s) -> auto& { return s.joint.articular_radius; }>()},
    Parameter{"joint.resting_gap_m", "m", 1e-5, 2e-3, single, true,
              "liquid film between the faces at rest",
              member<[](auto& s) -> auto& { return s.joint.resting_gap; }>()},
    Parameter{"joint.wall_compliance_m3_pa", "m3/Pa", 1e-14, 1e-10, joint, true,
              "prompt give of cartilage, capsule and liquid",
              member<[](auto& s) -> auto& { return s.joint.wall_compliance; }>()},
    Parameter{"joint.wall_loss_factor", "", 0.01, 3.0, joint, true,
              "loss factor of the wall at 1 kHz",
              member<[](auto& s) -> auto& { return s.joint.wall_loss_factor; }>()},
    Parameter{"joint.refill_compliance_m3_pa", "m3/Pa", 1e-14, 1e-9, joint, true,
              "compliance of the recesses that refill the gap slowly",
              member<[](auto& s) -> auto& { return s.joint.refill_compliance; }>()},
    Parameter{"joint.refill_resistance_pa_s_m3", "Pa s/m3", 1e8, 1e14, joint, true,
              "flow resistance of that refill",
              member<[](auto& s) -> auto& { return s.joint.refill_resistance; }>()},
    Parameter{"joint.moving_mass_kg", "kg", 1e-3, 20.0, joint, true,
              "effective mass of the moving bone",
              member<[](auto& s) -> auto& { return s.joint.moving_mass; }>()},
    Parameter{"joint.ligament_stiffness_n_m", "N/m", 0.0, 1e6, joint, true,
              "linear stiffness of capsule and ligaments",
              member<[](auto& s) -> auto& { return s.joint.ligament_stiffness; }>()},
    Parameter{"joint.ligament_cubic_n_m3", "N/m3", 0.0, 1e12, joint, true,
              "cubic stiffness of capsule and ligaments",
              member<[](auto& s) -> auto& { return s.joint.ligament_cubic; }>()},
    Parameter{"joint.damping_n_s_m", "N s/m", 0.0, 1e3, joint, true,
              "damping of the moving bone",
              member<[](auto& s) -> auto& { return s.joint.damping; }>()},
    Parameter{"joint.contact_stiffness_n_m", "N/m", 1e4, 1e8, joint, false,
              "cartilage contact when the gap closes beyond rest",
              member<[](auto& s) -> auto& { return s.joint.contact_stiffness; }>()},
    Parameter{"joint.pockets", "", 1.0, 16.0, single, false,
              "sealed pockets that the gap is divided into, a whole number",
              member<[](auto& s) -> auto& { return s.joint.pockets; }>()},
    Parameter{"joint.pockets_drawn", "", 0.0, 0.0, single, false,
              "every joint draws its number of pockets, 3 to 16 with that mean",
              member<[](auto& s) -> auto& { return s.joint.pockets_drawn; }>()},
    Parameter{"joint.pocket_spread", "", 0.05, 20.0, single, false,
              "shape of the gamma law of the pockets' sizes: the smaller, the more they differ",
              member<[](auto& s) -> auto& { return s.joint.pocket_spread; }>()},
    Parameter{"joint.pocket_weights", "", 0.0, 1.0, single, false,
              "shares of the opening area, instead of drawn ones",
              member<[](auto& s) -> auto& { return s.joint.pocket_weights; }>()},
    Parameter{"joint.rim_inertance_factor", "", 0.0, 2.0, joint, false,
              "shape gap: inertance of the liquid beyond the rim, 1 for one open gap",
              member<[](auto& s) -> auto& { return s.joint.rim_inertance_factor; }>()},
    Parameter{"joint.skin_depth_m", "m", 1e-3, 0.2, joint, false,
              "depth of the bubble below the skin, which sets free slow pressure waves",
              member<[](auto& s) -> auto& { return s.joint.skin_depth; }>()},
    Parameter{"fluid.density_kg_m3", "kg/m3", 500.0, 2000.0, both, false,
              "density of the liquid",
              member<[](auto& s) -> auto& { return s.fluid.density; }>()},
    Parameter{"fluid.sound_speed_m_s", "m/s", 300.0, 5000.0, both, false,
              "speed of sound in the liquid",
              member<[](auto& s) -> auto& { return s.fluid.sound_speed; }>()},
    Parameter{"fluid.surface_tension_n_m", "N/m", 0.0, 0.5, both, false,
              "surface tension of the bubble wall",
              member<[](auto& s) -> auto& { return s.fluid.surface_tension; }>()},
    Parameter{"fluid.vapour_pressure_pa", "Pa", 0.0, 2e4, both, false,
              "vapour pressure of the liquid",
              member<[](auto& s) -> auto& { return s.fluid.vapour_pressure; }>()},
    Parameter{"fluid.rheology", "", 0.0, 0.0, both, false,
              "viscosity law of the liquid",
              choice<[](auto& s) -> auto& { return s.fluid.rheology; }, rheologies>()},
    Parameter{"fluid.viscosity_pa_s", "Pa s", 0.0, 10.0, both, false,
              "viscosity of a newtonian liquid",
              member<[](auto& s) -> auto& { return s.fluid.viscosity; }>()},
    Parameter{"fluid.zero_shear_viscosity_pa_s", "Pa s", 1e-3, 100.0, both, true,
              "Carreau: viscosity at rest",
              member<[](auto& s) -> auto& { return s.fluid.zero_shear_viscosity; }>()},
    Parameter{"fluid.infinite_shear_viscosity_pa_s", "Pa s", 1e-4, 1.0, both, false,
              "Carreau: viscosity at high shear rate",
              member<[](auto& s) -> auto& { return s.fluid.infinite_shear_viscosity; }>()},
    Parameter{"fluid.carreau_time_s", "s", 1e-6, 100.0, both, false,
              "Carreau: time constant",
              member<[](auto& s) -> auto& { return s.fluid.carreau_time; }>()},
    Parameter{"fluid.carreau_index", "", 0.1, 1.0, both, false,
              "Carreau: exponent n",
              member<[](auto& s) -> auto& { return s.fluid.carreau_index; }>()},
    Parameter{"fluid.volume_m3", "m3", 1e-9, 1e-4, joint, true,
              "liquid that holds dissolved gas for the bubble",
              member<[](auto& s) -> auto& { return s.fluid.volume; }>()},
    Parameter{"bubble.equation", "", 0.0, 0.0, both, false,
              "equation of the bubble wall",
              choice<[](auto& s) -> auto& { return s.bubble.equation; }, equations>()},
    Parameter{"bubble.shape", "", 0.0, 0.0, both, false,
              "shape of the bubble",
              choice<[](auto& s) -> auto& { return s.bubble.shape; }, shapes>()},
    Parameter{"bubble.firing", "", 0.0, 0.0, single, false,
              "what lets a nucleus go",
              choice<[](auto& s) -> auto& { return s.bubble.firing; }, firings>()},
    Parameter{"bubble.firing_pressures_pa", "Pa", -1e7, 1e6, single, false,
              "firing threshold: pressure at the nucleus of each pocket",
              member<[](auto& s) -> auto& { return s.bubble.firing_pressures; }>()},
    Parameter{"bubble.strength_pa", "Pa", 1e3, 1e6, single, false,
              "firing rate: tension that a pull of 0.15 s tears open",
              member<[](auto& s) -> auto& { return s.bubble.strength; }>()},
    Parameter{"bubble.strength_exponent", "", 0.0, 3.0, single, false,
              "firing rate: how the strength grows with the rate of loading",
              member<[](auto& s) -> auto& { return s.bubble.strength_exponent; }>()},
    Parameter{"bubble.strength_spread", "", 0.05, 3.0, single, false,
              "firing rate: spread relative to the strength",
              member<[](auto& s) -> auto& { return s.bubble.strength_spread; }>()},
    Parameter{"bubble.strength_rate_1_s", "1/s", 0.1, 1e5, single, false,
              "firing rate: how often a nucleus tries",
              member<[](auto& s) -> auto& { return s.bubble.strength_rate; }>()},
    Parameter{"bubble.strength_area_exponent", "", 0.0, 3.0, single, false,
              "firing rate: how much sooner larger pockets tear",
              member<[](auto& s) -> auto& { return s.bubble.strength_area_exponent; }>()},
    Parameter{"bubble.strength_draws", "", 0.0, 1e3, single, false,
              "firing rate: exponential variates of each pocket, instead of drawn ones",
              member<[](auto& s) -> auto& { return s.bubble.strength_draws; }>()},
    Parameter{"bubble.nucleus_radius_m", "m", 1e-8, 10.0, both, true,
              "gas nucleus, or the bubble left by an earlier pop",
              member<[](auto& s) -> auto& { return s.bubble.nucleus_radius; }>()},
    Parameter{"bubble.initial_velocity_m_s", "m/s", -100.0, 100.0, bubble, false,
              "wall velocity at t = 0",
              member<[](auto& s) -> auto& { return s.bubble.initial_velocity; }>()},
    Parameter{"bubble.stabilised", "", 0.0, 0.0, joint, false,
              "a skin or crevice keeps the nucleus from exchanging gas until it grows",
              member<[](auto& s) -> auto& { return s.bubble.stabilised; }>()},
    Parameter{"bubble.radiation", "", 0.0, 0.0, both, false,
              "the bubble radiates sound into its liquid",
              member<[](auto& s) -> auto& { return s.bubble.radiation; }>()},
    Parameter{"gas.model", "", 0.0, 0.0, both, false,
              "gas in the bubble",
              choice<[](auto& s) -> auto& { return s.gas.model; }, gas_models>()},
    Parameter{"gas.polytropic_exponent", "", 1.0, 1.7, both, false,
              "kappa of the polytropic gas",
              member<[](auto& s) -> auto& { return s.gas.polytropic_exponent; }>()},
    Parameter{"gas.initial_pressure_pa", "Pa", 1e-3, 1e9, both, false,
              "gas pressure at t = 0 where it is not the equilibrium",
              member<[](auto& s) -> auto& { return s.gas.initial_pressure; }>()},
    Parameter{"gas.temperature_k", "K", 273.15, 333.15, joint, false,
              "temperature of the gas",
              member<[](auto& s) -> auto& { return s.gas.temperature; }>()},
    Parameter{"gas.heat", "", 0.0, 0.0, joint, false,
              "the gas warms and cools; without it stays at its temperature",
              member<[](auto& s) -> auto& { return s.gas.heat; }>()},
    Parameter{"gas.conductivity_w_mk", "W/mK", 1e-3, 0.2, joint, false,
              "conductivity of the gas for heat",
              member<[](auto& s) -> auto& { return s.gas.conductivity; }>()},
    Parameter{"gas.resting_load_pa", "Pa", 0.0, 3e5, joint, false,
              "load of the faces on gas between them while the joint rests",
              member<[](auto& s) -> auto& { return s.gas.resting_load; }>()},
    Parameter{"gas.tissue_exchange_time_s", "s", 1.0, 1e6, joint, false,
              "time in which the tissue restores the dissolved gas",
              member<[](auto& s) -> auto& { return s.gas.tissue_exchange_time; }>()},
    Parameter{"gas.co2.diffusivity_m2_s", "m2/s", 1e-11, 1e-8, joint, false,
              "CO2: diffusivity in the liquid",
              member<[](auto& s) -> auto& { return s.gas.co2.diffusivity; }>()},
    Parameter{"gas.co2.ostwald", "", 1e-4, 2.0, joint, false,
              "CO2: Ostwald solubility",
              member<[](auto& s) -> auto& { return s.gas.co2.ostwald; }>()},
    Parameter{"gas.co2.partial_pressure_pa", "Pa", 1.0, 2e5, joint, false,
              "CO2: partial pressure in equilibrium with the tissue",
              member<[](auto& s) -> auto& { return s.gas.co2.partial_pressure; }>()},
    Parameter{"gas.co2.heat_capacity_j_mol_k", "J/mol K", 20.0, 100.0, joint, false,
              "CO2: heat capacity at constant pressure",
              member<[](auto& s) -> auto& { return s.gas.co2.heat_capacity; }>()},
    Parameter{"gas.n2.diffusivity_m2_s", "m2/s", 1e-11, 1e-8, joint, false,
              "N2: diffusivity in the liquid",
              member<[](auto& s) -> auto& { return s.gas.n2.diffusivity; }>()},
    Parameter{"gas.n2.ostwald", "", 1e-4, 2.0, joint, false,
              "N2: Ostwald solubility",
              member<[](auto& s) -> auto& { return s.gas.n2.ostwald; }>()},
    Parameter{"gas.n2.partial_pressure_pa", "Pa", 1.0, 2e5, joint, false,
              "N2: partial pressure in equilibrium with the tissue",
              member<[](auto& s) -> auto& { return s.gas.n2.partial_pressure; }>()},
    Parameter{"gas.n2.heat_capacity_j_mol_k", "J/mol K", 20.0, 100.0, joint, false,
              "N2: heat capacity at constant pressure",
              member<[](auto& s) -> auto& { return s.gas.n2.heat_capacity; }>()},
    Parameter{"gas.o2.diffusivity_m2_s", "m2/s", 1e-11, 1e-8, joint, false,
              "O2: diffusivity in the liquid",
              member<[](auto& s) -> auto& { return s.gas.o2.diffusivity; }>()},
    Parameter{"gas.o2.ostwald", "", 1e-4, 2.0, joint, false,
              "O2: Ostwald solubility",
              member<[](auto& s) -> auto& { return s.gas.o2.ostwald; }>()},
    Parameter{"gas.o2.partial_pressure_pa", "Pa", 1.0, 2e5, joint, false,
              "O2: partial pressure in equilibrium with the tissue",
              member<[](auto& s) -> auto& { return s.gas.o2.partial_pressure; }>()},
    Parameter{"gas.o2.heat_capacity_j_mol_k", "J/mol K", 20.0, 100.0, joint, false,
              "O2: heat capacity at constant pressure",
              member<[](auto& s) -> auto& { return s.gas.o2.heat_capacity; }>()},
    Parameter{"traction.kind", "", 0.0, 0.0, single, false,
              "what the hands prescribe",
              choice<[](auto& s) -> auto& { return s.traction.kind; }, tractions>()},
    Parameter{"traction.force_n", "N", 0.0, 5e3, single, true,
              "kind force: full force",
              member<[](auto& s) -> auto& { return s.traction.force; }>()},
    Parameter{"traction.distance_m", "m", 0.0, 0.1, single, true,
              "kinds pull and gap: full way of the hand",
              member<[](auto& s) -> auto& { return s.traction.distance; }>()},
    Parameter{"traction.series_stiffness_n_m", "N/m", 1e2, 1e7, joint, true,
              "kind pull: soft tissue between hand and bone",
              member<[](auto& s) -> auto& { return s.traction.series_stiffness; }>()},
    Parameter{"traction.rise_time_s", "s", 1e-3, 100.0, single, true,
              "duration of the pull",
              member<[](auto& s) -> auto& { return s.traction.rise_time; }>()},
    Parameter{"traction.release_time_s", "s", 0.0, 1e3, single, false,
              "start of the release",
              member<[](auto& s) -> auto& { return s.traction.release_time; }>()},
    Parameter{"traction.release_ramp_s", "s", 1e-3, 10.0, single, true,
              "how long letting go takes, as long as the pull where it is not given",
              member<[](auto& s) -> auto& { return s.traction.release_ramp; }>(), true},
    Parameter{"traction.table", "", 0.0, 0.0, single, false,
              "kind table: CSV file with columns t_s,x_m, the hand's way",
              member<[](auto& s) -> auto& { return s.traction.table; }>()},
    Parameter{"pressure.kind", "", 0.0, 0.0, bubble, false,
              "far-field pressure in time",
              choice<[](auto& s) -> auto& { return s.pressure.kind; }, pressures>()},
    Parameter{"pressure.ambient_pa", "Pa", 0.0, 1e8, bubble, false,
              "pressure of the equilibrium before t = 0",
              member<[](auto& s) -> auto& { return s.pressure.ambient; }>()},
    Parameter{"pressure.amplitude_pa", "Pa", -1e8, 1e8, bubble, false,
              "amplitude, positive = tension first",
              member<[](auto& s) -> auto& { return s.pressure.amplitude; }>()},
    Parameter{"pressure.frequency_hz", "Hz", 1e-2, 1e8, bubble, false,
              "frequency of the sine",
              member<[](auto& s) -> auto& { return s.pressure.frequency; }>()},
    Parameter{"pressure.cycles", "", 0.01, 1e6, bubble, false,
              "cycles of the sine",
              member<[](auto& s) -> auto& { return s.pressure.cycles; }>()},
    Parameter{"pressure.duration_s", "s", 1e-9, 1e3, bubble, false,
              "length of the pulse",
              member<[](auto& s) -> auto& { return s.pressure.duration; }>()},
    Parameter{"pressure.table", "", 0.0, 0.0, bubble, false,
              "CSV file with columns t_s,p_pa",
              member<[](auto& s) -> auto& { return s.pressure.table; }>()},
    Parameter{"listener.distance_m", "m", 0.01, 100.0, both, false,
              "distance of the listener",
              member<[](auto& s) -> auto& { return s.listener.distance; }>()},
    Parameter{"listener.air_density_kg_m3", "kg/m3", 0.3, 3.0, joint, false,
              "density of the air",
              member<[](auto& s) -> auto& { return s.listener.air_density; }>()},
    Parameter{"listener.air_sound_speed_m_s", "m/s", 200.0, 500.0, joint, false,
              "speed of sound in the air",
              member<[](auto& s) -> auto& { return s.listener.air_sound_speed; }>()},
    Parameter{"listener.body_radius_m", "m", 1e-3, 0.5, joint, false,
              "finite size of the body: one-pole low pass",
              member<[](auto& s) -> auto& { return s.listener.body_radius; }>()},
    Parameter{"simulation.duration_s", "s", 1e-9, 100.0, both, false,
              "simulated time",
              member<[](auto& s) -> auto& { return s.simulation.duration; }>()},
    Parameter{"simulation.relative_tolerance", "", 1e-11, 1e-3, both, false,
              "local error per step",
              member<[](auto& s) -> auto& { return s.simulation.relative_tolerance; }>()},
};
// clang-format on

}  // namespace

std::span<const Parameter> parameters() {
    static const std::vector<Parameter> table = [] {
        std::vector<Parameter> all(of_bubbles.begin(), of_bubbles.end());
        all.insert(all.end(), spine_parameters().begin(), spine_parameters().end());
        return all;
    }();
    return table;
}

const Parameter* find_parameter(std::string_view key) {
    const auto table = parameters();
    const auto found = std::find_if(table.begin(), table.end(), [&](const Parameter& p) { return p.key == key; });
    return found == table.end() ? nullptr : &*found;
}

std::optional<double> number(const Scenario& scenario, const Parameter& parameter) {
    if (const auto* access = std::get_if<MemberAccess<double>>(&parameter.access)) return (*access)(scenario);
    if (const auto* access = std::get_if<MemberAccess<std::optional<double>>>(&parameter.access))
        return (*access)(scenario);
    return std::nullopt;
}

void set_number(Scenario& scenario, const Parameter& parameter, double value) {
    if (const auto* access = std::get_if<MemberAccess<std::optional<double>>>(&parameter.access))
        (*access)(scenario) = value;
    else
        std::get<MemberAccess<double>>(parameter.access)(scenario) = value;
}

bool applies(const Parameter& parameter, Kind kind) {
    const std::span<const Applies> owned = row_of(kind).applies;
    return std::find(owned.begin(), owned.end(), parameter.applies) != owned.end();
}

Scenario default_scenario(Kind kind) { return row_of(kind).defaults(); }

}  // namespace synovia
