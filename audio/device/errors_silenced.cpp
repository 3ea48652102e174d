#include "audio/device/errors_silenced.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace synovia::audio {

ErrorsSilenced::ErrorsSilenced(bool enabled) {
    const int nowhere = enabled ? open("/dev/null", O_WRONLY | O_CLOEXEC) : -1;
    if (nowhere < 0) return;
    before_ = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (before_ >= 0) dup2(nowhere, STDERR_FILENO);
    close(nowhere);
}

ErrorsSilenced::~ErrorsSilenced() {
    if (before_ < 0) return;
    dup2(before_, STDERR_FILENO);
    close(before_);
}

}  // namespace synovia::audio
