#include "apps/instrument/scope.hpp"

#include <algorithm>
#include <cmath>

namespace synovia::instrument {

void Scope::pass(double seconds, const studio::Glance& resting) {
    time_s_ += seconds;
    for (const std::int64_t end = now(); drawn_ < end; ++drawn_) at(drawn_) = resting;
}

void Scope::draw(double offset, std::span<const studio::Glance> glances) {
    put(now() + std::llround(offset * studio::glances_per_second), glances);
}

void Scope::put(std::int64_t place, std::span<const studio::Glance> glances) {
    const std::int64_t oldest = now() - static_cast<std::int64_t>(length / 2);
    const std::int64_t furthest = now() + static_cast<std::int64_t>(length / 4);
    for (const studio::Glance& glance : glances) {
        if (place >= furthest) break;
        if (place >= oldest) at(place) = glance;
        ++place;
    }
    drawn_ = std::max(place, now());
}

std::vector<studio::Glance> Scope::last(std::size_t count) const {
    std::vector<studio::Glance> result;
    for (auto place = now() - static_cast<std::int64_t>(count); place < now(); ++place)
        result.push_back(paper_[static_cast<std::size_t>(place) % length]);
    return result;
}

}  // namespace synovia::instrument
