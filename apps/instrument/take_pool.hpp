// Takes made ahead, so that a trigger finds its sound ready.
#pragma once
#include <memory>
#include <span>
#include <vector>

#include "apps/instrument/take_worker.hpp"

namespace synovia::instrument {

/// Of one patch. What a trigger gets does not depend on what was ready, only how soon it gets it.
class TakePool {
public:
    explicit TakePool(studio::Patch patch) : patch_(std::make_shared<const studio::Patch>(std::move(patch))) {}

    const studio::Patch& patch() const { return *patch_; }

    /// The take, made now if it is not ready. Throws as make_take().
    std::shared_ptr<const studio::Take> take(const studio::TakeRequest& request) const;

    /// Is the take made, or known to be one that cannot be?
    bool knows(const studio::TakeRequest& request) const { return find(request) != nullptr; }

    /// Keeps the wanted takes, has the worker make those that are missing, the most urgent first and no more than
    /// `most_jobs`, and forgets all others. True when none is missing, apart from those that cannot be made.
    bool prepare(TakeWorker& worker, std::span<const studio::TakeRequest> wanted, std::size_t most_jobs);
    bool prepare(TakeWorker& worker, std::span<const studio::TakeRequest> wanted) {
        return prepare(worker, wanted, wanted.size());
    }

private:
    struct Known {
        studio::TakeRequest request;
        std::shared_ptr<const studio::Take> take;  // absent: it cannot be made
    };
    const Known* find(const studio::TakeRequest& request) const;

    std::shared_ptr<const studio::Patch> patch_;
    std::vector<Known> known_;
};

}  // namespace synovia::instrument
