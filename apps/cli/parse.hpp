// argv -> what was asked for.
#pragma once
#include <span>
#include <string>

#include "apps/cli/options.hpp"

namespace synovia::cli {

/// `arguments`: argv without the program's name. Throws Failure(usage) with the nearest command or option suggested.
Command parse(std::span<const std::string> arguments);

}  // namespace synovia::cli
