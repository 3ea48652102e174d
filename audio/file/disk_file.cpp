#include "audio/file/disk_file.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "audio/file/sound_file.hpp"

namespace synovia::audio {
namespace {

namespace fs = std::filesystem;

void require_regular(const fs::path& path) {
    std::error_code error;
    const fs::file_type type = fs::status(path, error).type();
    if (type == fs::file_type::none) throw FileError("cannot be read: " + error.message());
    if (type == fs::file_type::not_found) throw FileError("no such file");
    if (type == fs::file_type::directory) throw FileError("this is a directory, not a file");
    if (type == fs::file_type::fifo || type == fs::file_type::socket)
        throw FileError("this is a pipe or socket; only regular files are read");
    if (type != fs::file_type::regular) throw FileError("this is a device; only regular files are read");
}

}  // namespace

DiskFile::DiskFile(const fs::path& path) {
    require_regular(path);
    errno = 0;
    stream_.open(path, std::ios::binary | std::ios::ate);
    if (!stream_) throw FileError(std::generic_category().message(errno));
    length_ = stream_.tellg();
}

std::size_t DiskFile::read_at(std::size_t at, void* data, std::size_t count) {
    const std::size_t there = std::min(count, static_cast<std::size_t>(length_) - at);
    stream_.clear();
    if (stream_.tellg() != static_cast<std::streamoff>(at)) stream_.seekg(static_cast<std::streamoff>(at));
    stream_.read(static_cast<char*>(data), static_cast<std::streamsize>(there));
    const auto n = static_cast<std::size_t>(stream_.gcount());
    failed_ = failed_ || n < there;
    return n;
}

}  // namespace synovia::audio
