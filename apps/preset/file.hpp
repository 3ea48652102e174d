// Reading small text files that a person named: never a device, a directory or a gigabyte.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>

namespace synovia::preset {

inline constexpr std::size_t largest_file_bytes = 1'048'576;

/// The whole file. Throws Error, naming the path, where it is missing, unreadable, no regular file, empty, binary
/// (holds a zero byte) or larger than largest_file_bytes; the size is looked at before anything is read.
std::string read_text(const std::filesystem::path& path);

}  // namespace synovia::preset
