// One row per kind of run: all that a joint and a free bubble do differently outside their equations.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "solver/emission.hpp"
#include "solver/parameters.hpp"
#include "solver/scenario.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

struct KindRow {
    Kind kind;
    std::string_view name;             ///< as presets write it
    std::span<const Applies> applies;  ///< which parameters its scenarios have
    Scenario (*defaults)();
    void (*check)(const Scenario&, std::vector<Problem>&);  ///< rules between parameters that are sane by themselves
    /// What a run needs beyond that: everything drawn, a start that fits.
    void (*check_run)(const Scenario&, const JointStart&, std::vector<Problem>&);
    /// Of a scenario without problems. Only a joint can start with what was left.
    Trajectory (*simulate)(const Scenario&, const JointStart&, std::size_t step_limit);
    double (*resting_pressure)(const Scenario&);  ///< of the liquid around the bubble before anything moves [Pa]
    bool heard_in_air;                            ///< else in its own liquid
    bool has_gap;                                 ///< between bones, whose opening a run reports
    bool has_facets;                              ///< several joints, each with a place and a pop of its own
    bool awaits_nucleation;  ///< it pops or stays silent; else the bubble is there from the start and always sounds
    bool in_hand;            ///< a hand moves it (`traction`), also piece by piece (JointStream)
    bool remembers;          ///< the bubble of one run is what the next one starts with
};

/// In the order of Kind.
std::span<const KindRow> kinds();
const KindRow& row_of(Kind kind);

/// What the listener hears the run through.
Medium medium(const Scenario& scenario);

}  // namespace synovia
