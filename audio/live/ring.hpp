// A queue between exactly two threads, one that puts and one that takes: no lock, no allocation after construction.
// Own code rather than Boost's spsc_queue, which has no way to put or take a run of elements in part and would make
// Boost a dependency of the sound library. Method: Lamport, ACM TOPLAS 5, 190 (1983), with acquire and release.
#pragma once
#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <span>
#include <vector>

namespace synovia::audio {

/// T is copied; both ends are wait-free.
template <class T>
class Ring {
public:
    /// Holds at least `capacity` elements.
    explicit Ring(std::size_t capacity) : slots_(std::bit_ceil(capacity)), mask_(slots_.size() - 1) {}

    std::size_t capacity() const { return slots_.size(); }

    /// Producer: as many of the elements as fit, from the first; returns their number.
    std::size_t put(std::span<const T> elements) {
        const std::size_t end = end_.load(std::memory_order_relaxed);
        const std::size_t room = slots_.size() - (end - begin_.load(std::memory_order_acquire));
        const std::size_t count = std::min(room, elements.size());
        for (std::size_t i = 0; i < count; ++i) slots_[(end + i) & mask_] = elements[i];
        end_.store(end + count, std::memory_order_release);
        return count;
    }
    /// Producer: false when full.
    bool put(const T& element) { return put(std::span<const T>(&element, 1)) == 1; }

    /// Consumer: the oldest elements, as many as there are up to the size of `into`; returns their number.
    std::size_t take(std::span<T> into) {
        const std::size_t begin = begin_.load(std::memory_order_relaxed);
        const std::size_t count = std::min(end_.load(std::memory_order_acquire) - begin, into.size());
        for (std::size_t i = 0; i < count; ++i) into[i] = slots_[(begin + i) & mask_];
        begin_.store(begin + count, std::memory_order_release);
        return count;
    }
    /// Consumer: false when empty.
    bool take(T& element) { return take(std::span<T>(&element, 1)) == 1; }

    /// Either end: elements inside; exact for the end that asks, except that the other may just have changed it.
    std::size_t size() const { return end_.load(std::memory_order_acquire) - begin_.load(std::memory_order_acquire); }

private:
    std::vector<T> slots_;
    std::size_t mask_;
    alignas(64) std::atomic<std::size_t> begin_{0};  // apart, so that the two threads do not share a cache line
    alignas(64) std::atomic<std::size_t> end_{0};
};

}  // namespace synovia::audio
