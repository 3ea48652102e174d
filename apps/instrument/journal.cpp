#include "apps/instrument/journal.hpp"

#include <utility>

#include "apps/studio/score_text.hpp"

namespace synovia::instrument {

Journal::Journal(const std::filesystem::path& path, const studio::Score& score, bool force) : file_(path, force) {
    try {
        add(studio::journal_head(score));
    } catch (...) {
        remove();
        throw;
    }
}

void Journal::keep_up(const studio::Score& score) {
    if (std::exchange(ended_, true)) return;
    std::string lines;
    for (; patches_ < score.patches.size(); ++patches_) lines += studio::journal_line(score.patches[patches_]);
    for (; events_ < score.events.size(); ++events_) lines += studio::journal_line(score.events[events_]);
    if (score.frames > frames_) lines += studio::journal_line(frames_ = score.frames);
    add(lines);
    ended_ = false;
}

void Journal::add(const std::string& line) {
    file_.write(line, bytes_);
    bytes_ += line.size();
}

}  // namespace synovia::instrument
