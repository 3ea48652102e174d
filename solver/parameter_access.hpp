// How the rows of the parameter table reach the members of a Scenario.
#pragma once
#include <type_traits>
#include <utility>

#include "solver/parameters.hpp"

namespace synovia {

/// Member: a lambda that reaches a member of a Scenario, const or not.
template <auto Member>
using TypeOf = std::remove_reference_t<decltype(Member(std::declval<Scenario&>()))>;

template <auto Member>
MemberAccess<TypeOf<Member>> member() {
    using T = TypeOf<Member>;
    return {[](const Scenario& s) -> const T& { return Member(s); }, [](Scenario& s) -> T& { return Member(s); }};
}

/// Access to an enumerated member; names are in the order of the enumerators.
template <auto Member, const auto& Names>
ChoiceAccess choice() {
    return {Names, [](const Scenario& s) { return static_cast<int>(Member(s)); },
            [](Scenario& s, int value) { Member(s) = static_cast<TypeOf<Member>>(value); }};
}

}  // namespace synovia
