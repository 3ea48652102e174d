#include "apps/preset/assign.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "apps/preset/csv.hpp"
#include "apps/preset/keys.hpp"
#include "apps/preset/suggestion.hpp"
#include "apps/preset/text.hpp"
#include "apps/preset/units.hpp"
#include "solver/kinds.hpp"

namespace synovia::preset {
namespace {

using NumberAccess = MemberAccess<double>;
using OptionalAccess = MemberAccess<std::optional<double>>;
using FlagAccess = MemberAccess<bool>;
using TextAccess = MemberAccess<std::string>;
using ListAccess = MemberAccess<std::vector<double>>;

bool is_optional(const Parameter& p) { return std::holds_alternative<OptionalAccess>(p.access); }
bool is_number(const Parameter& p) { return is_optional(p) || std::holds_alternative<NumberAccess>(p.access); }

/// Sets what is written as a word: choice, text, "none". Says whether it fitted.
bool assign_word(Scenario& scenario, const Parameter& p, const std::string& word) {
    if (const auto* choice = std::get_if<ChoiceAccess>(&p.access)) {
        const auto found = std::find(choice->names.begin(), choice->names.end(), word);
        if (found == choice->names.end()) return false;
        choice->set(scenario, static_cast<int>(found - choice->names.begin()));
        return true;
    }
    if (const auto* text = std::get_if<TextAccess>(&p.access)) {
        if (has_control_characters(word) || word.find('\n') != std::string::npos) return false;
        (*text)(scenario) = word;
        return true;
    }
    if (!is_optional(p) || word != "none") return false;
    std::get<OptionalAccess>(p.access)(scenario).reset();
    return true;
}

/// Every level of the list, or none if it holds anything else.
bool assign_levels(Scenario& scenario, const Parameter& p, const std::vector<std::string>& names) {
    const auto* access = std::get_if<MemberAccess<LevelSet>>(&p.access);
    LevelSet levels{};
    for (const std::string& name : names) {
        const auto found = std::find(spine_level_names.begin(), spine_level_names.end(), name);
        if (found == spine_level_names.end()) return false;
        levels[static_cast<std::size_t>(found - spine_level_names.begin())] = true;
    }
    if (access != nullptr) (*access)(scenario) = levels;
    return access != nullptr;
}

/// "L3-L4, L4-L5" as a list; "none" is the empty one.
std::vector<std::string> split_levels(std::string_view text) {
    std::vector<std::string> names;
    if (text == "none") return names;
    for (const std::string_view cell : split_cells(text)) {
        const auto first = cell.find_first_not_of(' ');
        names.emplace_back(
            first == std::string_view::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
    }
    return names;
}

bool assign_flag(Scenario& scenario, const Parameter& p, bool value) {
    const auto* flag = std::get_if<FlagAccess>(&p.access);
    if (flag != nullptr) (*flag)(scenario) = value;
    return flag != nullptr;
}

bool assign_list(Scenario& scenario, const Parameter& p, std::vector<double> numbers) {
    const auto* list = std::get_if<ListAccess>(&p.access);
    if (list != nullptr) (*list)(scenario) = std::move(numbers);
    return list != nullptr;
}

bool try_assign(Scenario& scenario, const Parameter& p, const RawValue& value) {
    if (const auto* x = std::get_if<double>(&value)) {
        if (is_number(p)) set_number(scenario, p, *x);
        return is_number(p);
    }
    if (const auto* x = std::get_if<bool>(&value)) return assign_flag(scenario, p, *x);
    if (const auto* x = std::get_if<std::string>(&value)) return assign_word(scenario, p, *x);
    // an empty list says nothing of its items
    if (const auto* x = std::get_if<std::vector<std::string>>(&value))
        return assign_levels(scenario, p, *x) || (x->empty() && assign_list(scenario, p, {}));
    if (const auto* x = std::get_if<std::vector<double>>(&value))
        return assign_list(scenario, p, *x) || (x->empty() && assign_levels(scenario, p, {}));
    return std::holds_alternative<Absent>(value) && assign_word(scenario, p, "none");
}

std::string mismatch(const Parameter& p, const std::string& given) {
    return "given " + given + ", expected " + expected(p);
}

std::string wrong_word(const Parameter& p, std::string_view word) {
    const auto* choice = std::get_if<ChoiceAccess>(&p.access);
    return mismatch(p, "the text " + in_quotes(word)) + (choice != nullptr ? suggestion(word, choice->names) : "");
}

/// A known key that lacks nothing but its unit: "joint.moving_mass" for "joint.moving_mass_kg".
const Parameter* with_unit(std::string_view key) {
    for (const Parameter& p : parameters())
        if (!p.unit.empty() && p.key == std::string(key) + "_" + unit_suffix(p.unit)) return &p;
    return nullptr;
}

}  // namespace

std::optional<std::string> refuse_key(std::string_view key, std::optional<Kind> kind) {
    const Parameter* p = find_parameter(key);
    if (p == nullptr) {
        if (const Parameter* meant = with_unit(key)) return "the unit is missing: the key is " + in_quotes(meant->key);
        const auto known = known_keys();
        if (std::find(known.begin(), known.end(), key) != known.end())
            return "stands in a preset's file and cannot be set";
        return "unknown key" + suggestion(key, known);
    }
    if (!kind || applies(*p, *kind)) return std::nullopt;
    std::vector<std::string_view> owners;
    for (const KindRow& row : kinds())
        if (applies(*p, row.kind)) owners.push_back(row.name);
    return "belongs to kind = " + listed(owners) + ", and this is a " + in_quotes(row_of(*kind).name);
}

std::string expected(const Parameter& p) {
    if (const auto* choice = std::get_if<ChoiceAccess>(&p.access)) return "one of " + listed(choice->names);
    if (std::holds_alternative<FlagAccess>(p.access)) return "true or false";
    if (std::holds_alternative<MemberAccess<LevelSet>>(p.access)) return "a list out of " + listed(spine_level_names);
    if (std::holds_alternative<TextAccess>(p.access)) return "a text on one line";
    const std::string unit = std::string(p.unit.empty() ? "" : " ").append(p.unit);
    if (std::holds_alternative<ListAccess>(p.access))
        return "a list of numbers from " + exact(p.min) + " to " + exact(p.max) + unit;
    return "a number from " + exact(p.min) + " to " + exact(p.max) + unit + (is_optional(p) ? " or \"none\"" : "");
}

std::optional<std::string> assign(Scenario& scenario, const Parameter& parameter, const RawValue& value) {
    if (try_assign(scenario, parameter, value)) return std::nullopt;
    const auto* word = std::get_if<std::string>(&value);
    return word != nullptr ? wrong_word(parameter, *word) : mismatch(parameter, describe(value));
}

std::optional<std::string> assign_text(Scenario& scenario, const Parameter& parameter, std::string_view text) {
    const std::string word(text);
    if (assign_word(scenario, parameter, word)) return std::nullopt;
    if (assign_levels(scenario, parameter, split_levels(text))) return std::nullopt;
    if ((word == "true" || word == "false") && assign_flag(scenario, parameter, word == "true")) return std::nullopt;
    const bool is_list = std::holds_alternative<ListAccess>(parameter.access);
    if (!is_number(parameter) && !is_list) return wrong_word(parameter, text);
    try {
        if (is_list) {
            assign_list(scenario, parameter, parse_quantities(text, parameter.unit));
            return std::nullopt;
        }
        set_number(scenario, parameter, parse_quantity(text, parameter.unit));
        return std::nullopt;
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
}

}  // namespace synovia::preset
