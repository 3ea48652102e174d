#include "solver/spine_statements.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <iomanip>
#include <numbers>
#include <sstream>

#include "solver/simulate.hpp"
#include "solver/spine.hpp"
#include "solver/spine_chain.hpp"
#include "solver/spine_population.hpp"

namespace synovia {
namespace {

constexpr std::size_t l34 = 5, l45 = 6, l5s1 = 7;
constexpr std::size_t crowd = 100;  // subjects of the population

Scenario twisted(Scenario s, double rise_time) {
    s.spine.kind = SpineKind::twist;
    s.spine.rise_time = rise_time;
    s.simulation.duration = rise_time + 0.4;
    return s;
}

Scenario thrust_in(Scenario s, double rise_time) {
    s.spine.rise_time = rise_time;
    s.simulation.duration = s.spine.preload_time + rise_time + 0.4;
    return s;
}

SpineRun run(const Scenario& s) { return *simulate(s).spine; }

/// The facet of a level that opens.
const FacetResult& opening(const Scenario& s, const SpineRun& run, std::size_t level) {
    return run.facets[facet_index(level, s.spine.side)];
}

/// Numbers joined by spaces, each with so many digits behind the point.
std::string numbers(const std::vector<double>& values, int digits) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(digits);
    for (std::size_t i = 0; i < values.size(); ++i) out << (i == 0 ? "" : " ") << values[i];
    return out.str();
}

std::string number(double value, int digits) { return numbers({value}, digits); }

/// Turn [deg] and opening [mm] of L4-L5 with the facets of L4-L5 and L5-S1 at these angles.
struct ByAngle {
    std::vector<double> turn, gap;
};
ByAngle by_angle(Scenario s, const std::vector<double>& angles) {
    ByAngle result;
    const auto usual = levels_of(s.spine);
    for (const double angle : angles) {
        s.spine.levels.assign(usual.begin(), usual.end());
        for (const std::size_t level : {l45, l5s1}) s.spine.levels[level].facet_angle_deg = angle;
        const SpineRun r = run(s);
        result.turn.push_back(opening(s, r, l45).turn * 180.0 / std::numbers::pi);
        result.gap.push_back(1e3 * opening(s, r, l45).max_opening);
    }
    return result;
}

/// Yes if the turn falls by a fifth or more from sagittal to coronal.
SpineStatement coronal_rotation(const Scenario& thrust) {
    const ByAngle sweep = by_angle(thrust, {0.0, 90.0});
    const double first = sweep.turn.front(), last = sweep.turn.back();
    return {"coronal facets at L4-S1 limit rotation",
            "spine.levels: alpha of L4-L5 and L5-S1",
            "thrust, alpha 0 and 90 degrees",
            "L4-L5 turns " + number(first, 2) + " and " + number(last, 2) + " degrees",
            "Ahmed 1990: no correlation of facet angle and torsional stiffness",
            last <= 0.8 * first ? "yes" : "no"};
}

/// Yes if coronal facets open less than sagittal ones, opposite if they open more.
SpineStatement coronal_gap(const Scenario& thrust) {
    const ByAngle sweep = by_angle(thrust, {0.0, 27.0, 46.0, 60.0, 75.0, 90.0});
    const double first = sweep.gap.front(), last = sweep.gap.back();
    return {"and prevent the gapping",
            "spine.levels: alpha of L4-L5 and L5-S1",
            "thrust, alpha 0 27 46 60 75 90 degrees",
            "L4-L5 opens " + numbers(sweep.gap, 2) + " mm",
            "about 0.5 mm a degree from 20 to 60 degrees (lumbar surfaces)",
            last < 0.95 * first ? "yes" : (last > 1.05 * first ? "opposite" : "no")};
}

/// Yes if stiffer ligaments pop fewer joints in a twist and in a thrust, partly if in one of them.
SpineStatement ligaments(const Scenario& thrust) {
    std::vector<double> twist_pops, thrust_pops;
    for (const double scale : {0.5, 1.0, 1.5, 2.0}) {
        Scenario s = thrust;
        s.spine.ligament_scale = scale;
        thrust_pops.push_back(static_cast<double>(run(s).pops()));
        twist_pops.push_back(static_cast<double>(run(twisted(s, 1.0)).pops()));
    }
    const bool twist = twist_pops.back() < twist_pops.front(), pushed = thrust_pops.back() < thrust_pops.front();
    return {"ligaments and fascia resist",
            "spine.ligament_scale",
            "self-twist in 1 s and thrust, 0.5 1 1.5 2",
            "self-twist " + numbers(twist_pops, 0) + " pops, thrust " + numbers(thrust_pops, 0),
            "the capsule is slack to 1.1-1.4 mm: the fluid resists first",
            twist && pushed ? "yes" : (twist || pushed ? "partly" : "no")};
}

/// Yes if guarding silences thrusts of 14 and 25 N m, attenuates if only the opening falls.
SpineStatement guarding_blocks(const Scenario& thrust) {
    std::vector<double> gaps, pops, strong;
    for (const double held : {0.0, 0.25, 0.5}) {
        Scenario s = thrust;
        s.spine.guarding = held;
        const SpineRun r = run(s);
        gaps.push_back(1e3 * opening(s, r, l45).max_opening);
        pops.push_back(static_cast<double>(r.pops()));
        s.spine.moment = 25.0;
        strong.push_back(static_cast<double>(run(s).pops()));
    }
    const bool blocked = pops.back() == 0.0 && strong.back() == 0.0;
    return {"muscle guarding blocks the pop",
            "spine.guarding",
            "thrust, 0 0.25 0.5, and with 25 N m",
            "L4-L5 opens " + numbers(gaps, 2) + " mm, " + numbers(pops, 0) + " pops, with 25 N m " + numbers(strong, 0),
            "Cramer 2013: smaller gaps in acute pain; compatible, no proof",
            blocked ? "yes" : (gaps.back() < gaps.front() ? "attenuates" : "no")};
}

/// Yes if a strong reflex comes too late for 0.12 s and in time for 0.2 s.
SpineStatement reflex(const Scenario& thrust) {
    std::vector<double> pops;
    for (const double rise : {0.12, 0.2}) {
        Scenario s = thrust_in(thrust, rise);
        s.spine.reflex_gain = 1.0;
        pops.push_back(static_cast<double>(run(s).pops()));
    }
    return {"a thrust outruns the involuntary reflex",    "spine.reflex_gain, spine.reflex_latency_s",
            "thrust in 0.12 and 0.2 s, gain 1",           numbers(pops, 0) + " pops",
            "Herzog 1999: EMG 50-200 ms after the onset", pops[0] > 0.0 && pops[1] == 0.0 ? "yes" : "no"};
}

struct Unequal {
    Scenario scenario;
    SpineRun run;
};
Unequal unequal_twist(const Scenario& thrust) {
    Scenario s = twisted(thrust, 1.0);
    s.spine.hypermobile[l34] = s.spine.restricted[l45] = true;
    return {s, run(s)};
}

/// Yes if the hypermobile facet opens at least twice as far.
SpineStatement what_moves(const Scenario& thrust) {
    const Unequal twist = unequal_twist(thrust);
    const double loose = 1e3 * opening(twist.scenario, twist.run, l34).max_opening;
    const double stiff = 1e3 * opening(twist.scenario, twist.run, l45).max_opening;
    return {"hypermobile segments move, the restricted stays",
            "spine.hypermobile, spine.restricted",
            "self-twist in 1 s, L3-L4 loose, L4-L5 stiff",
            "L3-L4 opens " + number(loose, 2) + " mm, L4-L5 " + number(stiff, 2),
            "none; mechanics",
            loose >= 2.0 * stiff ? "yes" : "no"};
}

/// Yes if the hypermobile facet does not pop.
SpineStatement no_pressure(const Scenario& thrust) {
    const Unequal twist = unequal_twist(thrust);
    const FacetResult& loose = opening(twist.scenario, twist.run, l34);
    const bool pops = loose.popped();
    return {"the hypermobile segment builds no pressure",
            "spine.hypermobile",
            "self-twist in 1 s, L3-L4 loose, L4-L5 stiff",
            "L3-L4 falls to " + number(1e-3 * loose.min_pressure, 0) + " kPa" +
                (pops ? " and pops at " + number(1e3 * (loose.pop_times.front() - twist.run.start), 0) + " ms" : ""),
            "none",
            pops ? "no" : "yes"};
}

/// Yes if a thrust pops its target alone, half if only a couple does.
SpineStatement specific(const Scenario& thrust) {
    Scenario couple = thrust;
    couple.spine.couple = true;
    const SpineRun one = run(thrust), two = run(couple);
    const bool alone = one.pops() == 1 && opening(thrust, one, l45).popped();
    const bool couple_alone = two.pops() == 1 && opening(couple, two, l45).popped();
    return {"a professional thrust is specific",
            "spine.target, spine.couple",
            "thrust on L4-L5, one hand and a couple",
            std::to_string(one.pops()) + " pops, with a couple " + std::to_string(two.pops()),
            "Ross 2004: 46 % at the right level, 5.3 cm off",
            alone ? "yes" : (couple_alone ? "half" : "no")};
}

/// Yes if the restricted joint pops, and guarding of 0.25 does not stop it; less than claimed if that does.
SpineStatement reaches(const Scenario& thrust) {
    Scenario s = thrust;
    s.spine.restricted[l45] = true;
    const SpineRun relaxed = run(s);
    s.spine.guarding = 0.25;
    const SpineRun held = run(s);
    const FacetResult& facet = opening(s, relaxed, l45);
    const bool stopped = !opening(s, held, l45).popped();
    const std::string when = facet.popped()
                                 ? "pops at " + number(1e3 * (facet.pop_times.front() - relaxed.start), 0) + " ms"
                                 : "stays silent";
    return {"it reaches the restricted joint",
            "spine.restricted, spine.guarding",
            "thrust on a stiff L4-L5, relaxed and with guarding 0.25",
            "L4-L5 " + when + (stopped ? ", not with guarding" : ", also with guarding"),
            "none",
            !facet.popped() ? "no" : (stopped ? "yes, less than claimed" : "yes")};
}

/// Share of subjects, who differ in their nuclei alone, with a pop between L1 and S1 [%].
double lumbar_share(const Scenario& s) {
    const SpineSpread nuclei{SpineSpread{}.nucleus_radius, 0.0, 0.0, 0.0, 0.0};
    double popped = 0.0;
    for (std::size_t i = 0; i < crowd; ++i) {
        const Subject subject = simulate_subject(s, 1, i, nuclei);
        popped +=
            std::any_of(subject.pops.begin(), subject.pops.end(), [](const SubjectPop& pop) { return pop.level >= 3; })
                ? 1.0
                : 0.0;
    }
    return 100.0 * popped / static_cast<double>(crowd);
}

/// Yes if fewer than half succeed at every speed, depends on speed if half do when fast and a tenth at most when slow.
SpineStatement self_twists(const Scenario& thrust) {
    std::vector<double> shares;
    for (const double rise : {1.0, 1.5, 2.0, 3.0}) shares.push_back(lumbar_share(twisted(thrust, rise)));
    const bool fast = shares.front() >= 50.0, slow = shares.back() <= 10.0;
    return {"self-twists often fail",
            "spine.rise_time_s",
            "self-twist in 1 1.5 2 3 s, a hundred subjects",
            "a lumbar pop in " + numbers(shares, 0) + " %",
            "none",
            !fast ? "yes" : (slow ? "depends on speed" : "no")};
}

constexpr std::array<SpineStatement (*)(const Scenario&), spine_statement_count> statements{
    coronal_rotation, coronal_gap, ligaments, guarding_blocks, reflex,
    what_moves,       no_pressure, specific,  reaches,         self_twists};

}  // namespace

SpineStatement spine_statement(const Scenario& thrust, std::size_t number) {
    assert(number < statements.size());
    return statements[number](thrust);
}

}  // namespace synovia
