// A harder pull is a louder and a brighter crack.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/studio/take.hpp"
#include "audio/measure/crack_features.hpp"

using namespace synovia;

namespace {

constexpr int takes = 9;

/// Medians over some takes of one joint.
struct Loudness {
    double level_db, centroid_hz;
};

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Loudness pulled_with(const studio::Patch& patch, double velocity) {
    std::vector<double> levels, centroids;
    for (std::uint64_t number = 1; number <= takes; ++number) {
        const studio::Take take = make_take(patch, {number, velocity, {}});
        REQUIRE(take.popped);
        levels.push_back(20.0 * std::log10(take.peak_pa / 20e-6));
        const std::vector<double> samples(take.samples.begin(), take.samples.end());
        centroids.push_back(audio::crack_features(samples, patch.sample_rate_hz).value().centroid_hz);
    }
    return {median(levels), median(centroids)};
}

studio::Patch crack() {
    studio::Patch patch;
    // A tenth of a decibel does not hang on the last digits.
    const std::vector<std::string> coarse{"simulation.relative_tolerance=1e-4"};
    patch.scenario = preset::load("knuckle-crack", preset::search_dirs(), coarse).scenario;
    patch.share = 0.0;
    return patch;
}

}  // namespace

TEST_CASE("from the softest key to the hardest a crack gains 20 dB and brightens, and falls nowhere") {
    const studio::Patch patch = crack();
    const Loudness softest = pulled_with(patch, 0.1);
    Loudness before = softest;
    for (const double velocity : {0.4, 0.7, 1.0}) {
        CAPTURE(velocity);
        const Loudness now = pulled_with(patch, velocity);
        CHECK(now.level_db > before.level_db - 0.5);
        CHECK(now.centroid_hz > before.centroid_hz);
        before = now;
    }
    CHECK(before.level_db - softest.level_db > 17.0);
    CHECK(before.level_db - softest.level_db < 23.0);
}
