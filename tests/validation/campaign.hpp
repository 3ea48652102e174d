// Draws scenarios from everywhere the parameter table allows, for the robustness campaign.
#pragma once
#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "solver/draw.hpp"
#include "solver/joint_rules.hpp"
#include "solver/kinds.hpp"
#include "solver/parameters.hpp"

namespace synovia::campaign {

inline bool is_optional(const Parameter& p) {
    return std::holds_alternative<MemberAccess<std::optional<double>>>(p.access);
}

/// The numeric parameters that scenarios of this kind use.
inline std::vector<const Parameter*> numeric_parameters(Kind kind) {
    std::vector<const Parameter*> list;
    for (const Parameter& p : parameters()) {
        const bool numeric = is_optional(p) || std::holds_alternative<MemberAccess<double>>(p.access);
        // The room and which way the body looks come behind the equations.
        const bool heard_only = p.key.starts_with("room.") || p.key == "listener.body_facing_deg";
        if (numeric && !heard_only && applies(p, kind)) list.push_back(&p);
    }
    return list;
}

/// Uniform in [0, 1); std::uniform_real_distribution differs between standard libraries.
inline double unit(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

/// The keys that count something take whole numbers only.
inline double whole(const Parameter& p, double value) {
    const bool counts = p.key == "joint.pockets" || p.key == "room.reflections" || p.key == "room.seed";
    return counts ? std::floor(value) : value;
}

/// A value of the parameter's range: log-uniform where the range spans decades, else uniform.
inline double draw(const Parameter& p, std::mt19937_64& random) {
    const double u = unit(random);
    return p.min > 0.0 && p.max / p.min >= 10.0 ? p.min * std::pow(p.max / p.min, u) : p.min + (p.max - p.min) * u;
}

/// Pockets and a law by which they fire: one bubble in half of the scenarios.
inline void draw_pockets(Scenario& s, std::mt19937_64& random) {
    s.joint.pockets = unit(random) < 0.5 ? 1.0 : static_cast<double>(2 + random() % 15);
    s.joint.pockets_drawn = s.joint.pockets > 1.0 && unit(random) < 0.5;
    s.bubble.firing = static_cast<Firing>(random() % 3);
    s = draw_joint(std::move(s), random());
    s.bubble.firing_pressures.resize(pocket_count(s));
    for (double& p : s.bubble.firing_pressures) p = -4e5 + 4e5 * unit(random) - 1e3;
    s = draw_take(std::move(s), random());
}

/// Whatever a spine may be told about its levels; a table with random cells in every other one.
inline void draw_spine(Scenario& s, std::mt19937_64& random) {
    Spine& spine = s.spine;
    const auto some = [&] {
        LevelSet set{};
        for (bool& level : set) level = unit(random) < 0.2;
        return set;
    };
    spine.kind = static_cast<SpineKind>(random() % 4);
    spine.target = random() % spine_level_count;
    spine.side = static_cast<Side>(random() % 2);
    spine.preload_vertebra = random() % spine_level_count;
    spine.couple = unit(random) < 0.3;
    spine.restricted = some();
    spine.hypermobile = some();
    spine.gas_left = some();
    if (unit(random) < 0.5) return;
    spine.levels.assign(spine_levels().begin(), spine_levels().end());
    for (SpineLevel& level : spine.levels)
        for (const SpineColumn& column : spine_columns())
            level.*column.member = column.min + (column.max - column.min) * unit(random);
}

/// Sets every enumerated parameter of the kind at random to one of its allowed values.
inline void draw_choices(Scenario& s, std::mt19937_64& random) {
    const auto coin = [&] { return unit(random) < 0.5; };
    s.fluid.rheology = coin() ? Rheology::newtonian : Rheology::carreau;
    if (s.kind == Kind::joint) {
        s.gas.model = coin() ? GasModel::species : GasModel::polytropic;
        s.traction.kind = static_cast<TractionKind>(random() % 3);
        s.bubble.stabilised = coin();
        s.bubble.shape = coin() ? BubbleShape::sphere : BubbleShape::gap;
        s.bubble.radiation = coin();
        s.gas.heat = s.gas.model == GasModel::species && coin();
        draw_pockets(s, random);
    } else if (s.kind == Kind::spine) {
        s.gas.model = coin() ? GasModel::species : GasModel::polytropic;
        s.bubble.stabilised = coin();
        draw_spine(s, random);
        s.bubble.firing = static_cast<Firing>(random() % 3);
        s = draw_joint(std::move(s), random());
        s = draw_take(std::move(s), random());
    } else {
        s.bubble.equation = coin() ? RadialEquation::rayleigh_plesset : RadialEquation::keller_miksis;
        s.pressure.kind = static_cast<PressureKind>(random() % 5);
    }
}

/// A pressure record with tension and compression, for free bubbles that are told to follow one.
inline void add_table(Scenario& s) {
    s.pressure.table_time = {0.0, 1e-4, 2e-4, 5e-4};
    s.pressure.table_pressure = {1e5, -5e4, 2e5, 1e5};
}

/// A scenario with every parameter drawn except those that set how long and how exactly to compute; optional ones are
/// present half of the time. Draws again until the rules between parameters hold.
inline Scenario random_scenario(Kind kind, std::mt19937_64& random) {
    while (true) {
        Scenario s = default_scenario(kind);
        // Joints from everywhere hardly ever pop in a spine: half of the spines have their usual ones.
        const bool usual_joints = kind == Kind::spine && unit(random) < 0.5;
        for (const Parameter* p : numeric_parameters(kind)) {
            if (p->key.starts_with("simulation.") || (usual_joints && !p->key.starts_with("spine."))) continue;
            const double value = draw(*p, random);
            if (!is_optional(*p) || unit(random) < 0.5) set_number(s, *p, whole(*p, value));
        }
        draw_choices(s, random);
        add_table(s);
        if (validate(s).empty()) return s;
    }
}

/// The defaults of every combination of enumerated parameters.
inline std::vector<Scenario> every_kind() {
    std::vector<Scenario> all;
    for (const Rheology rheology : {Rheology::newtonian, Rheology::carreau}) {
        Scenario joint = default_scenario(Kind::joint);
        joint.fluid.rheology = rheology;
        for (int traction = 0; traction < 3; ++traction)
            for (const GasModel gas : {GasModel::species, GasModel::polytropic}) {
                joint.traction.kind = static_cast<TractionKind>(traction);
                joint.gas.model = gas;
                all.push_back(joint);
            }
        Scenario bubble = default_scenario(Kind::bubble);
        bubble.fluid.rheology = rheology;
        bubble.pressure.amplitude = 1.5e5;
        bubble.pressure.frequency = 5e4;
        bubble.gas.polytropic_exponent = 1.4;
        add_table(bubble);
        for (int pressure = 0; pressure < 5; ++pressure)
            for (const auto equation : {RadialEquation::rayleigh_plesset, RadialEquation::keller_miksis}) {
                bubble.pressure.kind = static_cast<PressureKind>(pressure);
                bubble.bubble.equation = equation;
                all.push_back(bubble);
            }
    }
    return all;
}

/// Ready to run.
inline Scenario drawn(Scenario s) { return draw_take(draw_joint(std::move(s), 1), 1); }

/// Each parameter alone at both ends of its range, the others as given; combinations against the rules are left out.
inline std::vector<Scenario> ends(const Scenario& base) {
    std::vector<Scenario> all;
    for (const Parameter* p : numeric_parameters(base.kind))
        for (const double value : {p->min, p->max}) {
            Scenario s = base;
            set_number(s, *p, value);
            if (validate(s).empty()) all.push_back(drawn(std::move(s)));
        }
    return all;
}

/// Each pair of parameters at the ends of both ranges, the others as given.
inline std::vector<Scenario> pairs_of_ends(const Scenario& base) {
    std::vector<Scenario> all;
    const auto list = numeric_parameters(base.kind);
    for (std::size_t i = 0; i < list.size(); ++i)
        for (std::size_t j = i + 1; j < list.size(); ++j)
            for (const double a : {list[i]->min, list[i]->max})
                for (const double b : {list[j]->min, list[j]->max}) {
                    Scenario s = base;
                    set_number(s, *list[i], a);
                    set_number(s, *list[j], b);
                    if (validate(s).empty()) all.push_back(drawn(std::move(s)));
                }
    return all;
}

inline std::string digits(double x) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.17g", x);
    return text.data();
}

/// What of a scenario is not as in the defaults, as "key=value" words: enough to run it again.
inline std::string describe(const Scenario& s) {
    const Scenario usual = default_scenario(s.kind);
    std::string words(row_of(s.kind).name);
    for (const Parameter& p : parameters()) {
        if (const auto* choice = std::get_if<ChoiceAccess>(&p.access)) {
            if (choice->get(s) != choice->get(usual))
                words.append(" ").append(p.key).append("=").append(
                    choice->names[static_cast<std::size_t>(choice->get(s))]);
        } else if (const auto* list = std::get_if<MemberAccess<std::vector<double>>>(&p.access)) {
            if ((*list)(s).empty()) continue;
            words.append(" ").append(p.key).append("=");
            for (const double x : (*list)(s)) words.append(digits(x)).append(",");
            words.pop_back();
        } else if (const auto* flag = std::get_if<MemberAccess<bool>>(&p.access)) {
            if ((*flag)(s) != (*flag)(usual)) words.append(" ").append(p.key).append((*flag)(s) ? "=true" : "=false");
        } else if (const auto* levels = std::get_if<MemberAccess<LevelSet>>(&p.access)) {
            for (std::size_t i = 0; i < spine_level_count; ++i)
                if ((*levels)(s)[i]) words.append(" ").append(p.key).append("=").append(spine_level_names[i]);
        } else if (std::holds_alternative<MemberAccess<std::string>>(p.access)) {
            if (!s.spine.levels.empty()) words.append(" and a table of levels");
        } else if (number(s, p) != number(usual, p)) {
            words.append(" ").append(p.key).append("=").append(number(s, p) ? digits(*number(s, p)) : "none");
        }
    }
    return words;
}

}  // namespace synovia::campaign
