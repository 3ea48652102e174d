// Runs another program: text in, bytes out, no shell between.
#pragma once
#include <span>
#include <string>

namespace synovia::cli {

struct ChildResult {
    bool started = false;  ///< false: the program is not installed
    int exit_status = 0;   ///< 128 + signal when it was killed
    std::string out;
    std::string err;
};

/// Starts `command[0]` (looked up in PATH), feeds it `input`, collects both outputs until it ends.
/// Precondition: SIGPIPE is ignored, because the child may end without reading its input.
/// Throws std::system_error when the system has no pipe or process to give.
ChildResult run_child(std::span<const std::string> command, const std::string& input);

}  // namespace synovia::cli
