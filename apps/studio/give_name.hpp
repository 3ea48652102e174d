// A complete file gets its name.
#pragma once
#include <filesystem>

namespace synovia::studio {

/// Renames a file within a folder. Returns 0 or errno: EEXIST where `to` exists and may not be replaced, which no other
/// program can slip between.
int give_name(const std::filesystem::path& from, const std::filesystem::path& to, bool replace);

}  // namespace synovia::studio
