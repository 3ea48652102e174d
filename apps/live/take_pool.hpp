// Takes made ahead, so that a trigger finds its sound ready.
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "apps/live/take.hpp"

namespace synovia::live {

/// Keeps the next takes of one setting: same patch, velocity and residual bubble. What a trigger gets does not depend
/// on what was ready, only how soon it gets it.
class TakePool {
public:
    static constexpr std::size_t size = 8;

    explicit TakePool(Patch patch) : patch_(std::move(patch)) {}

    const Patch& patch() const { return patch_; }

    /// The take, made now if it is not ready. Throws as make_take().
    std::shared_ptr<const Take> take(const TakeRequest& request);

    /// Makes one of the `size` takes that follow, `next` first; false when all are ready. Drops those of other
    /// settings. Throws as make_take().
    bool prepare(TakeRequest next);

private:
    std::shared_ptr<const Take> find(const TakeRequest& request) const;

    Patch patch_;
    std::vector<std::shared_ptr<const Take>> ready_;
};

}  // namespace synovia::live
