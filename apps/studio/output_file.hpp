// Files that appear whole or not at all.
#pragma once
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <utility>

#include "apps/studio/file_error.hpp"
#include "apps/studio/output_claim.hpp"
#include "audio/file/byte_file.hpp"

namespace synovia::studio {

/// Writes a file into what it is given, which is empty and may refuse bytes.
using Content = std::function<void(audio::ByteFile&)>;

struct OutputFile {
    OutputFile(std::filesystem::path to, Content what) : path(std::move(to)), content(std::move(what)) {}
    OutputFile(std::filesystem::path to, std::string text);

    std::filesystem::path path;
    Content content;
};

/// Throws FileError when one of the paths cannot be an output: exists (without `force`), is a directory or a device,
/// its directory is missing. To be asked before the work, so that nothing is computed in vain.
void check_writable(std::span<const std::filesystem::path> paths, bool force);

/// Writes all files, or none and throws FileError that names path and reason, or what a content threw. Each goes to a
/// temporary file in the same folder, is flushed to the disk and then gets its name; an existing file is replaced only
/// with `force`. Signals that would end the program wait while they could leave anything behind, and so does another
/// session that writes the same files.
void write_files(std::span<const OutputFile> files, bool force);
/// The same within a claim on the folders of these files.
void write_files(std::span<const OutputFile> files, bool force, const OutputClaim& claim);

}  // namespace synovia::studio
