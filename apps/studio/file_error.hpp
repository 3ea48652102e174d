// What files can fail with.
#pragma once
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

namespace synovia::studio {

/// A file cannot be written: what() says which and why, one line each.
class FileError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

[[noreturn]] inline void fail(const std::filesystem::path& path, const std::string& reason) {
    throw FileError(path.string() + ": " + reason);
}
/// `error` is an errno.
[[noreturn]] inline void fail(const std::filesystem::path& path, int error) {
    fail(path, std::generic_category().message(error));
}

inline constexpr const char* exists_message = "exists; --force replaces it";

inline std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace synovia::studio
