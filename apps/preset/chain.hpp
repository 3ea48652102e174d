// A preset and what it extends, root first.
#pragma once
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "apps/preset/document.hpp"
#include "apps/preset/problem.hpp"

namespace synovia::preset {

inline constexpr std::size_t longest_chain = 8;

struct Layer {
    Document document;
    std::optional<std::filesystem::path> directory;  ///< for relative paths in it; absent: from memory
};

/// Reads the document at `path`. Throws Error.
Layer read_layer(const std::filesystem::path& path);

/// The leaf and everything it extends, root first. A parent that is missing, unreadable, circular or one too many is a
/// problem at the place of its `extends`; the layers found so far are returned.
std::vector<Layer> read_chain(Layer leaf, std::span<const std::filesystem::path> search_dirs, Problems& problems);

}  // namespace synovia::preset
