#include "apps/preset/file.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>
#include <system_error>

#include "apps/preset/problem.hpp"

namespace synovia::preset {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, const std::string& why) {
    throw Error({{path.string(), 0, 0, "", why}});
}

/// Empty for a regular file. Opening anything else could wait for ever (pipe) or never end (/dev/zero).
std::string_view not_a_file(fs::file_type type) {
    switch (type) {
        case fs::file_type::regular:
            return "";
        case fs::file_type::not_found:
            return "no such file";
        case fs::file_type::directory:
            return "this is a directory, not a file";
        case fs::file_type::fifo:
        case fs::file_type::socket:
            return "this is a pipe or socket; only regular files are read";
        default:
            return "this is a device; only regular files are read";
    }
}

void check_before_opening(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::none) refuse(path, "cannot be read: " + error.message());
    if (const auto why = not_a_file(status.type()); !why.empty()) refuse(path, std::string(why));
    const std::uintmax_t size = fs::file_size(path, error);
    if (error) refuse(path, "cannot be read: " + error.message());
    if (size > largest_file_bytes) refuse(path, "is " + std::to_string(size) + " bytes long; at most 1 MiB is read");
}

}  // namespace

std::string read_text(const fs::path& path) {
    check_before_opening(path);
    std::ifstream stream(path, std::ios::binary);
    if (!stream) refuse(path, std::string("cannot be opened: ") + std::strerror(errno));
    // One byte more than allowed: a file that grew since its size was looked at is noticed, not cut.
    std::string text(largest_file_bytes + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad()) refuse(path, "cannot be read");
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.size() > largest_file_bytes) refuse(path, "is longer than 1 MiB");
    if (text.empty()) refuse(path, "is empty");
    if (text.find('\0') != std::string::npos) refuse(path, "is a binary file, not text");
    return text;
}

}  // namespace synovia::preset
