// Work on all cores whose results come out in order, so that nothing depends on how many cores there are.
#pragma once
#include <signal.h>

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace synovia::studio {

/// Cores of this machine, at least 1.
std::size_t all_cores();

namespace detail {

/// Threads that are begun while it lives get no signal: those that end the program are left to the thread that writes
/// files, which holds them back for as long as it takes.
class NoSignals {
public:
    NoSignals();
    ~NoSignals();
    NoSignals(const NoSignals&) = delete;
    NoSignals& operator=(const NoSignals&) = delete;

private:
    sigset_t before_{};
};

/// The numbers below `count`, handed out to workers, and what became of them, handed back in order.
template <class Result>
class OrderedJobs {
public:
    OrderedJobs(std::size_t count, std::size_t most_ahead) : count_(count), most_ahead_(most_ahead) {}

    /// The next number, once there is room for its result; nullopt: no more work.
    std::optional<std::size_t> claim() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return stopped_ || next_ == count_ || next_ < taken_ + most_ahead_; });
        if (stopped_ || next_ == count_) return std::nullopt;
        return next_++;
    }

    void finish(std::size_t number, std::optional<Result> result, std::exception_ptr error) {
        const std::lock_guard lock(mutex_);
        done_.emplace(number, Done{std::move(result), error});
        changed_.notify_all();
    }

    /// Waits for the result of the lowest number not taken yet. Throws what its work threw.
    Result take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return done_.contains(taken_); });
        Done done = std::move(done_.at(taken_));
        done_.erase(taken_++);
        changed_.notify_all();
        if (done.error) std::rethrow_exception(done.error);
        return std::move(*done.result);
    }

    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        changed_.notify_all();
    }

private:
    struct Done {
        std::optional<Result> result;
        std::exception_ptr error;
    };

    const std::size_t count_, most_ahead_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t next_ = 0, taken_ = 0;
    bool stopped_ = false;
    std::map<std::size_t, Done> done_;
};

/// Threads that end with it, whatever ends it.
template <class Jobs>
class Workers {
public:
    template <class Body>
    Workers(Jobs& jobs, std::size_t count, Body body) : jobs_(jobs) {
        const NoSignals held;
        try {
            while (threads_.size() < count) threads_.emplace_back(body);
        } catch (const std::system_error&) {  // fewer will do, and without any the caller works
        }
    }
    ~Workers() {
        jobs_.stop();
        for (std::thread& thread : threads_) thread.join();
    }
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    bool none() const { return threads_.empty(); }

private:
    Jobs& jobs_;
    std::vector<std::thread> threads_;
};

}  // namespace detail

/// make(n) for every n below `count`, on `workers` threads at once, and use(n, result) in ascending order on this one.
/// No more than two results a worker wait to be used; where the system gives no thread, all is made on this one.
/// What make throws is thrown here, when its turn comes; then, as where use throws, what has begun is finished and no
/// more begun.
template <class Make, class Use>
void in_order(std::size_t count, std::size_t workers, Make make, Use use) {
    using Result = std::invoke_result_t<Make&, std::size_t>;
    detail::OrderedJobs<Result> jobs(count, 2 * workers);
    const auto work_once = [&jobs, &make] {
        const auto number = jobs.claim();
        if (!number) return false;
        try {
            jobs.finish(*number, make(*number), nullptr);
        } catch (...) {
            jobs.finish(*number, std::nullopt, std::current_exception());
        }
        return true;
    };
    const detail::Workers threads(jobs, std::min(workers, count), [work_once] {
        while (work_once()) {
        }
    });
    for (std::size_t number = 0; number < count; ++number) {
        if (threads.none()) work_once();
        use(number, jobs.take());
    }
}

}  // namespace synovia::studio
