// A file that lives in memory: what libsndfile reads from and writes to instead of a path.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
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
    /// Room for so many, so that a long file is not copied while it grows.
    void reserve(std::size_t bytes) { bytes_.reserve(std::min(bytes, limit_)); }

    /// New position, or -1 (and no move) where that lies before the start.
    std::int64_t seek(std::int64_t offset, int whence);
    /// Bytes read, fewer than `count` at the end.
    std::int64_t read(void* data, std::int64_t count);
    /// All bytes or, past the limit, none.
    std::int64_t write(const void* data, std::int64_t count);

private:
    std::vector<std::byte> bytes_;
    std::size_t position_ = 0;
    std::size_t limit_;
    bool overflowed_ = false;
};

}  // namespace synovia::audio
