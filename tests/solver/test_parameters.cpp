#include "solver/parameters.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "tests/solver/compare.hpp"

using namespace synovia;

namespace {

/// "Pa s/m3" -> "_pa_s_m3"
std::string suffix(std::string_view unit) {
    std::string s = "_";
    for (const char c : unit) s += c == ' ' || c == '/' ? '_' : static_cast<char>(std::tolower(c));
    return s;
}

bool is_optional(const Parameter& p) { return std::holds_alternative<MemberAccess<std::optional<double>>>(p.access); }
bool is_numeric(const Parameter& p) { return is_optional(p) || std::holds_alternative<MemberAccess<double>>(p.access); }
bool is_list(const Parameter& p) { return std::holds_alternative<MemberAccess<std::vector<double>>>(p.access); }

}  // namespace

TEST_CASE("every key is section.name, in lower case, and there is only one of it") {
    std::set<std::string_view> keys;
    for (const Parameter& p : parameters()) {
        INFO(p.key);
        CHECK(keys.insert(p.key).second);
        CHECK(std::all_of(p.key.begin(), p.key.end(),
                          [](char c) { return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '_' || c == '.'; }));
        CHECK(p.key.find('.') != p.key.npos);
        CHECK_FALSE(p.text.empty());
    }
    CHECK(keys.size() > 50);
}

TEST_CASE("a key ends with its unit") {
    for (const Parameter& p : parameters())
        if (!p.unit.empty()) {
            INFO(p.key);
            CHECK(p.key.ends_with(suffix(p.unit)));
        }
}

TEST_CASE("numbers have a range that is not empty, everything else has none") {
    for (const Parameter& p : parameters()) {
        INFO(p.key);
        if (is_numeric(p) || is_list(p)) {
            CHECK(p.min < p.max);
        } else {
            CHECK(p.min == 0.0);
            CHECK(p.max == 0.0);
            CHECK(p.unit.empty());
        }
    }
}

TEST_CASE("the defaults of both kinds are allowed") {
    for (const Kind kind : {Kind::joint, Kind::bubble}) {
        CHECK(default_scenario(kind).kind == kind);
        CHECK(validate(default_scenario(kind)).empty());
    }
}

TEST_CASE("a number that is written is read back, and only there") {
    for (const Parameter& p : parameters()) {
        if (!is_numeric(p)) continue;
        INFO(p.key);
        Scenario s;
        const double value = 0.25 * p.min + 0.75 * p.max;
        set_number(s, p, value);
        CHECK(number(s, p) == value);
        for (const Parameter& other : parameters())
            if (&other != &p) CHECK(number(s, other) == number(Scenario{}, other));
    }
}

TEST_CASE("what is no number, or an absent one, reads as nothing") {
    for (const Parameter& p : parameters()) {
        INFO(p.key);
        CHECK(number(Scenario{}, p).has_value() == (is_numeric(p) && !is_optional(p)));
    }
}

TEST_CASE("choices have names, and each can be set and read back") {
    int choices = 0;
    for (const Parameter& p : parameters()) {
        const auto* choice = std::get_if<ChoiceAccess>(&p.access);
        if (choice == nullptr) continue;
        INFO(p.key);
        ++choices;
        Scenario s;
        for (int i = 0; i < static_cast<int>(choice->names.size()); ++i) {
            choice->set(s, i);
            CHECK(choice->get(s) == i);
        }
    }
    CHECK(choices == 13);
}

TEST_CASE("names stand for the enumerators they look like") {
    Scenario s;
    const auto set = [&](std::string_view key, std::string_view word) {
        const auto& choice = std::get<ChoiceAccess>(find_parameter(key)->access);
        const auto found = std::find(choice.names.begin(), choice.names.end(), word);
        REQUIRE(found != choice.names.end());
        choice.set(s, static_cast<int>(found - choice.names.begin()));
    };
    set("traction.kind", "gap");
    CHECK(s.traction.kind == TractionKind::gap);
    set("pressure.kind", "table");
    CHECK(s.pressure.kind == PressureKind::table);
    set("gas.model", "polytropic");
    CHECK(s.gas.model == GasModel::polytropic);
    set("fluid.rheology", "newtonian");
    CHECK(s.fluid.rheology == Rheology::newtonian);
    set("bubble.equation", "keller-miksis");
    CHECK(s.bubble.equation == RadialEquation::keller_miksis);
    set("bubble.shape", "gap");
    CHECK(s.bubble.shape == BubbleShape::gap);
    set("bubble.firing", "rate");
    CHECK(s.bubble.firing == Firing::rate);
}

TEST_CASE("a key finds its parameter, another word none") {
    for (const Parameter& p : parameters()) CHECK(find_parameter(p.key) == &p);
    CHECK(find_parameter("joint.moving_mass") == nullptr);
    CHECK(find_parameter("") == nullptr);
}

TEST_CASE("joint parameters apply to joints, bubble parameters to bubbles, some to both") {
    CHECK(applies(*find_parameter("joint.moving_mass_kg"), Kind::joint));
    CHECK_FALSE(applies(*find_parameter("joint.moving_mass_kg"), Kind::bubble));
    CHECK_FALSE(applies(*find_parameter("pressure.ambient_pa"), Kind::joint));
    CHECK(applies(*find_parameter("pressure.ambient_pa"), Kind::bubble));
    for (const Kind kind : {Kind::joint, Kind::bubble}) CHECK(applies(*find_parameter("fluid.density_kg_m3"), kind));
}

TEST_CASE("only numbers of a body and of what moves it vary between people") {
    for (const Parameter& p : parameters())
        if (p.varies) {
            INFO(p.key);
            CHECK(is_numeric(p));
            CHECK((applies(p, Kind::joint) || applies(p, Kind::spine)));
            CHECK_FALSE(p.key.starts_with("simulation."));
            CHECK_FALSE(p.key.starts_with("listener."));
        }
}
