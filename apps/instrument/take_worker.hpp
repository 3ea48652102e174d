// Makes takes on a thread of its own, so that nobody who plays waits for one that could be made ahead.
#pragma once
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "apps/studio/take.hpp"

namespace synovia::instrument {

class TakeWorker {
public:
    struct Job {
        std::shared_ptr<const studio::Patch> patch;
        studio::TakeRequest request;
        bool operator==(const Job&) const = default;  // the very same patch
    };
    struct Result {
        Job job;
        std::shared_ptr<const studio::Take> take;  ///< absent: it could not be made
    };

    TakeWorker();
    /// Waits for the take in hand.
    ~TakeWorker();
    TakeWorker(const TakeWorker&) = delete;
    TakeWorker& operator=(const TakeWorker&) = delete;

    /// From now on to do, in this order, instead of everything not yet begun. What is in hand is not begun twice.
    void set_jobs(std::vector<Job> jobs);
    /// What has been done since this was asked last.
    std::vector<Result> collect();

private:
    void run();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<Job> jobs_;  // the next one last
    std::optional<Job> in_hand_;
    std::vector<Result> results_;
    bool stop_ = false;
    std::thread thread_;
};

}  // namespace synovia::instrument
