// The last seconds on stage, as glances: what the moving traces show.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "apps/studio/glance.hpp"

namespace synovia::instrument {

/// A strip of paper that runs under a pen. A pop is known to its end as soon as it is played, and the pull before it
/// has been left out of the sound, so what is drawn may reach into the future and into the past.
class Scope {
public:
    static constexpr std::size_t length = 8192;  ///< glances that are kept: 41 s, a quarter of them in the future

    explicit Scope(const studio::Glance& resting) : paper_(length, resting) {}

    /// Time goes by; where nothing has been drawn the joint is at `resting`.
    void pass(double seconds, const studio::Glance& resting);
    /// Draws glances, the first `offset` seconds from now; what was to come after them is forgotten. What lies outside
    /// the paper is left out.
    void draw(double offset, std::span<const studio::Glance> glances);
    /// Draws on where the last drawing ends, or from now on.
    void append(const studio::Glance& glance) { put(std::max(drawn_, now()), {&glance, 1}); }

    /// The last `count` glances, oldest first. Precondition: no more than length/2.
    std::vector<studio::Glance> last(std::size_t count) const;

private:
    void put(std::int64_t place, std::span<const studio::Glance> glances);
    studio::Glance& at(std::int64_t place) { return paper_[static_cast<std::size_t>(place) % length]; }
    /// Spans that have gone by to within a hair, since the sum of many short times is rounded.
    std::int64_t now() const { return static_cast<std::int64_t>(time_s_ * studio::glances_per_second + 1e-6) + start; }

    static constexpr std::int64_t start = length;  // places are positive
    std::vector<studio::Glance> paper_;
    double time_s_ = 0.0;
    std::int64_t drawn_ = start;  // places below this one hold what was drawn, or rest
};

}  // namespace synovia::instrument
