// What --record keeps of a session: its sound while it is played, its score at the end.
#pragma once
#include <string>

#include "apps/cli/options.hpp"
#include "apps/instrument/session.hpp"
#include "apps/instrument/tape.hpp"

namespace synovia::live {

/// Throws cli::Failure(usage) unless the file that `option` names ends in ".wav".
void require_wav(const std::string& option, const std::string& path);

class Recording {
public:
    /// The session is recorded from here on. Throws cli::Failure(file) where sound or score cannot be written.
    Recording(Session& session, const cli::LiveOptions& options);
    ~Recording() { session_.record_to(nullptr); }
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    /// Both files under their names, and says so. Throws cli::Failure(file).
    void keep();
    /// The same after a failure, which must be told whatever becomes of this.
    void rescue();

private:
    static Tape opened(int sample_rate_hz, const cli::LiveOptions& options);

    Session& session_;
    const cli::LiveOptions& options_;
    Tape tape_;
};

}  // namespace synovia::live
