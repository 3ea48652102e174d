// The picture of a refractory period as a gnuplot script: the next pull, and the bubble that silences it, over the
// rest.
#pragma once
#include <string>

#include "apps/cli/plot/gnuplot.hpp"
#include "solver/refractory.hpp"

namespace synovia::cli {

/// Precondition: a table with rows.
std::string refractory_script(const std::string& title, const Refractory& table, FigureFormat format);

}  // namespace synovia::cli
