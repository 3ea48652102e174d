// A session whose sound card is the test itself.
#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "apps/instrument/session.hpp"

namespace synovia::live::test {

/// doctest's Approx without its absolute part.
inline doctest::Approx near(double value, double epsilon) { return doctest::Approx(value).scale(0.0).epsilon(epsilon); }

/// The preset knuckle, rested and unvaried.
inline Patch knuckle() {
    Patch patch;
    patch.name = "knuckle";
    patch.share = 0.0;
    return patch;
}

/// Time goes by only when the test says so: a block of 240 frames and a tick of 5 ms.
class Rehearsal {
public:
    explicit Rehearsal(const SessionSettings& settings = {})
        : session(settings, [this](const std::string& line) { lines.push_back(line); }) {}

    void play(double seconds) {
        std::vector<float> block(240);
        for (int i = 0; i < static_cast<int>(std::lround(seconds * 200.0)); ++i) {
            session.tick(0.005);
            session.mixer().fill(block.data(), block.size());
            sound.insert(sound.end(), block.begin(), block.end());
        }
        session.tick(0.0);
    }
    std::string last() const { return lines.empty() ? "" : lines.back(); }

    std::vector<std::string> lines;
    std::vector<float> sound;
    Session session;
};

inline double peak(std::span<const float> x) {
    float largest = 0.0F;
    for (const float value : x) largest = std::max(largest, std::abs(value));
    return static_cast<double>(largest);
}

}  // namespace synovia::live::test
