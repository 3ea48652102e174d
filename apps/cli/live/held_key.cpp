#include "apps/cli/live/held_key.hpp"

#include <utility>

namespace synovia::cli {

bool HeldKey::press() {
    since_ = 0.0;
    repeated_ = down_;
    return !std::exchange(down_, true);
}

bool HeldKey::release() { return std::exchange(down_, false); }

bool HeldKey::pass(double seconds) {
    since_ += seconds;
    return since_ > (repeated_ ? next_repeat_s : first_repeat_s) && release();
}

}  // namespace synovia::cli
