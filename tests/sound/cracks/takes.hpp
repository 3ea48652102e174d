// Takes of a preset, as the program draws and renders them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace synovia::cracks {

inline constexpr int sample_rate_hz = 48000;

/// Pressure at the listener [Pa] of takes 1 to `takes`, as `synovia render PRESET -n TAKES --joints new --vary VARY
/// --seed SEED --level pa`; silence where nothing popped or the solver could not finish. Throws as that command does
/// for bad input.
std::vector<std::vector<double>> rendered_takes(const std::string& preset, const std::string& vary, std::uint64_t seed,
                                                std::size_t takes);

}  // namespace synovia::cracks
