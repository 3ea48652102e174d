// What a run came to: for people and for programs.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "solver/summary.hpp"
#include "solver/trajectory.hpp"

namespace synovia::cli {

/// The keys of `simulate --format json`, SI units; a level of silence is null.
nlohmann::ordered_json summary_json(const Trajectory& trajectory, const Summary& summary);

/// A few lines with units people use.
std::string summary_text(const std::string& title, const Trajectory& trajectory, const Summary& summary);

/// The outcome in words.
std::string outcome_text(Outcome outcome);

/// JSON text with an end of line. Text that is no UTF-8, such as an odd file name, is made so.
std::string json_text(const nlohmann::ordered_json& json);

}  // namespace synovia::cli
