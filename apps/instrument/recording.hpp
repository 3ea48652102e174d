// What is kept of a session: sound and events while it is played, under their names at the end.
#pragma once
#include <filesystem>

#include "apps/instrument/journal.hpp"
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
    ~Recording();
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    /// Why it has ended before the playing; empty: it has not.
    const std::string& failure() const { return session_.tape().failure(); }
    bool empty() const { return tape_.frames() == 0; }
    /// Both files under their names, without the silence at the end beyond
    /// studio::most_end_silence_s. Throws studio::FileError; what could not be kept stays under the name of its part.
    Kept keep();
    /// What lies on the disk under other names; empty: nothing.
    std::filesystem::path sound_part() const { return empty() ? std::filesystem::path() : tape_.part(); }
    const std::filesystem::path& journal_part() const { return journal_.part(); }
    /// After a failure, maybe of the tape itself: takes what the card played last, if that can be done.
    void catch_up() noexcept;

private:
    Session& session_;
    std::filesystem::path sound_;
    bool force_;
    Tape tape_;
    Journal journal_;
};

}  // namespace synovia::instrument
