// From the threads of MIDI ports, one each, to the thread that plays: a ring per port, in order of arrival over all.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "apps/instrument/midi_held.hpp"
#include "apps/instrument/midi_message.hpp"
#include "audio/live/ring.hpp"

namespace synovia::cli {

/// Wakes poll(), and numbers what arrives.
class Doorbell {
public:
    Doorbell();
    ~Doorbell();
    Doorbell(const Doorbell&) = delete;
    Doorbell& operator=(const Doorbell&) = delete;

    /// Any thread; never waits.
    void ring() noexcept;
    void silence() noexcept;
    std::uint64_t next_number() noexcept { return count_.fetch_add(1, std::memory_order_relaxed); }
    /// Readable from ring() to silence(); -1 where the system had none to give.
    int fd() const { return ends_[0]; }

private:
    std::array<int, 2> ends_{-1, -1};
    std::atomic<std::uint64_t> count_{0};
};

/// The end of the queue that a port's thread holds.
class MidiPort {
public:
    static constexpr std::size_t capacity = 1024;
    struct Arrival {
        std::uint64_t number = 0;
        instrument::MidiMessage message;
    };

    MidiPort(std::string name, std::shared_ptr<Doorbell> bell)
        : name_(std::move(name)), bell_(std::move(bell)), ring_(capacity) {}

    const std::string& name() const { return name_; }
    /// The port's thread, maybe one of real time: never waits. Bytes that say nothing to us are dropped, and so is what
    /// comes while the queue is full.
    void put(std::span<const unsigned char> bytes) noexcept;
    bool take(Arrival& arrival) { return ring_.take(arrival); }
    bool overflowed() const { return overflowed_.load(std::memory_order_relaxed); }

private:
    std::string name_;
    std::shared_ptr<Doorbell> bell_;
    audio::Ring<Arrival> ring_;
    std::atomic<bool> overflowed_ = false;
};

/// The end that the playing thread holds.
class MidiQueue {
public:
    const std::shared_ptr<Doorbell>& bell() const { return bell_; }

    void add(std::shared_ptr<MidiPort> port);
    /// The port is gone: after its last message comes what releases all that it held.
    void end(const MidiPort& port);
    std::optional<instrument::MidiMessage> next();
    /// A port whose messages had no room, each once.
    std::optional<std::string> next_overflow();

private:
    struct Keyboard {
        std::shared_ptr<MidiPort> port;
        std::optional<MidiPort::Arrival> first;  // taken from the ring, not delivered yet
        instrument::MidiHeld held;
        bool gone = false, overflow_said = false;
    };
    Keyboard* earliest();
    std::optional<instrument::MidiMessage> release();
    std::optional<instrument::MidiMessage> oldest();

    std::shared_ptr<Doorbell> bell_ = std::make_shared<Doorbell>();
    std::vector<Keyboard> keyboards_;
};

}  // namespace synovia::cli
