// A file without a name until it is complete.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace synovia::studio {

/// Where the file system can, the file has no name at all, so that not even a program that is killed leaves it behind.
/// Elsewhere it has a hidden one, and is removed unless it was published. No link that somebody has put in its way is
/// followed.
class TemporaryFile {
public:
    enum class Kind { nameless, hidden };

    /// Empty. `path` is what it will be; a symbolic link stays one, the file it leads to is meant.
    /// Kind::nameless: or hidden, where the file system cannot. Throws FileError, as all below.
    explicit TemporaryFile(std::filesystem::path path, Kind kind = Kind::nameless);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    Kind kind() const { return hidden_.empty() ? Kind::nameless : Kind::hidden; }
    const std::filesystem::path& target() const { return target_; }

    /// To this place of it.
    void write(std::string_view bytes, std::uint64_t offset);
    /// What it has there, fewer bytes than `room` at its end.
    std::size_t read(std::span<char> room, std::uint64_t offset) const;
    void resize(std::uint64_t bytes);
    /// Waits until the disk has it.
    void flush();
    /// Gives the file its name. Returns 0 or errno, EEXIST when it exists and may not be replaced.
    int publish(bool force);

private:
    void open_hidden();
    int link_as(const std::filesystem::path& name) const;
    int hide();

    std::filesystem::path path_;  // as the user gave it
    std::filesystem::path target_;
    std::string hidden_;
    int fd_ = -1;
};

}  // namespace synovia::studio
