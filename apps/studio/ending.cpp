#include "apps/studio/ending.hpp"

#include "apps/studio/human.hpp"

namespace synovia::studio {

Ending ending_of(const Trajectory& trajectory) {
    return {trajectory.outcome, trajectory.end_time(), trajectory.scenario().simulation.duration};
}

std::string outcome_text(Outcome outcome) {
    switch (outcome) {
        case Outcome::popped:
            return "popped";
        case Outcome::no_nucleation:
            return "no pop";
        case Outcome::completed:
            return "completed";
        case Outcome::vanished:
            return "the bubble vanished before the end";
        case Outcome::supersonic:
            return "stopped: the bubble's wall reached the speed of sound";
        case Outcome::step_limit:
            return "stopped: too many steps";
        case Outcome::step_underflow:
            return "stopped: no step is short enough for the tolerance";
        case Outcome::non_finite:
            return "stopped: the equations left the finite numbers";
    }
    return std::string(name(outcome));
}

std::string unfinished_text(const std::string& name, const Ending& ending) {
    return name + ": the solver could not finish, " + outcome_text(ending.outcome) + " at " +
           with_prefix(ending.reached_s, "s") + " of " + with_prefix(ending.wanted_s, "s");
}

}  // namespace synovia::studio
