// What becomes of a recording, and what is said about it.
#pragma once
#include <string>

#include "apps/instrument/recording.hpp"

namespace synovia::cli {

/// Throws Failure(usage) unless the file that `option` names ends in ".wav".
void require_wav(const std::string& option, const std::string& path);

/// Both files under their names, and says so unless `quiet`. Throws studio::FileError.
void keep(instrument::Recording& recording, bool quiet);

/// The same where the playing has come to its end. Throws Failure(file), too, where the recording had ended before.
void end(instrument::Recording& recording, bool quiet);

/// The same after a failure, which must be told whatever becomes of this.
void rescue(instrument::Recording& recording, bool quiet);

}  // namespace synovia::cli
