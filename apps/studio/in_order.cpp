#include "apps/studio/in_order.hpp"

namespace synovia::studio {

std::size_t all_cores() { return std::max<std::size_t>(1, std::thread::hardware_concurrency()); }

namespace detail {

NoSignals::NoSignals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before_);
}

NoSignals::~NoSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

}  // namespace detail

}  // namespace synovia::studio
