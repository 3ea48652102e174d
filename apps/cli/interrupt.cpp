#include "apps/cli/interrupt.hpp"

#include <atomic>

namespace synovia::cli {
namespace {

std::atomic<bool> caught = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

}  // namespace

InterruptsCaught::InterruptsCaught() {
    struct sigaction action {};
    action.sa_handler = [](int) { caught = true; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &action, &before_[i]);
}

InterruptsCaught::~InterruptsCaught() {
    for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &before_[i], nullptr);
}

bool interrupted() { return caught; }

}  // namespace synovia::cli
