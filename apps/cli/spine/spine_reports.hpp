// Populations and statements, for people.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "solver/spine_population.hpp"
#include "solver/spine_statements.hpp"

namespace synovia::cli {

/// Header and a row a rate: the model's number, the published one with its band and source, and whether they agree.
std::string rates_table(const std::vector<PopulationRate>& rates);

/// A statement with the run that answers it, what comes out, the evidence, and whether they agree.
std::string statement_text(const SpineStatement& statement);

}  // namespace synovia::cli
