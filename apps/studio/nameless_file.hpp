// A file that grows without a name: nothing stays of it unless it is finished.
#pragma once
#include "apps/studio/growing_file.hpp"
#include "apps/studio/temporary_file.hpp"

namespace synovia::studio {

/// Not even a program that is killed leaves it behind, where the file system can do so (TemporaryFile).
class NamelessFile final : public GrowingFile {
public:
    /// Throws FileError where `path` exists already (without `force`) or cannot be written.
    NamelessFile(std::filesystem::path path, bool force);

    void write(std::string_view bytes, std::uint64_t offset) override { file_.write(bytes, offset); }
    void finish(std::uint64_t bytes, const OutputClaim& claim) override;
    void remove() noexcept override {}  // goes with us

    const std::filesystem::path& path() const override { return path_; }
    const std::filesystem::path& part() const override { return part_; }

private:
    std::filesystem::path path_, part_;
    bool force_;
    TemporaryFile file_;
};

}  // namespace synovia::studio
