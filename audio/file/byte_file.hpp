// What libsndfile reads from and writes to instead of a path.
#pragma once
#include <cstddef>
#include <cstdint>

namespace synovia::audio {

/// The operations follow fread, fwrite, fseek, ftell; counts in bytes.
class ByteFile {
public:
    ByteFile() = default;
    virtual ~ByteFile() = default;
    ByteFile(const ByteFile&) = delete;
    ByteFile& operator=(const ByteFile&) = delete;

    virtual std::int64_t length() const = 0;
    std::int64_t tell() const { return static_cast<std::int64_t>(position_); }
    /// New position, or -1 (and no move) where that lies before the start.
    std::int64_t seek(std::int64_t offset, int whence);
    /// Bytes read, fewer than `count` at the end.
    std::int64_t read(void* data, std::int64_t count);
    /// All bytes or none.
    std::int64_t write(const void* data, std::int64_t count);
    /// Were bytes not written that should have been?
    bool refused() const { return refused_; }

protected:
    /// `count` bytes from `at` on, fewer where there are no more.
    virtual std::size_t read_at(std::size_t at, void* data, std::size_t count) = 0;
    /// False: nothing was written.
    virtual bool write_at(std::size_t at, const void* data, std::size_t count) = 0;

private:
    std::size_t position_ = 0;
    bool refused_ = false;
};

}  // namespace synovia::audio
