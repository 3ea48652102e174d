// The one way in which tests compare numbers within a share of them.
#pragma once
#include <doctest/doctest.h>

namespace synovia::test {

/// Equal within `share` of the larger magnitude; nothing but 0 is near 0. doctest's own Approx adds 1 to the magnitude,
/// so that everything small would pass.
inline doctest::Approx near(double value, double share) {
    constexpr double least = 1e-300;  // its comparison is strict: without this 0 would not be near 0
    return doctest::Approx(value).scale(least).epsilon(share);
}

}  // namespace synovia::test
