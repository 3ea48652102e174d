// What was played, as a file that is whole at any moment: a WAV file of floats under a temporary name, its header
// brought up to date with every block, renamed at the end.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>

namespace synovia::instrument {

class Tape {
public:
    /// Creates `path` with ".part" behind its name. Throws studio::FileError: it exists already (without `force`),
    /// another tape writes it, or it cannot be made.
    Tape(std::filesystem::path path, int sample_rate_hz, bool force);
    /// Leaves the ".part" file, which any player reads, unless finish() gave it its name or nothing is on it.
    ~Tape();
    Tape(const Tape&) = delete;
    Tape& operator=(const Tape&) = delete;

    /// Throws studio::FileError: the disk is full, or the file has reached the 4 GiB of its format. Nothing is written
    /// after that, so that there is no gap.
    void write(std::span<const float> samples);
    /// On the disk, under its name. Throws studio::FileError.
    void finish();

    std::uint64_t frames() const { return frames_; }

private:
    void write_header();

    std::filesystem::path path_, part_;
    int rate_;
    bool force_;
    int fd_ = -1;
    bool ended_ = false;  // a write has failed
    std::uint64_t frames_ = 0;
};

}  // namespace synovia::instrument
