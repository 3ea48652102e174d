// One function object out of several lambdas, for std::visit.
#pragma once

namespace synovia::studio {

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;  // clang 14 does not deduce it for aggregates

}  // namespace synovia::studio
