// What measure prints for programs.
#pragma once
#include <span>

#include "apps/studio/key_text.hpp"

namespace synovia::cli {

/// The keys of `measure --format json` and what they stand for, in their order.
std::span<const studio::KeyText> measurement_keys();

}  // namespace synovia::cli
