#include "apps/studio/output_claim.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <map>
#include <utility>

#include "apps/studio/file_error.hpp"

namespace synovia::studio {
namespace fs = std::filesystem;
namespace {

constexpr int tries = 1000, between_tries_ms = 10;

/// Everybody takes them in this order, so that two never wait for each other.
using Place = std::pair<dev_t, ino_t>;

std::map<Place, fs::path> folders_of(std::span<const fs::path> files) {
    std::map<Place, fs::path> folders;
    for (const fs::path& file : files) {
        struct stat found {};
        if (stat(folder_of(file).c_str(), &found) == 0) folders[{found.st_dev, found.st_ino}] = folder_of(file);
    }
    return folders;
}

bool locked(int fd) {
    for (int i = 0; i < tries; ++i) {
        if (flock(fd, LOCK_EX | LOCK_NB) == 0) return true;
        if (errno == EWOULDBLOCK)
            poll(nullptr, 0, between_tries_ms);
        else if (errno != EINTR)
            return true;  // no locks here
    }
    return false;
}

}  // namespace

OutputClaim::OutputClaim(std::span<const fs::path> files) {
    for (const auto& [place, folder] : folders_of(files)) {
        const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (fd < 0) continue;  // may be written but not read: no lock, either
        folders_.push_back(fd);
        if (locked(fd)) continue;
        for (const int taken : folders_) close(taken);
        fail(folder, "another program keeps this folder locked");
    }
}

OutputClaim::~OutputClaim() {
    for (const int fd : folders_) close(fd);
}

}  // namespace synovia::studio
