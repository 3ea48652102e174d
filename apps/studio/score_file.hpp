// A score or a journal, read back from a file that anybody may have written.
#pragma once
#include <string>

#include "apps/studio/score.hpp"

namespace synovia::studio {

/// Reads either; of a journal all whole lines, since the end of the last one may be missing.
/// Throws preset::Error that names file and place.
Score read_score(const std::string& path);

}  // namespace synovia::studio
