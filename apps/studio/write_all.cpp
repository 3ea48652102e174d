#include "apps/studio/write_all.hpp"

#include <unistd.h>

#include <cerrno>

namespace synovia::studio {

namespace {

/// `write_some` gets what is left, and returns what write() does.
template <class WriteSome>
int write_whole(std::string_view bytes, const WriteSome& write_some) {
    while (!bytes.empty()) {
        const ssize_t n = write_some(bytes);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno;
        if (n == 0) return ENOSPC;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return 0;
}

}  // namespace

int write_all(int fd, std::string_view bytes) {
    return write_whole(bytes, [fd](std::string_view rest) { return write(fd, rest.data(), rest.size()); });
}

int write_all_at(int fd, std::string_view bytes, std::uint64_t offset) {
    const std::uint64_t end = offset + bytes.size();
    return write_whole(bytes, [&](std::string_view rest) {
        return pwrite(fd, rest.data(), rest.size(), static_cast<off_t>(end - rest.size()));
    });
}

}  // namespace synovia::studio
