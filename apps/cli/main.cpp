// The program `synovia`: reads the command line, runs one command, turns whatever was thrown into an exit code.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <variant>
#include <vector>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/live/midi_system.hpp"
#include "apps/cli/parse.hpp"
#include "apps/preset/problem.hpp"
#include "audio/device/device.hpp"
#include "solver/parameters.hpp"

namespace {

using synovia::cli::ExitCode;

/// A closed standard stream would hand its number to the next file that is opened: occupy it with something that
/// refuses to be written. A gone reader or a file size limit shall be an error of the write, not the end of the
/// program.
void prepare_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (fcntl(stream, F_GETFD) == -1) static_cast<void>(open("/dev/null", O_RDONLY));
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

ExitCode run_program(const std::vector<std::string>& arguments) {
    using namespace synovia;
    try {
        std::visit([](const auto& options) { cli::run(options); }, cli::parse(arguments));
        return ExitCode::done;
    } catch (const cli::Failure& failure) {
        cli::report_failure(failure.what());
        return failure.code();
    } catch (const preset::Error& error) {
        cli::report_failure(error.what());
        return ExitCode::bad_input;
    } catch (const InvalidScenario& error) {
        cli::report_failure(error.what());
        return ExitCode::bad_input;
    } catch (const audio::DeviceError& error) {
        cli::report_failure(error.what());
        return ExitCode::device;
    } catch (const live::MidiError& error) {
        cli::report_failure(error.what());
        return ExitCode::device;
    } catch (const std::bad_alloc&) {
        cli::report_failure("out of memory");
        return ExitCode::solver;
    } catch (const std::exception& error) {
        cli::report_failure(error.what());
        return ExitCode::file;
    }
}

}  // namespace

int main(int argc, char** argv) {
    prepare_streams();
    return static_cast<int>(run_program({argv + std::min(argc, 1), argv + argc}));
}
