// A file that lives in memory.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "audio/file/byte_file.hpp"

namespace synovia::audio {

class MemoryFile : public ByteFile {
public:
    explicit MemoryFile(std::vector<std::byte> bytes) : bytes_(std::move(bytes)), limit_(bytes_.size()) {}
    /// Empty, may grow to `limit` bytes; a write past them is refused.
    explicit MemoryFile(std::size_t limit) : limit_(limit) {}

    std::int64_t length() const override { return static_cast<std::int64_t>(bytes_.size()); }
    /// Was a write refused because of the limit?
    bool overflowed() const { return overflowed_; }
    std::vector<std::byte>& bytes() { return bytes_; }
    /// Room for so many, so that a long file is not copied while it grows.
    void reserve(std::size_t bytes) { bytes_.reserve(std::min(bytes, limit_)); }

protected:
    std::size_t read_at(std::size_t at, void* data, std::size_t count) override;
    bool write_at(std::size_t at, const void* data, std::size_t count) override;

private:
    std::vector<std::byte> bytes_;
    std::size_t limit_;
    bool overflowed_ = false;
};

}  // namespace synovia::audio
