// The pitch of a run's sound.
#pragma once
#include <optional>

#include "solver/trajectory.hpp"

namespace synovia::cli {

/// Peak frequency of the sound at the listener, as `measure` has it of a file at 48 kHz [Hz]; absent for silence.
std::optional<double> peak_frequency(const Trajectory& trajectory);

}  // namespace synovia::cli
