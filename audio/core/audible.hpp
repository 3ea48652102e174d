// All of a sound, and how loud it is as a file would have it: within the band that a file can hold.
#pragma once
#include <span>

#include "audio/core/body.hpp"
#include "audio/core/render.hpp"

namespace synovia::audio {

inline constexpr double audible_rate_hz = 48000.0;

/// The time line on which all of the monopoles are heard: from where the kernel first reaches before a node until
/// nothing is left of the last. Precondition: the monopoles have the same channels. No nodes: no duration.
TimeLine whole(const Renderer& renderer, std::span<const Monopole> monopoles);

/// Peak of the pressure as a file at 48 kHz has it: band-limited, of the curve through the samples, of the loudest
/// channel [Pa]. A collapse of 0.1 us has an unfiltered peak many times as high. `body`: at audible_rate_hz.
/// Throws as Renderer::render() does.
double audible_peak_pa(std::span<const Monopole> monopoles, const BodyResponse& body = {});

}  // namespace synovia::audio
