#include "apps/studio/temporary_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "apps/studio/file_error.hpp"
#include "apps/studio/give_name.hpp"
#include "apps/studio/write_all.hpp"

namespace synovia::studio {
namespace fs = std::filesystem;
namespace {

/// The file a symbolic link leads to, so that the link itself stays a link.
fs::path resolved(const fs::path& path) {
    std::error_code error;
    if (!fs::is_symlink(path, error)) return path;
    const fs::path target = fs::canonical(path, error);
    return error ? path : target;
}

/// What open() would give a new file; mkostemp() makes it private.
mode_t usual_mode() {
    const mode_t mask = umask(0);
    umask(mask);
    return 0666U & ~mask;
}

/// -1: this system or file system has no files without a name, or no way to give them one.
int open_nameless(const fs::path& folder) {
#ifdef O_TMPFILE
    if (access("/proc/self/fd", X_OK) == 0) return open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
#endif
    static_cast<void>(folder);
    return -1;
}

}  // namespace

TemporaryFile::TemporaryFile(fs::path path, Kind kind) : path_(std::move(path)), target_(resolved(path_)) {
    if (kind == Kind::nameless) fd_ = open_nameless(folder_of(target_));
    if (fd_ < 0) open_hidden();
}

TemporaryFile::~TemporaryFile() {
    close(fd_);
    if (!hidden_.empty()) unlink(hidden_.c_str());
}

void TemporaryFile::open_hidden() {
    hidden_ = (folder_of(target_) / ".synovia-XXXXXX").string();
    fd_ = mkostemp(hidden_.data(), O_CLOEXEC);
    if (fd_ < 0) fail(path_, errno);
    fchmod(fd_, usual_mode());
}

void TemporaryFile::write(std::string_view bytes, std::uint64_t offset) {
    if (const int error = write_all_at(fd_, bytes, offset)) fail(path_, error);
}

std::size_t TemporaryFile::read(std::span<char> room, std::uint64_t offset) const {
    std::size_t count = 0;
    while (count < room.size()) {
        const auto rest = room.subspan(count);
        const ssize_t n = pread(fd_, rest.data(), rest.size(), static_cast<off_t>(offset + count));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(path_, errno);
        if (n == 0) break;
        count += static_cast<std::size_t>(n);
    }
    return count;
}

void TemporaryFile::resize(std::uint64_t bytes) {
    if (ftruncate(fd_, static_cast<off_t>(bytes)) != 0) fail(path_, errno);
}

void TemporaryFile::flush() {
    if (fsync(fd_) != 0) fail(path_, errno);
}

int TemporaryFile::link_as(const fs::path& name) const {
    const std::string self = "/proc/self/fd/" + std::to_string(fd_);
    return linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

/// A name for the moment in which it replaces another file: links never replace.
int TemporaryFile::hide() {
    constexpr int tries = 1000;
    int error = EEXIST;
    for (int i = 0; i < tries && error == EEXIST; ++i) {
        const fs::path name = folder_of(target_) / (".synovia-" + std::to_string(getpid()) + "-" + std::to_string(i));
        error = link_as(name);
        if (error == 0) hidden_ = name.string();
    }
    return error;
}

int TemporaryFile::publish(bool force) {
    struct stat existing {};
    if (force && stat(target_.c_str(), &existing) == 0) fchmod(fd_, existing.st_mode & 07777U);
    if (kind() == Kind::nameless && !force) return link_as(target_);
    if (const int error = kind() == Kind::nameless ? hide() : 0) return error;
    const int error = give_name(hidden_, target_, force);
    if (error == 0) hidden_.clear();
    return error;
}

}  // namespace synovia::studio
