#include "apps/instrument/strike_queue.hpp"

namespace synovia::instrument {

bool StrikeQueue::add(double velocity) {
    if (waiting_.size() == most) return false;
    waiting_.push_back({velocity});
    return true;
}

void StrikeQueue::pass(double seconds) {
    for (Waiting& strike : waiting_) strike.waited_s += seconds;
}

std::size_t StrikeQueue::drop_late() {
    std::size_t dropped = 0;
    for (; !waiting_.empty() && !waiting_.front().begun && waiting_.front().waited_s > latest_s; ++dropped)
        waiting_.pop_front();
    if (!waiting_.empty()) waiting_.front().begun = true;
    return dropped;
}

std::optional<double> StrikeQueue::front() const {
    return waiting_.empty() ? std::nullopt : std::optional(waiting_.front().velocity);
}

}  // namespace synovia::instrument
