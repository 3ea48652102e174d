#include "apps/preset/library.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <system_error>

#include "apps/preset/suggestion.hpp"
#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

namespace fs = std::filesystem;

/// Beside the program, which is in bin or in libexec/synovia; so they are found wherever all of it was unpacked. Where
/// the system does not tell which file the program is, where it was installed.
std::vector<fs::path> shipped() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) return {SYNOVIA_INSTALLED_PRESETS};
    std::vector<fs::path> places;
    for (const char* up : {"..", "../.."})
        places.push_back((program.parent_path() / up / "share/synovia/presets").lexically_normal());
    return places;
}

std::vector<fs::path> candidates() {
    std::vector<fs::path> all;
    const char* variable = std::getenv("SYNOVIA_PRESETS");
    for (std::string_view list = variable == nullptr ? "" : variable; !list.empty();) {
        const std::string_view first = list.substr(0, list.find(':'));
        if (!first.empty()) all.emplace_back(first);
        list.remove_prefix(std::min(first.size() + 1, list.size()));
    }
    for (fs::path& place : shipped()) all.push_back(std::move(place));
    return all;
}

/// What cannot be looked at is there: who reads it says why it cannot be read.
bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error) || (error && error != std::errc::filename_too_long);
}

bool looks_like_path(std::string_view text) {
    return text.find('/') != std::string_view::npos || text.ends_with(".toml") || text.ends_with(".json");
}

}  // namespace

std::vector<fs::path> search_dirs() {
    std::vector<fs::path> all = candidates();
    std::erase_if(all, [](const fs::path& path) { return !is_there(path); });
    return all;
}

std::optional<fs::path> find_preset(std::string_view name_or_path, std::span<const fs::path> dirs,
                                    const std::optional<fs::path>& base) {
    if (name_or_path.empty()) return std::nullopt;
    if (!looks_like_path(name_or_path))
        for (const fs::path& dir : dirs)
            if (fs::path file = dir / (std::string(name_or_path) + ".toml"); is_there(file)) return file;
    const fs::path path(name_or_path);
    if (!base && path.is_relative()) return std::nullopt;
    fs::path file = path.is_absolute() ? path : *base / path;
    if (!is_there(file)) return std::nullopt;
    return file;
}

std::vector<std::string> shipped_names(std::span<const fs::path> dirs) {
    std::set<std::string> names;
    for (const fs::path& dir : dirs) {
        std::error_code error;
        for (fs::directory_iterator it(dir, error), end; !error && it != end; it.increment(error))
            if (it->path().extension() == ".toml") names.insert(it->path().stem().string());
    }
    return {names.begin(), names.end()};
}

std::string not_found(std::string_view name_or_path, std::span<const fs::path> dirs) {
    const std::vector<std::string> names = shipped_names(dirs);
    const std::vector<std::string_view> words(names.begin(), names.end());
    std::string message = "no preset and no file " + in_quotes(name_or_path) + suggestion(name_or_path, words);
    if (words.empty())
        return message + "; no shipped presets were found either (SYNOVIA_PRESETS names their directory)";
    return message + "; shipped: " + listed(words);
}

}  // namespace synovia::preset
