#include "apps/instrument/next_takes.hpp"

#include <algorithm>

namespace synovia::instrument {
namespace {

constexpr std::uint64_t takes_ahead = 8, takes_ahead_of_others = 2;

}  // namespace

studio::TakeRequest NextTakes::rested(double velocity, std::uint64_t ahead) const {
    const auto it = played_.find(velocity);
    return {(it == played_.end() ? 0 : it->second) + 1 + ahead, velocity, {}};
}

studio::TakeRequest NextTakes::next(double velocity, std::optional<double> residual_radius) const {
    studio::TakeRequest request = rested(velocity);
    request.residual_radius = residual_radius;
    return request;
}

void NextTakes::count(const studio::TakeRequest& played) {
    played_[played.velocity] = played.take;
    last_velocity_ = played.velocity;
}

std::vector<studio::TakeRequest> NextTakes::ahead(std::optional<double> residual_radius) const {
    std::vector<studio::TakeRequest> list;
    const auto add = [&](const studio::TakeRequest& r) {
        if (std::find(list.begin(), list.end(), r) == list.end()) list.push_back(r);
    };
    add(next(last_velocity_, residual_radius));
    for (const double velocity : expected_) add(rested(velocity));
    for (std::uint64_t ahead = 0; ahead < takes_ahead; ++ahead) add(rested(last_velocity_, ahead));
    for (std::uint64_t ahead = 1; ahead < takes_ahead_of_others; ++ahead)
        for (const double velocity : expected_) add(rested(velocity, ahead));
    return list;
}

}  // namespace synovia::instrument
