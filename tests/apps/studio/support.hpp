// What several tests of the studio and of the instrument play.
#pragma once
#include "apps/studio/take.hpp"
#include "tests/apps/support.hpp"

namespace synovia::studio::test {

/// The preset knuckle, rested and unvaried.
inline Patch knuckle() {
    Patch patch;
    patch.name = "knuckle";
    patch.share = 0.0;
    return patch;
}

/// Pulled and let back so fast that the wall of the bubble becomes faster than sound: the solver cannot finish.
inline Scenario hopeless() {
    Scenario scenario;
    scenario.traction.rise_time = 0.005;
    scenario.traction.release_time = 0.1;
    return scenario;
}

}  // namespace synovia::studio::test
