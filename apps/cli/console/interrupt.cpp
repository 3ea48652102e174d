#include "apps/cli/console/interrupt.hpp"

#include <atomic>
#include <cstdlib>

namespace synovia::cli {
namespace {

std::atomic<int> caught = 0, last = SIGINT;
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler counts");

void count(int number) {
    last = number;
    if (++caught < 3) return;
    signal(number, SIG_DFL);
    raise(number);
}

}  // namespace

InterruptsCaught::InterruptsCaught() {
    struct sigaction action {};
    action.sa_handler = count;
    for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &action, &before_[i]);
}

InterruptsCaught::~InterruptsCaught() {
    for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &before_[i], nullptr);
}

bool interrupted() { return caught > 0; }

void end_interrupted() {
    signal(last, SIG_DFL);
    raise(last);
    std::abort();  // the signal was blocked
}

}  // namespace synovia::cli
