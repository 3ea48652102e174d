// What was played, written down as it happens: a score that a crash cuts off, but does not take away.
#pragma once
#include <cstdint>
#include <filesystem>

#include "apps/studio/part_file.hpp"
#include "apps/studio/score.hpp"

namespace synovia::instrument {

class Journal {
public:
    /// Begins the journal of a score, which will stand in `path`. Throws studio::FileError, as all below.
    Journal(const std::filesystem::path& path, const studio::Score& score, bool force);

    /// Adds what has been added to the score. Its `frames` must be no more than what it holds all events of. After a
    /// failure nothing more is written, so that there is no gap.
    void keep_up(const studio::Score& score);
    /// The score is whole, elsewhere.
    void remove() noexcept { file_.remove(); }

    const std::filesystem::path& part() const { return file_.part(); }

private:
    void add(const std::string& line);

    studio::PartFile file_;
    std::uint64_t bytes_ = 0, frames_ = 0;
    std::size_t patches_ = 0, events_ = 0;
    bool ended_ = false;
};

}  // namespace synovia::instrument
