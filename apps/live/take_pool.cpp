#include "apps/live/take_pool.hpp"

#include <algorithm>

namespace synovia::live {

std::shared_ptr<const Take> TakePool::find(const TakeRequest& request) const {
    const auto it = std::find_if(ready_.begin(), ready_.end(), [&](const auto& t) { return t->request == request; });
    return it == ready_.end() ? nullptr : *it;
}

std::shared_ptr<const Take> TakePool::take(const TakeRequest& request) {
    if (auto ready = find(request)) return ready;
    return std::make_shared<const Take>(make_take(patch_, request));
}

bool TakePool::prepare(TakeRequest next) {
    std::erase_if(ready_, [&](const auto& t) {
        return t->request.velocity != next.velocity || t->request.residual_radius != next.residual_radius ||
               t->request.take < next.take || t->request.take >= next.take + size;
    });
    for (std::size_t i = 0; i < size; ++i, ++next.take) {
        if (find(next)) continue;
        ready_.push_back(std::make_shared<const Take>(make_take(patch_, next)));
        return true;
    }
    return false;
}

}  // namespace synovia::live
