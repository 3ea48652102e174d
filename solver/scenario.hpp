// What is simulated, as plain data: one Scenario per run, SI units throughout.
// Every member has one preset key (solver/parameters.hpp) that repeats its unit; the defaults are the preset "knuckle".
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "solver/spine_scenario.hpp"

namespace synovia {

enum class Kind { joint, bubble, spine };
enum class RadialEquation { rayleigh_plesset, keller_miksis };
enum class BubbleShape { sphere, gap };
enum class Firing { blake, threshold, rate };
enum class GasModel { species, polytropic };
enum class Rheology { newtonian, carreau };
enum class TractionKind { pull, force, gap, table };
enum class PressureKind { constant, step, sine, pulse, table };
enum class ListenerKind { mono, stereo };
enum class RoomKind { none, near, small };

/// The closed joint capsule around the gap, and the bone that opens it.
struct Joint {
    double ambient_pressure = 101325.0;  ///< outside the body [Pa]
    double resting_pressure = 100300.0;  ///< gap liquid at rest [Pa]
    double articular_radius = 6.9e-3;    ///< opening area A = pi a^2 [m]
    double resting_gap = 1e-4;           ///< liquid film at rest [m]
    double wall_compliance = 3e-13;      ///< prompt give of cartilage, capsule and liquid [m3/Pa]
    double wall_loss_factor = 0.3;       ///< loss factor of the wall at 1 kHz [-]
    double refill_compliance = 5e-12;    ///< slow refill from the recesses [m3/Pa]
    double refill_resistance = 2e11;     ///< and its flow resistance [Pa s/m3]
    double moving_mass = 0.03;           ///< effective mass of the moving bone [kg]
    double ligament_stiffness = 8e3;     ///< tissue parallel to the fluid, linear [N/m]
    double ligament_cubic = 1.5e9;       ///< and cubic [N/m3]
    double damping = 5.0;                ///< of the moving bone [N s/m]
    double contact_stiffness = 5e5;      ///< cartilage on cartilage, closed gap [N/m]
    double pockets = 1.0;                ///< sealed pockets that the gap is divided into, a whole number [-]
    bool pockets_drawn = false;          ///< their number is drawn with that mean, else it is exactly that
    double pocket_spread = 0.5;  ///< shape of the gamma law of their sizes: the smaller, the more they differ [-]
    std::vector<double> pocket_weights;  ///< shares of the opening area; empty: drawn, or 1 for one pocket [-]
    double rim_inertance_factor = 1.0;   ///< of the liquid beyond the rim; 1: one open gap, bubble shape gap only [-]
    double skin_depth = 0.01;            ///< of the bubble below the skin, which frees the pressure [m]
};

/// The liquid. In a joint: synovial fluid at 37 C.
struct Fluid {
    double density = 1010.0;          ///< [kg/m3]
    double sound_speed = 1540.0;      ///< [m/s]
    double surface_tension = 0.055;   ///< [N/m]
    double vapour_pressure = 6280.0;  ///< [Pa]
    Rheology rheology = Rheology::carreau;
    double viscosity = 0.02;                 ///< newtonian [Pa s]
    double zero_shear_viscosity = 1.0;       ///< Carreau mu0 [Pa s]
    double infinite_shear_viscosity = 5e-3;  ///< Carreau mu_inf [Pa s]
    double carreau_time = 1.0;               ///< Carreau tau [s]
    double carreau_index = 0.4;              ///< Carreau n [-]
    double volume = 1e-7;                    ///< liquid that holds dissolved gas for the bubble [m3]
};

struct Bubble {
    RadialEquation equation = RadialEquation::rayleigh_plesset;
    BubbleShape shape = BubbleShape::sphere;
    Firing firing = Firing::blake;
    std::vector<double> firing_pressures;  ///< firing threshold: at the nucleus of each pocket [Pa]
    double strength = 8e4;                 ///< firing rate: S0, tension that a pull of 0.15 s tears open [Pa]
    double strength_exponent = 1.0;        ///< n, how it grows with the rate of loading [-]
    double strength_spread = 0.6;          ///< beta, relative to the strength [-]
    double strength_rate = 200.0;          ///< nu [1/s]
    double strength_area_exponent = 1.5;   ///< gamma, larger pockets tear sooner [-]
    std::vector<double> strength_draws;    ///< E of each pocket, exponentially distributed; empty: to be drawn [-]
    bool radiation = false;                ///< the bubble radiates sound into its liquid
    double nucleus_radius = 3e-7;          ///< gas nucleus, or the residual bubble after an earlier pop [m]
    double initial_velocity = 0.0;         ///< wall velocity at t = 0, free bubble only [m/s]
    bool stabilised = true;                ///< a skin or crevice keeps the nucleus from exchanging gas until it grows
};

/// One dissolved gas.
struct GasSpecies {
    double diffusivity;       ///< in the liquid [m2/s]
    double ostwald;           ///< solubility, concentration in liquid over gas [-]
    double partial_pressure;  ///< in equilibrium with the tissue [Pa]
    double heat_capacity;     ///< at constant pressure [J/(mol K)]
};

struct Gas {
    GasModel model = GasModel::species;
    double polytropic_exponent = 1.0;        ///< kappa of the polytropic model [-]
    std::optional<double> initial_pressure;  ///< of the gas at t = 0; absent: mechanical equilibrium [Pa]
    double temperature = 310.15;             ///< [K]
    GasSpecies co2{2.5e-9, 0.59, 6.1e3, 37.4};
    GasSpecies n2{2.9e-9, 0.0148, 76.4e3, 29.1};
    GasSpecies o2{2.9e-9, 0.026, 6.4e3, 29.4};
    bool heat = false;                    ///< the gas warms and cools as it is squeezed; false: body temperature
    double conductivity = 0.018;          ///< of heat in the gas [W/(m K)]
    double resting_load = 0.0;            ///< of the faces on gas between them while the joint rests [Pa]
    double tissue_exchange_time = 600.0;  ///< in which the tissue restores the dissolved gas [s]
};

/// What the hands do, by table or by w(t) = s^3 (10 - 15 s + 6 s^2), s = clamp(t / rise_time, 0, 1), less the same ramp
/// from release_time on.
struct Traction {
    TractionKind kind = TractionKind::pull;
    double force = 100.0;                ///< kind force: F w(t) [N]
    double distance = 6e-3;              ///< kinds pull and gap: u w(t) [m]
    double series_stiffness = 2e4;       ///< kinds pull and table: soft tissue between hand and bone [N/m]
    double rise_time = 0.15;             ///< [s]
    std::optional<double> release_time;  ///< absent: hold [s]
    std::optional<double> release_ramp;  ///< how long letting go takes; absent: rise_time [s]
    std::string table;                   ///< kind table: path of the CSV the points came from, as given
    std::vector<double> table_time;      ///< strictly increasing, at least two points [s]
    std::vector<double> table_position;  ///< of the hand, as many [m]
    std::vector<double> table_velocity;  ///< as many, or none: joined by a monotone cubic [m/s]; constant outside
};

/// Far-field pressure of a free bubble.
struct Pressure {
    PressureKind kind = PressureKind::constant;
    double ambient = 101325.0;           ///< p0, also the pressure of the equilibrium before t = 0 [Pa]
    double amplitude = 0.0;              ///< p_a, positive = tension first [Pa]
    double frequency = 1000.0;           ///< of the sine [Hz]
    std::optional<double> cycles;        ///< of the sine; absent: all the time [-]
    double duration = 1e-3;              ///< T of the pulse [s]
    std::string table;                   ///< path of the CSV the points came from, as given
    std::vector<double> table_time;      ///< strictly increasing, at least two points [s]
    std::vector<double> table_pressure;  ///< as many, joined by a monotone cubic, constant outside [Pa]
};

/// Who listens: in air for a joint, in the same liquid for a free bubble.
struct Listener {
    ListenerKind kind = ListenerKind::mono;  ///< one point, or two ears 17 cm apart
    double distance = 0.3;                   ///< [m]
    double air_density = 1.204;              ///< [kg/m3]
    double air_sound_speed = 343.0;          ///< [m/s]
    std::optional<double> body_radius;       ///< of the rigid sphere on whose skin the joint lies; absent: no body [m]
    double body_facing = 0.0;  ///< its skin there is turned from the listener by so much, to the right [deg]
};

/// What reflects a joint's sound (audio/README.md): the chest of whoever cracks it, the table below, the walls.
struct Room {
    RoomKind kind = RoomKind::none;  ///< none: free air; near: chest, table, a diffuse tail; small: the walls besides
    double chest_distance = 0.3;     ///< from the joint to the plane behind it [m]
    double chest_reflection = 0.4;   ///< of the pressure [-]
    double table_distance = 0.3;     ///< from the joint down [m]
    double table_reflection = 0.4;   ///< of the pressure [-]
    double length = 4.0;             ///< along the line from listener to joint [m]
    double width = 3.0;              ///< [m]
    double height = 2.5;             ///< [m]
    double absorption = 0.25;        ///< mean share of the energy that a wall takes [-]
    double reflections = 24.0;       ///< kind small: of the walls, the first ones, a whole number [-]
    double seed = 1.0;               ///< of the tail, a whole number [-]
};

struct Simulation {
    double duration = 0.4;             ///< [s]
    double relative_tolerance = 1e-6;  ///< local error per step, relative to the scaled state [-]
};

struct Scenario {
    Kind kind = Kind::joint;
    Joint joint;
    Fluid fluid;
    Bubble bubble;
    Gas gas;
    Traction traction;
    Pressure pressure;
    Listener listener;
    Room room;
    Simulation simulation;
    Spine spine;
};

}  // namespace synovia
