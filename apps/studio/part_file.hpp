// A file that grows while the program runs: named FILE.part until it is finished.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "apps/studio/output_claim.hpp"

namespace synovia::studio {

/// The lock on it goes with the process, so a file that a crash left is free.
class PartFile {
public:
    /// Creates `path` with ".part" behind its name; a new file, whatever lies in its way. Throws FileError, as all
    /// below: either of them exists already (without `force`), another session writes it, or it cannot be made.
    PartFile(std::filesystem::path path, bool force);
    /// Leaves the ".part" file, unless finish() or remove() came before.
    ~PartFile();
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    void write(std::string_view bytes, std::uint64_t offset);
    /// Cuts it to this length, waits until the disk has it and gives it its name.
    void finish(std::uint64_t bytes, const OutputClaim& claim);
    void remove() noexcept;

    const std::filesystem::path& path() const { return path_; }
    const std::filesystem::path& part() const { return part_; }  ///< empty: finished or removed

private:
    std::filesystem::path path_, part_;
    bool force_;
    int fd_ = -1;
};

}  // namespace synovia::studio
