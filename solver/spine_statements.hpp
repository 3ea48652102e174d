// What people say about cracking backs, put to the model and beside the evidence.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "solver/scenario.hpp"

namespace synovia {

struct SpineStatement {
    std::string_view says;
    std::string_view knob;      ///< the parameter that puts it to the test
    std::string_view run;       ///< what is done to the spine
    std::string model;          ///< what comes out, with the numbers of this run
    std::string_view evidence;  ///< what was measured, by whom
    std::string_view
        agrees;  ///< "yes", "no", ... by the rule in solver/spine_statements.cpp, from the numbers of this run
};

inline constexpr std::size_t spine_statement_count = 10;

/// The statement of this number, below spine_statement_count, from fresh runs (up to a population of a hundred at four
/// speeds). Precondition: `thrust` is a spine of kind thrust without problems (the preset thrust-l45); its twists turn
/// as far as its `spine.twist_deg` says. Statements are independent: threads are the caller's.
SpineStatement spine_statement(const Scenario& thrust, std::size_t number);

}  // namespace synovia
