// Files that belong together get their names together, whoever else writes there.
#pragma once
#include <filesystem>
#include <span>
#include <vector>

namespace synovia::studio {

/// While it lives no other session of this program gives files in the same folders their names: two that write the same
/// pair of files leave both of the one or both of the other. The lock is on the folders, goes with the process and
/// leaves nothing behind. Where a file system knows no locks nothing is locked.
class OutputClaim {
public:
    /// Waits for its turn. Throws FileError where another program keeps a folder locked for longer than 10 s.
    explicit OutputClaim(std::span<const std::filesystem::path> files);
    ~OutputClaim();
    OutputClaim(const OutputClaim&) = delete;
    OutputClaim& operator=(const OutputClaim&) = delete;

private:
    std::vector<int> folders_;
};

}  // namespace synovia::studio
