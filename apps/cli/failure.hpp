// How a command ends when it cannot do what was asked: an exit code and what to tell the user.
#pragma once
#include <stdexcept>
#include <string>

namespace synovia::cli {

enum class ExitCode {
    done = 0,
    usage = 2,      ///< the command line is wrong
    bad_input = 3,  ///< a preset or a value is wrong
    solver = 4,     ///< the solver could not finish, or memory ran out
    file = 5,       ///< a file cannot be read or written
    device = 6,     ///< no sound device, or it was lost
    fault = 70      ///< a fault of this program itself; EX_SOFTWARE of sysexits.h
};

/// what() may hold several lines, one problem each; main() prints each behind "synovia: ".
class Failure : public std::runtime_error {
public:
    Failure(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
    ExitCode code() const { return code_; }

private:
    ExitCode code_;
};

}  // namespace synovia::cli
