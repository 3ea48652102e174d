// Draws scenarios from everywhere the parameter table allows, for the robustness campaign.
#pragma once
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include "solver/parameters.hpp"

namespace synovia::campaign {

/// Uniform in [0, 1); std::uniform_real_distribution differs between standard libraries.
inline double unit(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

/// The numeric parameters that scenarios of this kind use, without those that set how long and how exactly to compute.
inline std::vector<const Parameter*> numeric_parameters(Kind kind) {
    Scenario scenario = default_scenario(kind);
    std::vector<const Parameter*> list;
    for (const Parameter& p : parameters()) {
        const bool numeric = !std::holds_alternative<bool& (*)(Scenario&)>(p.access) &&
                             !std::holds_alternative<std::string& (*)(Scenario&)>(p.access) &&
                             !std::holds_alternative<ChoiceAccess>(p.access);
        if (numeric && applies(p, kind) && !p.key.starts_with("simulation.")) list.push_back(&p);
    }
    return list;
}

/// A value of the parameter's range: log-uniform where the range spans decades, else uniform.
inline double draw(const Parameter& p, std::mt19937_64& random) {
    const double u = unit(random);
    return p.min > 0.0 && p.max / p.min >= 10.0 ? p.min * std::pow(p.max / p.min, u) : p.min + (p.max - p.min) * u;
}

/// Sets every enumerated parameter of the kind at random to one of its allowed values.
inline void draw_choices(Scenario& s, std::mt19937_64& random) {
    const auto coin = [&] { return unit(random) < 0.5; };
    s.fluid.rheology = coin() ? Rheology::newtonian : Rheology::carreau;
    if (s.kind == Kind::joint) {
        s.gas.model = coin() ? GasModel::species : GasModel::polytropic;
        s.traction.kind = static_cast<TractionKind>(random() % 3);
        s.bubble.stabilised = coin();
    } else {
        s.bubble.equation = coin() ? RadialEquation::rayleigh_plesset : RadialEquation::keller_miksis;
        s.pressure.kind = static_cast<PressureKind>(random() % 5);
        s.pressure.table_time = {0.0, 1e-4, 2e-4, 5e-4};
        s.pressure.table_pressure = {1e5, -5e4, 2e5, 1e5};
    }
}

/// A scenario with every parameter drawn; optional ones are present half of the time. Draws again until the rules
/// between parameters hold.
inline Scenario random_scenario(Kind kind, std::mt19937_64& random) {
    while (true) {
        Scenario s = default_scenario(kind);
        for (const Parameter* p : numeric_parameters(kind)) {
            const bool optional = std::holds_alternative<std::optional<double>& (*)(Scenario&)>(p->access);
            const double value = draw(*p, random);
            if (!optional || unit(random) < 0.5) set_number(s, *p, value);
        }
        draw_choices(s, random);
        if (validate(s).empty()) return s;
    }
}

}  // namespace synovia::campaign
