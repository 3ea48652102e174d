// A file that grows while the program runs, and has its name only when it is finished.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string_view>

#include "apps/studio/output_claim.hpp"

namespace synovia::studio {

/// All of it throws FileError where the disk does not do what is asked.
class GrowingFile {
public:
    GrowingFile() = default;
    virtual ~GrowingFile() = default;
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;

    /// What is left out before `offset` reads as 0.
    virtual void write(std::string_view bytes, std::uint64_t offset) = 0;
    /// Cuts or fills it to this length, waits until the disk has it and gives it its name.
    virtual void finish(std::uint64_t bytes, const OutputClaim& claim) = 0;
    virtual void remove() noexcept = 0;

    virtual const std::filesystem::path& path() const = 0;
    /// Its name until then; empty: it has none, it is finished or removed.
    virtual const std::filesystem::path& part() const = 0;
};

}  // namespace synovia::studio
