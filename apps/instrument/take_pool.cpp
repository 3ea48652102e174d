#include "apps/instrument/take_pool.hpp"

#include <algorithm>

namespace synovia::instrument {

const TakePool::Known* TakePool::find(const studio::TakeRequest& request) const {
    const auto it = std::find_if(known_.begin(), known_.end(), [&](const Known& k) { return k.request == request; });
    return it == known_.end() ? nullptr : &*it;
}

std::shared_ptr<const studio::Take> TakePool::take(const studio::TakeRequest& request) const {
    if (const Known* known = find(request); known != nullptr && known->take) return known->take;
    return std::make_shared<const studio::Take>(studio::make_take(*patch_, request));
}

bool TakePool::prepare(TakeWorker& worker, std::span<const studio::TakeRequest> wanted, std::size_t most_jobs) {
    for (TakeWorker::Result& result : worker.collect())
        if (result.job.patch == patch_) known_.push_back({result.job.request, std::move(result.take)});
    std::erase_if(known_,
                  [&](const Known& k) { return std::find(wanted.begin(), wanted.end(), k.request) == wanted.end(); });
    std::vector<TakeWorker::Job> missing;
    for (const studio::TakeRequest& request : wanted)
        if (!knows(request)) missing.push_back({patch_, request});
    const bool all = missing.empty();
    missing.resize(std::min(missing.size(), most_jobs));
    worker.set_jobs(std::move(missing));
    return all;
}

}  // namespace synovia::instrument
