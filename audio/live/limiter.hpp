// A peak limiter that looks ahead: nothing leaves it above 1, and nothing below 1 is touched once it has recovered.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace synovia::audio {

/// Sample n leaves as x[n - delay] g[n]. Needed is r[n] = min(1, 1/|x[n]|); m is its minimum over the last delay + 1
/// samples, h follows m down at once and up by 1/release_samples each, g is the mean of h over the last delay + 1.
/// Each h in that mean is at most r[n - delay], hence so is g: |output| <= 1. Gains are integers, so that the running
/// sum of the mean never drifts. Of several channels |x| is the largest of the frame, and one gain is for all of them.
class Limiter {
public:
    static constexpr std::size_t delay = 63;  ///< [samples]; 1.3 ms at 48 kHz
    static constexpr std::uint32_t release_samples = 4800;

    explicit Limiter(std::size_t channels = 1);
    /// A frame in, one sample for each channel, and a frame out in its place. Input that is not finite counts as 0.
    void process(std::span<float> frame);

private:
    static constexpr std::size_t window = delay + 1;
    static constexpr std::uint32_t unit = 1U << 24U;  ///< gain 1
    std::uint32_t least_needed(std::uint32_t needed);

    std::size_t channels_;
    std::vector<float> input_;  // frames of the window, interleaved
    std::array<std::uint32_t, window> held_;
    struct Candidate {
        std::uint64_t n;
        std::uint32_t gain;
    };
    std::array<Candidate, window> candidates_{};  // for the minimum: gains rising from first to last (Lemire 2006)
    std::uint64_t first_ = 0, last_ = 0;          // candidates first_ <= i < last_
    std::uint64_t n_ = 0, sum_;
    std::uint32_t hold_ = unit;
};

}  // namespace synovia::audio
