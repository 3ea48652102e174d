#include "apps/cli/console/interrupt.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace synovia::cli;

namespace {

/// How a child ends that raises SIGTERM this often under the guard: its exit code, or 128 + signal.
int end_after(int signals) {
    const pid_t child = fork();
    if (child == 0) {
        const InterruptsCaught guard;
        for (int i = 0; i < signals; ++i) raise(SIGTERM);
        _exit(interrupted() ? 1 : 0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

TEST_CASE("a signal is a question to ask, a third one an order") {
    CHECK(end_after(0) == 0);
    CHECK(end_after(1) == 1);
    CHECK(end_after(2) == 1);
    CHECK(end_after(3) == 128 + SIGTERM);
}

TEST_CASE("what was done about signals before is done again") {
    struct sigaction before {
    }, within{}, after{};
    sigaction(SIGTERM, nullptr, &before);
    {
        const InterruptsCaught guard;
        sigaction(SIGTERM, nullptr, &within);
    }
    sigaction(SIGTERM, nullptr, &after);
    CHECK((within.sa_handler != before.sa_handler));
    CHECK((after.sa_handler == before.sa_handler));
}
