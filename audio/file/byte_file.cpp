#include "audio/file/byte_file.hpp"

#include <cstdio>

namespace synovia::audio {

std::int64_t ByteFile::seek(std::int64_t offset, int whence) {
    const std::int64_t to = (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? tell() : length()) + offset;
    if (to < 0) return -1;
    position_ = static_cast<std::size_t>(to);
    return to;
}

std::int64_t ByteFile::read(void* data, std::int64_t count) {
    if (count <= 0 || tell() >= length()) return 0;
    const std::size_t n = read_at(position_, data, static_cast<std::size_t>(count));
    position_ += n;
    return static_cast<std::int64_t>(n);
}

std::int64_t ByteFile::write(const void* data, std::int64_t count) {
    if (count <= 0) return 0;
    if (!write_at(position_, data, static_cast<std::size_t>(count))) {
        refused_ = true;
        return 0;
    }
    position_ += static_cast<std::size_t>(count);
    return count;
}

}  // namespace synovia::audio
