// Files that appear whole or not at all.
#pragma once
#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "apps/studio/file_error.hpp"
#include "apps/studio/output_claim.hpp"

namespace synovia::studio {

struct OutputFile {
    OutputFile(std::filesystem::path to, std::vector<std::byte> bytes);
    OutputFile(std::filesystem::path to, std::string_view text);

    std::string_view text() const { return {reinterpret_cast<const char*>(content.data()), content.size()}; }

    std::filesystem::path path;
    std::vector<std::byte> content;
};

/// Throws FileError when one of the paths cannot be an output: exists (without `force`), is a directory or a device,
/// its directory is missing. To be asked before the work, so that nothing is computed in vain.
void check_writable(std::span<const std::filesystem::path> paths, bool force);

/// Writes all files, or none and throws FileError that names path and reason. Each goes to a temporary file in the same
/// folder, is flushed to the disk and then gets its name; an existing file is replaced only with `force`. Signals that
/// would end the program wait until the files are complete, and so does another session that writes the same ones.
void write_files(std::span<const OutputFile> files, bool force);
/// The same within a claim on the folders of these files.
void write_files(std::span<const OutputFile> files, bool force, const OutputClaim& claim);

}  // namespace synovia::studio
