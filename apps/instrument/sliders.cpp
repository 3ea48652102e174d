#include "apps/instrument/sliders.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <span>
#include <string_view>

#include "apps/preset/units.hpp"
#include "solver/kinds.hpp"

namespace synovia::instrument {
namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 12> of_pull{"traction.rise_time_s",         "traction.distance_m",
                                                   "bubble.nucleus_radius_m",      "joint.articular_radius_m",
                                                   "joint.resting_gap_m",          "joint.wall_compliance_m3_pa",
                                                   "joint.wall_loss_factor",       "joint.moving_mass_kg",
                                                   "joint.ligament_stiffness_n_m", "joint.refill_resistance_pa_s_m3",
                                                   "fluid.surface_tension_n_m",    "listener.distance_m"};
constexpr std::array<std::string_view, 7> of_bubble{
    "pressure.amplitude_pa", "pressure.ambient_pa",       "bubble.nucleus_radius_m", "bubble.initial_velocity_m_s",
    "fluid.viscosity_pa_s",  "fluid.surface_tension_n_m", "listener.distance_m"};

constexpr std::array<std::string_view, 7> of_spine{"spine.rise_time_s",   "spine.moment_nm",  "spine.twist_deg",
                                                   "spine.guarding",      "spine.preload_nm", "spine.reflex_gain",
                                                   "spine.ligament_scale"};
constexpr std::array lists{Keys(of_spine), Keys(of_pull), Keys(of_bubble)};

/// The list whose first key this kind has.
Keys keys_of(Kind kind) {
    return *std::find_if(lists.begin(), lists.end(),
                         [&](Keys keys) { return applies(*find_parameter(keys.front()), kind); });
}

constexpr double reach = 10.0;

/// A joint pulled by a force has that instead of a way.
std::string_view for_traction(std::string_view key, const Scenario& preset) {
    const bool by_force = row_of(preset.kind).in_hand && preset.traction.kind == TractionKind::force;
    return by_force && key == "traction.distance_m" ? "traction.force_n" : key;
}

/// `end`, or a value nearer to the preset's where that breaks a rule between parameters.
double allowed_end(Scenario preset, const Parameter& parameter, double value, double end) {
    const auto breaks = [&](double x) {
        set_number(preset, parameter, x);
        return !validate(preset).empty();
    };
    while (std::abs(end / value - 1.0) > 1e-3) {
        if (!breaks(end)) return end;
        end = std::sqrt(end * value);
    }
    return value;
}

}  // namespace

double Slider::share(double value) const { return std::clamp(std::log(value / low) / std::log(high / low), 0.0, 1.0); }

double Slider::value(double share) const { return std::clamp(low * std::pow(high / low, share), low, high); }

/// The key without its unit, and without its section unless that is the listener's: a joint has a distance, too.
std::string Slider::label() const {
    const std::string_view section = "listener.", key = parameter->key;
    std::string text(key.starts_with(section) ? key : key.substr(key.find('.') + 1));
    const std::string unit = std::string("_").append(preset::unit_suffix(parameter->unit));
    if (text.ends_with(unit)) text.resize(text.size() - unit.size());
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '_' || c == '.'; }, ' ');
    return text;
}

std::vector<Slider> sliders(const Scenario& preset) {
    std::vector<Slider> result;
    for (const std::string_view key : keys_of(preset.kind)) {
        const Parameter* parameter = find_parameter(for_traction(key, preset));
        assert(parameter);
        const double value = number(preset, *parameter).value_or(0.0);
        if (!(value > 0.0)) continue;
        const double low = allowed_end(preset, *parameter, value, std::max(value / reach, parameter->min));
        const double high = allowed_end(preset, *parameter, value, std::min(value * reach, parameter->max));
        if (low < high) result.push_back({parameter, low, high});
    }
    return result;
}

}  // namespace synovia::instrument
