#include "apps/cli/spine/facet_table.hpp"

#include <cmath>
#include <cstdio>
#include <numbers>

#include "apps/studio/human.hpp"
#include "apps/studio/spine_json.hpp"
#include "solver/spine_hands.hpp"
#include "solver/spine_reason.hpp"

namespace synovia::cli {
namespace {

std::string number(double value) { return studio::significant(value, 3); }

std::string fixed(double value, int digits) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, value + 0.0);
    return text;
}

std::string right(const std::string& text, std::size_t width) {
    return std::string(width > text.size() ? width - text.size() : 0, ' ') + text;
}

std::string left(const std::string& text, std::size_t width) {
    return text + std::string(width > text.size() ? width - text.size() : 0, ' ');
}

/// -0 is 0 to a reader.
std::string rounded(double value) { return fixed(std::round(value) + 0.0, 0); }

std::string thrust_text(const Spine& spine) {
    std::string text = number(spine.moment) + " N m on " + std::string(vertebra_names[spine.target]);
    if (spine.couple) text += " against " + std::string(vertebra_names[spine.target + 1]);
    return text + " in " + number(rise_time(spine)) + " s";
}

std::string muscles_text(const Spine& spine) {
    return spine.guarding ? ", guarding " + number(*spine.guarding) : std::string();
}

std::string pop_text(const FacetResult& facet, double start) {
    if (!facet.popped()) return "-";
    return rounded(1e3 * (facet.pop_times.front() - start)) + " ms, " + rounded(*facet.peak_level) + " dB";
}

std::string row(const FacetResult& facet, double start) {
    return left(std::string(spine_level_names[facet.level]), 9) + left(std::string(studio::side_text(facet.side)), 6) +
           right(fixed(facet.turn * 180.0 / std::numbers::pi, 1) + " deg", 8) +
           right(fixed(1e3 * facet.max_opening, 2) + " mm", 9) + right(rounded(1e3 * facet.max_rate) + " mm/s", 9) +
           right(rounded(1e-3 * facet.min_pressure) + " kPa", 10) + "  " + left(pop_text(facet, start), 16) +
           sentence(facet) + "\n";
}

}  // namespace

std::string action_text(const Spine& spine) {
    const std::string side = ", " + std::string(studio::side_text(spine.side));
    if (spine.kind == SpineKind::twist)
        return "shoulders turned by " + number(spine.twist) + " degrees in " + number(rise_time(spine)) + " s" + side +
               muscles_text(spine);
    const bool thrust = spine.kind != SpineKind::positioning, preload = !thrust || spine.preload > 0.0;
    std::string text;
    if (preload)
        text = number(spine.preload) + " N m on " + std::string(vertebra_names[spine.preload_vertebra]) + " in " +
               number(spine.preload_time) + " s";
    if (thrust) text += (preload ? ", then " : "") + thrust_text(spine);
    if (spine.common_opening > 0.0) text += ", both sides opened by " + number(1e3 * spine.common_opening) + " mm";
    return text + side + muscles_text(spine);
}

std::string origin_text(const Spine& spine) {
    switch (spine.kind) {
        case SpineKind::twist:
            return "start of the twist";
        case SpineKind::thrust:
            return "start of the thrust";
        case SpineKind::mobilisation:
            return "start of the mobilisation";
        case SpineKind::positioning:
            return "end of the preload";
    }
    return "";
}

std::string pops_text(std::size_t pops) {
    return pops == 0 ? "no pop" : pops == 1 ? "1 pop" : std::to_string(pops) + " pops";
}

std::string facet_table(const SpineRun& spine) {
    std::string text = left("level", 9) + left("side", 6) + right("turn", 8) + right("opening", 9) + right("rate", 9) +
                       right("lowest", 10) + "  " + left("pop", 16) + "why\n";
    for (const FacetResult& facet : spine.facets) text += row(facet, spine.start);
    return text;
}

}  // namespace synovia::cli
