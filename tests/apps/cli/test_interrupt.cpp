#include "apps/cli/interrupt.hpp"

#include <doctest/doctest.h>

using namespace synovia::cli;

TEST_CASE("a signal is a question to ask, and the old ways come back") {
    struct sigaction before {
    }, within{}, after{};
    sigaction(SIGTERM, nullptr, &before);
    {
        const InterruptsCaught guard;
        sigaction(SIGTERM, nullptr, &within);
        CHECK((within.sa_handler != before.sa_handler));
        CHECK_FALSE(interrupted());
        raise(SIGTERM);
        CHECK(interrupted());
        // The next one would end the program: a handler that is not asked must not keep it alive.
        sigaction(SIGTERM, nullptr, &within);
        CHECK((within.sa_handler == SIG_DFL));
    }
    sigaction(SIGTERM, nullptr, &after);
    CHECK((after.sa_handler == before.sa_handler));
}
