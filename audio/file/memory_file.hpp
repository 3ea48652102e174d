// A file that lives in memory.
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "audio/file/byte_file.hpp"

namespace synovia::audio {

class MemoryFile : public ByteFile {
public:
    explicit MemoryFile(std::vector<std::byte> bytes) : bytes_(std::move(bytes)), limit_(bytes_.size()) {}
    /// Empty, may grow to `limit` bytes; a write past them is refused.
    explicit MemoryFile(std::size_t limit = std::numeric_limits<std::size_t>::max()) : limit_(limit) {}

    std::int64_t length() const override { return static_cast<std::int64_t>(bytes_.size()); }
    std::vector<std::byte>& bytes() { return bytes_; }

protected:
    std::size_t read_at(std::size_t at, void* data, std::size_t count) override;
    bool write_at(std::size_t at, const void* data, std::size_t count) override;

private:
    std::vector<std::byte> bytes_;
    std::size_t limit_;
};

}  // namespace synovia::audio
