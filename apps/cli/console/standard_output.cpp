#include "apps/cli/console/standard_output.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "apps/cli/console/console.hpp"
#include "apps/cli/failure.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/write_all.hpp"

namespace synovia::cli {

namespace {

void write_bytes(std::string_view bytes) {
    erase_line();
    const int error = studio::write_all(STDOUT_FILENO, bytes);
    if (error != 0 && error != EPIPE)
        throw Failure(ExitCode::file, "standard output: " + std::generic_category().message(error));
}

}  // namespace

void write_stdout(std::string_view bytes) {
    if (isatty(STDOUT_FILENO) == 0) return write_bytes(bytes);
    print(bytes);
}

void print(std::string_view text) { write_bytes(preset::visible(text)); }

}  // namespace synovia::cli
