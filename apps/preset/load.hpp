// The way in for presets: a name, a path or a buffer -> Scenario.
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "apps/preset/document.hpp"
#include "apps/preset/problem.hpp"
#include "solver/scenario.hpp"

namespace synovia::preset {

/// What [about] says.
struct About {
    std::string title;
    std::string shows;
    std::vector<std::string> sources;
    std::string use = {};  ///< one of `uses`; empty: as most of its kind
};

struct Loaded {
    std::string name;  ///< file name without directory and extension, a plain name; the label of a buffer
    Scenario scenario;
    About about;
    std::vector<PlacedProblem> warnings;
};

/// Reads a preset (TOML) or a side-car (JSON), what it extends, and its pressure table, then applies the overrides
/// ("key=value", in order) and validates. `search_dirs` are where shipped names are looked up, see library.hpp.
/// Throws Error that lists every problem with its place.
Loaded load(std::string_view name_or_path, std::span<const std::filesystem::path> search_dirs,
            std::span<const std::string> overrides = {});

/// The same from memory. Such a preset has no directory: it may extend shipped names only and holds a pressure table's
/// points itself.
Loaded load_text(std::string_view text, const std::string& label, std::span<const std::filesystem::path> search_dirs,
                 std::span<const std::string> overrides = {});

/// The same of what has been read already.
Loaded load_document(Document document, std::span<const std::filesystem::path> search_dirs,
                     std::span<const std::string> overrides = {});

/// Applies one "key=value"; a number may carry a unit ("bubble.nucleus_radius_m=0.2um"), optional numbers take "none",
/// the path of a pressure table is relative to the working directory. Does not check ranges: synovia::validate() does.
/// Throws Error.
void apply_override(Scenario& scenario, std::string_view key_value, std::string_view origin = "--set");

}  // namespace synovia::preset
