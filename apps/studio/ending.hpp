// What a numerical run ended with, and how far it had come.
#pragma once
#include <string>

#include "solver/trajectory.hpp"

namespace synovia::studio {

struct Ending {
    Outcome outcome = Outcome::completed;
    double reached_s = 0.0;  ///< time of the end
    double wanted_s = 0.0;   ///< the scenario's duration
};

Ending ending_of(const Trajectory& trajectory);

inline bool finished(const Ending& ending) { return finished(ending.outcome); }

/// The outcome in words.
std::string outcome_text(Outcome outcome);

/// "knuckle: the solver could not finish, stopped: too many steps at 12 ms of 400 ms". Precondition: not finished.
std::string unfinished_text(const std::string& name, const Ending& ending);

}  // namespace synovia::studio
