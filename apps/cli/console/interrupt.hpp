// Ctrl-C as a question that the program asks itself, instead of an end in the middle of a sound.
#pragma once
#include <signal.h>

#include <array>

namespace synovia::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP only make interrupted() true. Who presses Ctrl-C twice shall not lose a
/// recording over it; the third ends the program, whatever it does.
class InterruptsCaught {
public:
    InterruptsCaught();
    ~InterruptsCaught();
    InterruptsCaught(const InterruptsCaught&) = delete;
    InterruptsCaught& operator=(const InterruptsCaught&) = delete;

private:
    static constexpr std::array signals{SIGINT, SIGTERM, SIGHUP};
    std::array<struct sigaction, signals.size()> before_{};
};

/// Has one come since the program began?
bool interrupted();

/// Ends the program as the one that has come would have done. Precondition: none is caught any more.
[[noreturn]] void end_interrupted();

}  // namespace synovia::cli
