#include "apps/classroom/wasm/table.hpp"

#include <type_traits>
#include <vector>

#include "apps/classroom/wasm/json.hpp"
#include "solver/kinds.hpp"
#include "solver/parameters.hpp"

namespace synovia::classroom {
namespace {

struct ValueText {
    const Scenario& scenario;

    std::string operator()(const ChoiceAccess& a) const {
        return json(a.names[static_cast<std::size_t>(a.get(scenario))]);
    }
    std::string operator()(const MemberAccess<bool>& a) const { return a(scenario) ? "true" : "false"; }
    std::string operator()(const MemberAccess<LevelSet>& a) const {
        JsonText list('[');
        for (std::size_t i = 0; i < spine_level_count; ++i)
            if (a(scenario)[i]) list.item(json(spine_level_names[i]));
        return list.done();
    }
    std::string operator()(const MemberAccess<std::vector<double>>& a) const {
        JsonText list('[');
        for (const double value : a(scenario)) list.item(json(value));
        return list.done();
    }
    std::string operator()(const MemberAccess<std::string>& a) const { return json(std::string_view(a(scenario))); }
    template <class T>
    std::string operator()(const MemberAccess<T>& a) const {
        return json(a(scenario));
    }
};

struct TypeText {
    std::string_view operator()(const ChoiceAccess&) const { return "choice"; }
    std::string_view operator()(const MemberAccess<bool>&) const { return "flag"; }
    std::string_view operator()(const MemberAccess<std::string>&) const { return "text"; }
    std::string_view operator()(const MemberAccess<LevelSet>&) const { return "levels"; }
    std::string_view operator()(const MemberAccess<std::vector<double>>&) const { return "numbers"; }
    std::string_view operator()(const MemberAccess<double>&) const { return "number"; }
    std::string_view operator()(const MemberAccess<std::optional<double>>&) const { return "optional"; }
};

std::string choices(const Parameter& parameter) {
    JsonText list('[');
    if (const auto* choice = std::get_if<ChoiceAccess>(&parameter.access))
        for (const std::string_view name : choice->names) list.item(json(name));
    return list.done();
}

std::string kinds_with(const Parameter& parameter) {
    JsonText list('[');
    for (const KindRow& row : kinds())
        if (applies(parameter, row.kind)) list.item(json(row.name));
    return list.done();
}

std::string row(const Scenario& defaults, const Parameter& p) {
    JsonText row('{');
    row.add("key", p.key).add("unit", p.unit).add("type", std::visit(TypeText{}, p.access));
    row.add("min", p.min).add("max", p.max).raw("kinds", kinds_with(p)).add("text", p.text);
    return row.raw("choices", choices(p)).raw("default", std::visit(ValueText{defaults}, p.access)).done();
}

}  // namespace

std::string table_json(const Scenario& defaults) {
    JsonText list('[');
    for (const Parameter& p : parameters()) list.item(row(defaults, p));
    return list.done();
}

std::string values_json(const Scenario& scenario) {
    JsonText values('{');
    for (const Parameter& p : parameters())
        if (applies(p, scenario.kind)) values.raw(p.key, std::visit(ValueText{scenario}, p.access));
    return values.done();
}

}  // namespace synovia::classroom
