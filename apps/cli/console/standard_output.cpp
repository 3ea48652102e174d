#include "apps/cli/console/standard_output.hpp"

#include <unistd.h>

#include <system_error>

#include "apps/cli/failure.hpp"
#include "apps/studio/write_all.hpp"

namespace synovia::cli {

void write_stdout(std::string_view bytes) {
    const int error = studio::write_all(STDOUT_FILENO, bytes);
    if (error != 0) throw Failure(ExitCode::file, "standard output: " + std::generic_category().message(error));
}

}  // namespace synovia::cli
