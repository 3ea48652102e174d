// The shipped presets: each number has its line in the README, and each preset does what its text says.
#include <algorithm>
#include <cmath>
#include <complex>
#include <map>
#include <numbers>
#include <regex>
#include <sstream>

#include "apps/preset/document.hpp"
#include "apps/preset/file.hpp"
#include "apps/preset/library.hpp"
#include "solver/draw.hpp"
#include "solver/emission.hpp"
#include "solver/simulate.hpp"
#include "solver/spine_result.hpp"
#include "solver/summary.hpp"
#include "tests/apps/preset/support.hpp"
#include "tests/near.hpp"

using synovia::test::near;

namespace synovia::preset::test {
namespace {

Trajectory run(const std::string& name, const std::vector<std::string>& overrides = {}) {
    return simulate(draw_take(draw_joint(load(name, shipped, overrides).scenario, 1), 1));
}

double peak_level(const Trajectory& trajectory) { return summarise(trajectory).peak_level_db_spl; }

/// A row of a README table: value and confidence by key.
struct Row {
    std::string value, confidence;
};

/// The tables of the README by preset name and key.
std::map<std::string, std::map<std::string, Row>> readme_tables() {
    std::istringstream text(read_text(shipped.front() / "README.md"));
    const std::regex heading("## (\\S+)"), row("\\| `([^`]+)` \\| (\\S+) \\| (\\w+) \\| (.+) \\|");
    std::map<std::string, std::map<std::string, Row>> tables;
    std::string section;
    std::smatch match;
    for (std::string line; std::getline(text, line);) {
        if (std::regex_match(line, match, heading)) section = match[1];
        if (std::regex_match(line, match, row)) tables[section][match[1]] = {match[2], match[3]};
    }
    return tables;
}

/// The value as the README writes it: numbers by value, not by spelling.
bool same_value(const RawValue& value, const std::string& written) {
    if (const auto* x = std::get_if<double>(&value)) return std::stod(written) == *x;
    if (const auto* x = std::get_if<bool>(&value)) return written == (*x ? "true" : "false");
    if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
        std::string joined;
        for (const std::string& word : *list) joined += (joined.empty() ? "" : ",") + word;
        return joined == written;
    }
    return std::get<std::string>(value) == written;
}

bool is_parameter(const Entry& entry) { return find_parameter(entry.key) != nullptr; }

TEST_CASE("the first set is complete, loads without a warning, and says what it shows and from where") {
    const std::vector<std::string> names = shipped_names(shipped);
    for (const std::string name : {"knuckle",
                                   "knuckle-slow",
                                   "knuckle-again",
                                   "finger-pip",
                                   "thumb",
                                   "toe",
                                   "knee",
                                   "hip",
                                   "pull-and-release",
                                   "knuckle-crack",
                                   "finger-crack",
                                   "thumb-crack",
                                   "toe-crack",
                                   "knee-crack",
                                   "hip-crack",
                                   "minnaert",
                                   "rayleigh-collapse",
                                   "blake-threshold",
                                   "ankle",
                                   "shoulder",
                                   "jaw",
                                   "lumbar-facet",
                                   "thoracic-facet",
                                   "cervical-facet",
                                   "thrust-l45",
                                   "thrust-l45-guarded",
                                   "thrust-l45-restricted",
                                   "thrust-l5s1",
                                   "thrust-mourad",
                                   "thoracic-couple",
                                   "twice-in-a-row",
                                   "positioning-slow",
                                   "mobilisation-slow",
                                   "self-twist-normal",
                                   "self-twist-fast",
                                   "self-twist-restricted-l45",
                                   "self-twist-guarded"})
        CHECK_MESSAGE(std::count(names.begin(), names.end(), name) == 1, name);
    for (const std::string& name : names) {
        CAPTURE(name);
        const Loaded preset = load(name, shipped);
        CHECK(preset.warnings.empty());
        CHECK_FALSE(preset.about.title.empty());
        CHECK_FALSE(preset.about.shows.empty());
        CHECK_FALSE(preset.about.sources.empty());
    }
}

TEST_CASE("the preset knuckle names every number of a joint, and each is the solver's default") {
    CHECK(differences(load("knuckle", shipped).scenario, default_scenario(Kind::joint)).empty());
    const auto file = shipped.front() / "knuckle.toml";
    const Document document = parse_toml(read_text(file), "knuckle.toml");
    // Left to defaults: what only another choice of a kind reads, what is absent, and the tolerance, which is the
    // solver's.
    const std::vector<std::string_view> left_out{"fluid.viscosity_pa_s",
                                                 "gas.polytropic_exponent",
                                                 "gas.initial_pressure_pa",
                                                 "traction.force_n",
                                                 "traction.release_time_s",
                                                 "traction.table",
                                                 "listener.kind",
                                                 "listener.body_radius_m",
                                                 "listener.body_facing_deg",
                                                 "simulation.relative_tolerance",
                                                 "joint.pockets_drawn",
                                                 "joint.pocket_spread",
                                                 "joint.pocket_weights",
                                                 "joint.rim_inertance_factor",
                                                 "joint.skin_depth_m",
                                                 "bubble.firing_pressures_pa",
                                                 "bubble.strength_pa",
                                                 "bubble.strength_exponent",
                                                 "bubble.strength_spread",
                                                 "bubble.strength_rate_1_s",
                                                 "bubble.strength_area_exponent",
                                                 "bubble.strength_draws",
                                                 "gas.conductivity_w_mk",
                                                 "gas.co2.heat_capacity_j_mol_k",
                                                 "gas.n2.heat_capacity_j_mol_k",
                                                 "gas.o2.heat_capacity_j_mol_k",
                                                 "traction.release_ramp_s"};
    for (const Parameter& p : parameters()) {
        if (!applies(p, Kind::joint) || std::count(left_out.begin(), left_out.end(), p.key) > 0) continue;
        if (p.key.starts_with("room.")) continue;  // a physics preset is heard in free air
        const bool named = std::any_of(document.entries.begin(), document.entries.end(),
                                       [&](const Entry& entry) { return entry.key == p.key; });
        CHECK_MESSAGE(named, p.key);
    }
}

TEST_CASE(
    "every number of every preset stands in the README with its value and confidence, and in its line of the file") {
    const auto tables = readme_tables();
    const std::regex label("# (measured \\(.+\\)|recalled|derived|fitted|proposed): .+$");
    for (const std::string& name : shipped_names(shipped)) {
        CAPTURE(name);
        const std::string text = read_text(shipped.front() / (name + ".toml"));
        const Document document = parse_toml(text, name);
        std::vector<std::string> lines;
        std::istringstream stream(text);
        for (std::string line; std::getline(stream, line);) lines.push_back(line);
        REQUIRE(tables.contains(name));
        const auto& rows = tables.at(name);
        const auto set = std::count_if(document.entries.begin(), document.entries.end(), is_parameter);
        CHECK(rows.size() == static_cast<std::size_t>(set));
        for (const Entry& entry : document.entries) {
            if (!is_parameter(entry)) continue;
            CAPTURE(entry.key);
            REQUIRE(rows.contains(entry.key));
            CHECK(same_value(entry.value, rows.at(entry.key).value));
            std::smatch match;
            REQUIRE(std::regex_search(lines[entry.line - 1], match, label));
            CHECK(match[1].str().starts_with(rows.at(entry.key).confidence));
        }
    }
}

TEST_CASE("who should pop pops, loud enough to hear; who should stay silent stays below hearing") {
    for (const std::string name :
         {"knuckle", "finger-pip", "thumb", "toe", "knee", "hip", "pull-and-release", "ankle", "shoulder", "jaw",
          "lumbar-facet", "thoracic-facet", "cervical-facet", "knuckle-crack", "finger-crack", "thumb-crack",
          "toe-crack", "knee-crack", "hip-crack"}) {
        CAPTURE(name);
        const Trajectory trajectory = run(name);
        CHECK(trajectory.outcome == Outcome::popped);
        // 80 dB is what is recalled of a knuckle; the far toe is the quietest, the hip has the largest bubble.
        CHECK(peak_level(trajectory) > 80.0);
        CHECK(peak_level(trajectory) < 100.0);
    }
    for (const std::string name : {"knuckle-slow", "knuckle-again"}) {
        CAPTURE(name);
        const Trajectory trajectory = run(name);
        CHECK(trajectory.outcome == Outcome::no_nucleation);
        CHECK(peak_level(trajectory) < 20.0);  // a quiet room has more
    }
}

TEST_CASE("knuckle-again is silent because of its bubble, knuckle-slow because of its speed") {
    CHECK(run("knuckle-again", {"bubble.nucleus_radius_m=0.3um", "bubble.stabilised=true"}).outcome == Outcome::popped);
    CHECK(run("knuckle-slow", {"traction.rise_time_s=0.15"}).outcome == Outcome::popped);
}

/// Frequency of the strongest partial of the radiated sound from 400 Hz to 4 kHz, on a grid of 1 %: the bubble against
/// the capsule wall. Below lies the bounce of the bones.
double ring_frequency(const Trajectory& trajectory) {
    const SourceStrength source = source_strength(trajectory, 5e-5);  // Gauss panels well below the shortest period
    double strongest = 0.0, at = 0.0;
    for (double f = 400.0; f < 4000.0; f *= 1.01) {
        std::complex<double> sum = 0.0;
        for (std::size_t i = 0; i < source.time.size(); ++i)
            sum +=
                source.weight[i] * source.strength[i] * std::polar(1.0, -2.0 * std::numbers::pi * f * source.time[i]);
        if (std::abs(sum) <= strongest) continue;
        strongest = std::abs(sum);
        at = f;
    }
    return at;
}

TEST_CASE("the bigger the joint, the lower the pop") {
    double below = 0.0;
    for (const std::string name : {"hip", "knee", "toe", "thumb", "knuckle", "finger-pip"}) {
        CAPTURE(name);
        const double f = ring_frequency(run(name));
        CHECK(f > 1.03 * below);  // apart by more than the grid of 1 % could pretend
        below = f;
    }
    CHECK(below == near(1900.0, 0.05));  // the fingers' octave, not a harmonic
}

TEST_CASE("a spine pops as many facets as its text says") {
    const std::map<std::string, std::size_t> pops{
        {"thrust-l45", 2},        {"thrust-l45-guarded", 0}, {"thrust-l45-restricted", 2},
        {"thrust-l5s1", 0},       {"thrust-mourad", 5},      {"thoracic-couple", 1},
        {"twice-in-a-row", 0},    {"positioning-slow", 0},   {"mobilisation-slow", 0},
        {"self-twist-normal", 0}, {"self-twist-fast", 2},    {"self-twist-restricted-l45", 3},
        {"self-twist-guarded", 0}};
    for (const auto& [name, count] : pops) {
        CAPTURE(name);
        const Trajectory trajectory = run(name);
        CHECK(trajectory.spine->pops() == count);
        CHECK(trajectory.outcome == (count > 0 ? Outcome::popped : Outcome::no_nucleation));
    }
}

TEST_CASE("the preset thrust-l45 is the solver's spine") {
    const Scenario preset = load("thrust-l45", shipped).scenario;
    CHECK(preset.spine.rise_time == 0.12);
    Scenario usual = default_scenario(Kind::spine);
    usual.spine.rise_time = 0.12;
    CHECK(differences(preset, usual).empty());
}

TEST_CASE("pull-and-release clicks a second time, more quietly, when the bubble is squeezed shut, and a bubble stays") {
    const Trajectory trajectory = run("pull-and-release");
    const double release = *trajectory.scenario().traction.release_time;
    double after = 0.0;
    for (const Event& event : trajectory.events) {
        if (event.kind != EventKind::recontraction || event.time < release) continue;
        after = std::max(after, std::abs(trajectory.at(event.time).pressure));
    }
    const Summary summary = summarise(trajectory);
    const double level = 20.0 * std::log10(after / 20e-6);
    CHECK(level > 65.0);
    CHECK(level < summary.peak_level_db_spl - 6.0);
    CHECK(summary.final_radius > 1e-4);
    CHECK(summary.final_radius < 0.2 * summary.max_radius);
}

TEST_CASE("the Minnaert bubble rings at the frequency its text gives") {
    const Trajectory trajectory = run("minnaert");
    std::vector<double> minima;
    for (const Event& event : trajectory.events)
        if (event.kind == EventKind::recontraction) minima.push_back(event.time);
    REQUIRE(minima.size() >= 10);
    const double f = static_cast<double>(minima.size() - 1) / (minima.back() - minima.front());
    // f0 = (1/2 pi R) sqrt((3 kappa p_g - 2 sigma/R)/rho) (Minnaert 1933, with surface tension). Keller-Miksis, made
    // linear, loses beta = omega0^2 R/(2 c) + 2 nu/R^2 by sound and viscosity and rings at sqrt(omega0^2 - beta^2), and
    // its liquid adds 4 mu/(rho c R) = 3e-6 to the inertia. The swing of 5e-4 moves it by the order of its square: 1e-6
    // holds it.
    const double sigma = 0.0728, R = 1e-3, p_g = 101325.0 + 2.0 * sigma / R;
    const double omega0 = std::sqrt((3.0 * 1.4 * p_g - 2.0 * sigma / R) / 998.0) / R, c = 1482.0, nu = 1.002e-3 / 998.0;
    CHECK(omega0 / (2.0 * std::numbers::pi) == near(3288.0, 1.0 / 3288.0));
    const double beta = omega0 * omega0 * R / (2.0 * c) + 2.0 * nu / (R * R), inertia = 1.0 + 4.0 * nu / (c * R);
    const double omega = std::sqrt(omega0 * omega0 / inertia - beta * beta);
    CHECK(2.0 * std::numbers::pi * f == near(omega, 1e-6));
}

TEST_CASE("the Rayleigh cavity closes in Rayleigh's time and is thrown open by its trace of gas") {
    const Summary summary = summarise(run("rayleigh-collapse"));
    const double tau = 0.914681 * 1e-3 * std::sqrt(998.0 / 101325.0);
    CHECK(tau == near(90.8e-6, 1e-3));
    // The gas, a thousandth of the pressure outside, delays the collapse by about as much.
    CHECK(summary.min_radius_time > tau);
    CHECK(summary.min_radius_time < 1.002 * tau);
    // Energy: p_g0/(kappa - 1) (x^(3 - 3 kappa) - 1) = p_0 (1 - x^3), solved by bisection for x = R_min/R_0.
    double low = 1e-4, high = 0.5;
    for (int i = 0; i < 60; ++i) {
        const double x = 0.5 * (low + high);
        (100.0 / 0.4 * (std::pow(x, -1.2) - 1.0) > 101325.0 * (1.0 - x * x * x) ? low : high) = x;
    }
    CHECK(summary.min_radius == near(low * 1e-3, 1e-4));
    CHECK(summary.final_radius > 0.9e-3);
}

TEST_CASE("the Blake nucleus explodes beyond its threshold and holds short of it") {
    // p_crit = p_v - (4 sigma/3) sqrt(2 sigma/(3 R0^3 p_g0)) (Blake 1949, isothermal).
    const double sigma = 0.0728, R0 = 3e-6, p_v = 2339.0, p_g0 = 101325.0 + 2.0 * sigma / R0 - p_v;
    const double p_crit = p_v - 4.0 * sigma / 3.0 * std::sqrt(2.0 * sigma / (3.0 * R0 * R0 * R0 * p_g0));
    CHECK(p_crit == near(-8.4e3, 0.01));
    const Summary beyond = summarise(run("blake-threshold"));
    const Summary below = summarise(run("blake-threshold", {"pressure.amplitude_pa=109e3"}));
    CHECK(beyond.min_gap_pressure < p_crit);
    CHECK(beyond.max_radius > 100.0 * R0);
    CHECK(below.min_gap_pressure > p_crit);
    CHECK(below.max_radius < 3.0 * R0);  // the last stable radius is about twice the radius at rest
}

}  // namespace
}  // namespace synovia::preset::test
