#include "apps/instrument/tape.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include "apps/studio/output_file.hpp"

namespace synovia::instrument {
namespace {

static_assert(std::endian::native == std::endian::little, "samples are written as they lie in memory");

constexpr std::size_t header_bytes = 58;
constexpr std::uint64_t most_frames = (0xFFFF'FFFFU - header_bytes) / sizeof(float);

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& reason) {
    throw studio::FileError(path.string() + ": " + reason);
}
[[noreturn]] void fail(const std::filesystem::path& path, int error) {
    fail(path, std::generic_category().message(error));
}

/// 0, or the errno of what failed.
int write_at(int fd, const void* data, std::size_t count, off_t offset) {
    const auto* bytes = static_cast<const char*>(data);
    while (count > 0) {
        const ssize_t n = pwrite(fd, bytes, count, offset);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno;
        if (n == 0) return ENOSPC;
        bytes += n;
        count -= static_cast<std::size_t>(n);
        offset += n;
    }
    return 0;
}

/// A lock goes with its process, so a file that a crash left is free. Where there are no locks, nothing is locked.
int open_alone(const std::filesystem::path& path) {
    const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) fail(path, errno);
    if (flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return fd;
    close(fd);
    fail(path, "another session is recording it");
}

/// Little-endian fields one behind the other.
class Header {
public:
    Header& text(const char* four) { return put(four, 4); }
    Header& u16(std::uint16_t value) { return put(&value, sizeof value); }
    Header& u32(std::uint32_t value) { return put(&value, sizeof value); }
    const std::array<char, header_bytes>& bytes() const { return bytes_; }

private:
    Header& put(const void* data, std::size_t count) {
        std::memcpy(bytes_.data() + used_, data, count);
        used_ += count;
        return *this;
    }
    std::array<char, header_bytes> bytes_{};
    std::size_t used_ = 0;
};

}  // namespace

Tape::Tape(std::filesystem::path path, int sample_rate_hz, bool force)
    : path_(std::move(path)), part_(path_), rate_(sample_rate_hz), force_(force) {
    part_ += ".part";
    studio::check_writable(std::array{path_}, force);
    studio::check_writable(std::array{part_}, force);
    fd_ = open_alone(part_);
    if (ftruncate(fd_, 0) != 0) fail(part_, errno);
    write_header();
}

Tape::~Tape() {
    if (frames_ == 0 && !part_.empty()) unlink(part_.c_str());
    close(fd_);
}

/// RIFF with a format of 18 bytes and a fact chunk, as format 3 (IEEE float) demands. Microsoft, "Multiple channel
/// audio data and WAVE files", 2007.
void Tape::write_header() {
    const auto frames = static_cast<std::uint32_t>(frames_), rate = static_cast<std::uint32_t>(rate_);
    constexpr std::uint16_t frame_bytes = sizeof(float);
    Header header;
    header.text("RIFF").u32(static_cast<std::uint32_t>(header_bytes - 8) + frames * frame_bytes).text("WAVE");
    header.text("fmt ").u32(18).u16(3).u16(1).u32(rate).u32(rate * frame_bytes).u16(frame_bytes).u16(32).u16(0);
    header.text("fact").u32(4).u32(frames);
    header.text("data").u32(frames * frame_bytes);
    if (const int error = write_at(fd_, header.bytes().data(), header_bytes, 0)) fail(part_, error);
}

void Tape::write(std::span<const float> samples) {
    if (samples.empty()) return;
    if (std::exchange(ended_, true)) fail(part_, "the recording has ended");
    if (frames_ + samples.size() > most_frames) fail(part_, "a WAV file ends at 4 GiB; the recording stops here");
    const auto offset = static_cast<off_t>(header_bytes + frames_ * sizeof(float));
    if (const int error = write_at(fd_, samples.data(), samples.size_bytes(), offset)) fail(part_, error);
    frames_ += samples.size();
    write_header();
    ended_ = false;
}

/// What was written of a block that did not fit is cut off.
void Tape::finish() {
    if (ftruncate(fd_, static_cast<off_t>(header_bytes + frames_ * sizeof(float))) != 0) fail(part_, errno);
    if (fsync(fd_) != 0) fail(part_, errno);
    studio::check_writable(std::array{path_}, force_);
    if (std::rename(part_.c_str(), path_.c_str()) != 0) fail(path_, errno);
    part_.clear();
}

}  // namespace synovia::instrument
