// A file that grows while the program runs: named FILE.part until it is finished.
#pragma once
#include "apps/studio/growing_file.hpp"

namespace synovia::studio {

/// The lock on it goes with the process, so a file that a crash left is free.
class PartFile final : public GrowingFile {
public:
    /// Creates `path` with ".part" behind its name; a new file, whatever lies in its way. Throws FileError, as all
    /// below: either of them exists already (without `force`), another session writes it, or it cannot be made.
    PartFile(std::filesystem::path path, bool force);
    /// Leaves the ".part" file, unless finish() or remove() came before.
    ~PartFile() override;

    void write(std::string_view bytes, std::uint64_t offset) override;
    void finish(std::uint64_t bytes, const OutputClaim& claim) override;
    void remove() noexcept override;

    const std::filesystem::path& path() const override { return path_; }
    const std::filesystem::path& part() const override { return part_; }

private:
    std::filesystem::path path_, part_;
    bool force_;
    int fd_ = -1;
};

}  // namespace synovia::studio
