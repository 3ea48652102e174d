// Pops that were asked for and cannot be heard yet, because their takes are still being made.
#pragma once
#include <cstddef>
#include <deque>
#include <optional>

namespace synovia::instrument {

/// Bounded in number and in time: whoever plays faster than takes can be made hears some of the pops, each of them soon
/// after its key, and not all of them long after.
class StrikeQueue {
public:
    static constexpr std::size_t most = 16;
    static constexpr double latest_s = 0.3;  ///< waits no longer for the takes of others to be made

    /// False where too many wait: it is left out.
    [[nodiscard]] bool add(double velocity);
    /// Time goes by [s].
    void pass(double seconds);
    /// Leaves out what has waited for too long, and returns how many those were. The first that stays is not left out
    /// any more: its take is being made.
    std::size_t drop_late();
    /// The next one's velocity.
    std::optional<double> front() const;
    /// Precondition: there is a next one. It has been played.
    void pop() { waiting_.pop_front(); }
    void clear() { waiting_.clear(); }

private:
    struct Waiting {
        double velocity = 0.0, waited_s = 0.0;
        bool begun = false;
    };
    std::deque<Waiting> waiting_;
};

}  // namespace synovia::instrument
