// Which takes come next: counted for each velocity apart, so that they can be made before they are asked for.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "apps/studio/take.hpp"

namespace synovia::instrument {

class NextTakes {
public:
    /// Velocities that will be asked for.
    void expect(std::vector<double> velocities) { expected_ = std::move(velocities); }

    /// What a trigger of this velocity asks for, of a joint with this bubble in it.
    studio::TakeRequest next(double velocity, std::optional<double> residual_radius) const;
    /// This one was played: the next one has another number.
    void count(const studio::TakeRequest& played);

    /// What to make ahead, the most urgent first: the next of the last velocity as the joint is, then what a rested
    /// joint gives with every velocity that is expected.
    std::vector<studio::TakeRequest> ahead(std::optional<double> residual_radius) const;

private:
    studio::TakeRequest rested(double velocity, std::uint64_t ahead = 0) const;

    std::map<double, std::uint64_t> played_;  // by velocity
    std::vector<double> expected_;
    double last_velocity_ = studio::preset_velocity;
};

}  // namespace synovia::instrument
