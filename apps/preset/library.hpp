// Where presets are found, and which there are.
#pragma once
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace synovia::preset {

/// Directories that may hold presets, the first match wins: those in the environment variable SYNOVIA_PRESETS (parted
/// by colons), then share/synovia/presets beside the bin or libexec that the running program is in. Only those that
/// exist.
std::vector<std::filesystem::path> search_dirs();

/// The file a name or path stands for: a shipped name in one of the directories, otherwise a path, relative to `base`.
/// nullopt if there is neither. A path given without `base` must be absolute.
std::optional<std::filesystem::path> find_preset(std::string_view name_or_path,
                                                 std::span<const std::filesystem::path> dirs,
                                                 const std::optional<std::filesystem::path>& base);

/// Names (file names without ".toml") in all directories, sorted, each once.
std::vector<std::string> shipped_names(std::span<const std::filesystem::path> dirs);

/// Why find_preset() found nothing, with the nearest name.
std::string not_found(std::string_view name_or_path, std::span<const std::filesystem::path> dirs);

}  // namespace synovia::preset
