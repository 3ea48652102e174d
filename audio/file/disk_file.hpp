// A file on the disk, read as far as it is asked for and never held in memory.
#pragma once
#include <filesystem>
#include <fstream>

#include "audio/file/byte_file.hpp"

namespace synovia::audio {

class DiskFile : public ByteFile {
public:
    /// Throws FileError for what is missing, cannot be read, or is no regular file: opening anything else could wait
    /// for ever (pipe) or never end (/dev/zero).
    explicit DiskFile(const std::filesystem::path& path);

    std::int64_t length() const override { return length_; }
    /// Did the disk, or whoever changed the file meanwhile, refuse bytes that its length promised?
    bool failed() const { return failed_; }

protected:
    std::size_t read_at(std::size_t at, void* data, std::size_t count) override;
    bool write_at(std::size_t, const void*, std::size_t) override { return false; }

private:
    std::ifstream stream_;
    std::int64_t length_ = 0;
    bool failed_ = false;
};

}  // namespace synovia::audio
