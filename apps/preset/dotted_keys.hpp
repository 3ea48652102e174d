// A guard in front of the TOML parser, which builds a table for every part of "a.a.a.a..." and frees them recursively:
// half a million parts in one key overflow the stack.
#pragma once
#include <string>
#include <string_view>

namespace synovia::preset {

/// Throws Error at the place of the first key of more than eight parts; no preset key has more than three.
void check_dotted_keys(std::string_view text, const std::string& file);

}  // namespace synovia::preset
