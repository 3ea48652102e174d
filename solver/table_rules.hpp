// What a table of points must be, before a cubic can join them.
#pragma once
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "solver/parameters.hpp"

namespace synovia {

/// Adds a problem under `key` unless the points have strictly increasing times and are at least two, all within +-1e9.
inline void check_table(std::string_view key, const std::vector<double>& t, const std::vector<double>& y,
                        std::vector<Problem>& problems) {
    const auto sane = [](double v) { return std::isfinite(v) && std::abs(v) <= 1e9; };
    const bool rising = std::adjacent_find(t.begin(), t.end(), [](double a, double b) { return !(b > a); }) == t.end();
    if (t.size() >= 2 && t.size() == y.size() && rising && std::all_of(t.begin(), t.end(), sane) &&
        std::all_of(y.begin(), y.end(), sane))
        return;
    problems.push_back(
        {std::string(key), "the table needs at least two points with strictly increasing times, all within +-1e9"});
}

}  // namespace synovia
