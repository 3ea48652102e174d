// What was played, as a file that is whole at any moment: a WAV file of floats under a temporary name, its header
// brought up to date with every block, renamed at the end.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "apps/studio/growing_file.hpp"
#include "audio/file/metadata.hpp"

namespace synovia::instrument {

class Tape {
public:
    static constexpr std::size_t header_bytes = 2048;  ///< room for title, software, comment and calibration

    /// Creates `path` with ".part" behind its name. Precondition: 1 to audio::most_channels. Throws studio::FileError:
    /// it exists already (without `force`), another tape writes it, or it cannot be made.
    Tape(std::filesystem::path path, int sample_rate_hz, bool force, std::size_t channels = 1);
    /// The same in a file that keeps itself out of sight until it is finished.
    Tape(std::unique_ptr<studio::GrowingFile> file, int sample_rate_hz, std::size_t channels);
    /// Leaves the ".part" file, which any player reads, unless finish() gave it its name or nothing is on it.
    ~Tape();
    Tape(const Tape&) = delete;
    Tape& operator=(const Tape&) = delete;

    /// Whole frames, channels interleaved. Throws studio::FileError: the disk is full, or the file has reached the 4
    /// GiB of its format. Nothing is written after that, so that there is no gap.
    void write(std::span<const float> samples);
    /// The same for digital silence, for which nothing is written before the end. Not for a file that others read.
    void silence(std::size_t frames);
    /// What is on it from here on is left out.
    void cut(std::uint64_t frames);
    void set_texts(const audio::Metadata& texts);
    /// On the disk, under its name. Throws studio::FileError.
    void finish();
    /// The same within a claim on its folder.
    void finish(const studio::OutputClaim& claim);
    /// Nothing of it stays.
    void remove() noexcept { file_->remove(); }

    std::uint64_t frames() const { return frames_; }
    const std::filesystem::path& part() const { return file_->part(); }  ///< empty: finished or removed

private:
    void write_header();
    void require_room(std::uint64_t more_bytes) const;
    std::uint64_t bytes() const;

    std::unique_ptr<studio::GrowingFile> file_;
    std::string texts_;  // chunks
    int rate_;
    std::size_t channels_;
    bool ended_ = false;  // a write has failed
    std::uint64_t frames_ = 0;
};

}  // namespace synovia::instrument
