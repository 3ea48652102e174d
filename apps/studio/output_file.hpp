// Files that appear whole or not at all.
#pragma once
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>

namespace synovia::studio {

/// A file cannot be written: what() says which and why, one line each.
class FileError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct OutputFile {
    std::filesystem::path path;
    std::string content;
};

/// Throws FileError when one of the paths cannot be an output: exists (without `force`), is a directory or a device,
/// its directory is missing. To be asked before the work, so that nothing is computed in vain.
void check_writable(std::span<const std::filesystem::path> paths, bool force);

/// Writes all files, or none and throws FileError that names path and reason. Each goes to a temporary file in the same
/// directory, is flushed to the disk and then renamed; an existing file is replaced only with `force`. Signals that
/// would end the program wait until the files are complete.
void write_files(std::span<const OutputFile> files, bool force);

}  // namespace synovia::studio
