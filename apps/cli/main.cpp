// The program `synovia`, and synovia-player.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "apps/cli/program.hpp"

namespace {

/// A closed standard stream would hand its number to the next file that is opened: occupy it with something that
/// refuses to be written. A gone reader or a file size limit shall be an error of the write, not the end of the
/// program.
void prepare_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (fcntl(stream, F_GETFD) == -1) static_cast<void>(open("/dev/null", O_RDONLY));
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

}  // namespace

int main(int argc, char** argv) {
    prepare_streams();
    const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    return static_cast<int>(synovia::cli::run_program(arguments, synovia::cli::sound_commands(arguments)));
}
