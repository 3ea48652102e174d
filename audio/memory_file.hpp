// A file that lives in memory: what libsndfile reads from and writes to instead of a path.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

namespace synovia::audio {

/// The operations follow fread, fwrite, fseek, ftell; counts in bytes.
class MemoryFile {
public:
    explicit MemoryFile(std::vector<std::byte> bytes) : bytes_(std::move(bytes)), limit_(bytes_.size()) {}
    /// Empty, may grow to `limit` bytes.
    explicit MemoryFile(std::size_t limit) : limit_(limit) {}

    std::int64_t length() const { return static_cast<std::int64_t>(bytes_.size()); }
    std::int64_t tell() const { return static_cast<std::int64_t>(position_); }
    /// Was a write refused because of the limit?
    bool overflowed() const { return overflowed_; }
    std::vector<std::byte>& bytes() { return bytes_; }

    /// New position, or -1 (and no move) where that lies before the start.
    std::int64_t seek(std::int64_t offset, int whence) {
        const std::int64_t to = (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? tell() : length()) + offset;
        if (to < 0) return -1;
        position_ = static_cast<std::size_t>(to);
        return to;
    }

    std::int64_t read(void* data, std::int64_t count) {
        if (count <= 0 || position_ >= bytes_.size()) return 0;
        const std::size_t n = std::min(static_cast<std::size_t>(count), bytes_.size() - position_);
        std::memcpy(data, bytes_.data() + position_, n);
        position_ += n;
        return static_cast<std::int64_t>(n);
    }

    /// All bytes or, past the limit, none.
    std::int64_t write(const void* data, std::int64_t count) {
        if (count <= 0) return 0;
        const auto n = static_cast<std::size_t>(count);
        if (position_ > limit_ || n > limit_ - position_) {
            overflowed_ = true;
            return 0;
        }
        bytes_.resize(std::max(bytes_.size(), position_ + n));
        std::memcpy(bytes_.data() + position_, data, n);
        position_ += n;
        return count;
    }

private:
    std::vector<std::byte> bytes_;
    std::size_t position_ = 0;
    std::size_t limit_;
    bool overflowed_ = false;
};

}  // namespace synovia::audio
