#include "apps/studio/part_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "apps/studio/file_error.hpp"
#include "apps/studio/give_name.hpp"
#include "apps/studio/output_file.hpp"
#include "apps/studio/write_all.hpp"

namespace synovia::studio {
namespace fs = std::filesystem;
namespace {

/// Where there are no locks, nothing is locked.
void lock(int fd, const fs::path& path) {
    if (flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
    close(fd);
    fail(path, "another session is recording it");
}

/// What a crash left goes; what somebody still writes does not.
void clear_way(const fs::path& path) {
    const int fd = open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT) return;
    if (fd < 0 && errno == ELOOP) fail(path, "is a symbolic link");
    if (fd < 0) fail(path, errno);
    lock(fd, path);
    const int error = unlink(path.c_str()) == 0 ? 0 : errno;
    close(fd);
    if (error != 0) fail(path, error);
}

int create(const fs::path& path) {
    const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0 && errno == EEXIST) fail(path, exists_message);
    if (fd < 0) fail(path, errno);
    lock(fd, path);
    return fd;
}

}  // namespace

PartFile::PartFile(fs::path path, bool force) : path_(std::move(path)), part_(path_), force_(force) {
    part_ += ".part";
    check_writable(std::array{path_, part_}, force);
    if (force) clear_way(part_);
    fd_ = create(part_);
}

PartFile::~PartFile() { close(fd_); }

void PartFile::write(std::string_view bytes, std::uint64_t offset) {
    if (const int error = write_all_at(fd_, bytes, offset)) fail(part_, error);
}

void PartFile::finish(std::uint64_t bytes, const OutputClaim&) {
    if (ftruncate(fd_, static_cast<off_t>(bytes)) != 0 || fsync(fd_) != 0) fail(part_, errno);
    check_writable(std::array{path_}, force_);
    const int error = give_name(part_, path_, force_);
    if (error == EEXIST) fail(path_, exists_message);
    if (error != 0) fail(path_, error);
    part_.clear();
}

void PartFile::remove() noexcept {
    if (!part_.empty()) unlink(part_.c_str());
    part_.clear();
}

}  // namespace synovia::studio
