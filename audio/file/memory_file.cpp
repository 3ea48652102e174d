#include "audio/file/memory_file.hpp"

#include <algorithm>
#include <cstring>

namespace synovia::audio {

std::size_t MemoryFile::read_at(std::size_t at, void* data, std::size_t count) {
    const std::size_t n = std::min(count, bytes_.size() - std::min(at, bytes_.size()));
    if (n > 0) std::memcpy(data, bytes_.data() + at, n);
    return n;
}

bool MemoryFile::write_at(std::size_t at, const void* data, std::size_t count) {
    if (at > limit_ || count > limit_ - at) return false;
    bytes_.resize(std::max(bytes_.size(), at + count));
    std::memcpy(bytes_.data() + at, data, count);
    return true;
}

}  // namespace synovia::audio
