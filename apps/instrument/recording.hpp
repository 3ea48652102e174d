// What is kept of a session: its sound while it is played, its score at the end.
#pragma once
#include <filesystem>

#include "apps/instrument/session.hpp"
#include "apps/instrument/tape.hpp"

namespace synovia::instrument {

class Recording {
public:
    struct Kept {
        std::filesystem::path sound, score;
        double length_s = 0.0;
    };

    /// The session is recorded from here on. Throws studio::FileError where sound or score cannot be written.
    Recording(Session& session, std::filesystem::path sound, bool force);
    ~Recording() { session_.record_to(nullptr); }
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    bool empty() const { return tape_.frames() == 0; }
    /// Both files under their names. Throws studio::FileError.
    Kept keep();
    /// After a failure, maybe of the tape itself: takes what the card played last, if that can be done.
    void catch_up() noexcept;

private:
    static Tape opened(const std::filesystem::path& sound, int sample_rate_hz, bool force);

    Session& session_;
    std::filesystem::path sound_;
    bool force_;
    Tape tape_;
};

}  // namespace synovia::instrument
