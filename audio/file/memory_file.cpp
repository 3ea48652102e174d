#include "audio/file/memory_file.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace synovia::audio {

std::int64_t MemoryFile::seek(std::int64_t offset, int whence) {
    const std::int64_t to = (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? tell() : length()) + offset;
    if (to < 0) return -1;
    position_ = static_cast<std::size_t>(to);
    return to;
}

std::int64_t MemoryFile::read(void* data, std::int64_t count) {
    if (count <= 0 || position_ >= bytes_.size()) return 0;
    const std::size_t n = std::min(static_cast<std::size_t>(count), bytes_.size() - position_);
    std::memcpy(data, bytes_.data() + position_, n);
    position_ += n;
    return static_cast<std::int64_t>(n);
}

std::int64_t MemoryFile::write(const void* data, std::int64_t count) {
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

}  // namespace synovia::audio
