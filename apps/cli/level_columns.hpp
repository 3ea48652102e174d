// What the columns of the table of spine levels mean.
#pragma once
#include <span>

#include "apps/studio/key_text.hpp"

namespace synovia::cli {

/// One for each of spine_columns(), in their order.
std::span<const studio::KeyText> level_columns();

}  // namespace synovia::cli
