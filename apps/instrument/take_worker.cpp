#include "apps/instrument/take_worker.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace synovia::instrument {
namespace {

/// Why a take cannot be made is said when it is asked for, not when nobody has asked yet.
std::shared_ptr<const studio::Take> made(const TakeWorker::Job& job) {
    try {
        return std::make_shared<const studio::Take>(studio::make_take(*job.patch, job.request));
    } catch (const std::exception&) {
        return nullptr;
    }
}

}  // namespace

TakeWorker::TakeWorker() : thread_([this] { run(); }) {}

TakeWorker::~TakeWorker() {
    {
        const std::scoped_lock lock(mutex_);
        stop_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void TakeWorker::set_jobs(std::vector<Job> jobs) {
    std::reverse(jobs.begin(), jobs.end());
    {
        const std::scoped_lock lock(mutex_);
        jobs_ = std::move(jobs);
        if (in_hand_) std::erase(jobs_, *in_hand_);
    }
    wake_.notify_one();
}

std::vector<TakeWorker::Result> TakeWorker::collect() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(results_, {});
}

void TakeWorker::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return stop_ || !jobs_.empty(); });
        if (stop_) return;
        const Job job = jobs_.back();
        in_hand_ = job;
        jobs_.pop_back();
        lock.unlock();
        Result result{job, made(job)};
        lock.lock();
        results_.push_back(std::move(result));
        in_hand_.reset();
    }
}

}  // namespace synovia::instrument
