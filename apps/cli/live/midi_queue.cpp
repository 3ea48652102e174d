#include "apps/cli/live/midi_queue.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <utility>

namespace synovia::cli {

Doorbell::Doorbell() {
    if (pipe(ends_.data()) != 0) {
        ends_ = {-1, -1};
        return;
    }
    for (const int end : ends_) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
}

Doorbell::~Doorbell() {
    for (const int end : ends_)
        if (end >= 0) close(end);
}

void Doorbell::ring() noexcept {
    const char any = 0;
    // A full pipe rings already.
    if (write(ends_[1], &any, 1) < 0) return;
}

void Doorbell::silence() noexcept {
    std::array<char, 256> bytes;
    while (read(ends_[0], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size())) continue;
}

void MidiPort::put(std::span<const unsigned char> bytes) noexcept {
    const auto message = instrument::decode(bytes);
    if (!message) return;
    if (ring_.put(Arrival{bell_->next_number(), *message}))
        bell_->ring();
    else
        overflowed_.store(true, std::memory_order_relaxed);
}

void MidiQueue::add(std::shared_ptr<MidiPort> port) {
    keyboards_.push_back({std::move(port), std::nullopt, {}});
    bell_->ring();  // for what came before it was known here
}

void MidiQueue::end(const MidiPort& port) {
    for (Keyboard& keyboard : keyboards_)
        if (keyboard.port.get() == &port) keyboard.gone = true;
    bell_->ring();
}

MidiQueue::Keyboard* MidiQueue::earliest() {
    Keyboard* best = nullptr;
    for (Keyboard& keyboard : keyboards_) {
        if (MidiPort::Arrival arrival; !keyboard.first && keyboard.port->take(arrival)) keyboard.first = arrival;
        if (keyboard.first && (best == nullptr || keyboard.first->number < best->first->number)) best = &keyboard;
    }
    return best;
}

std::optional<instrument::MidiMessage> MidiQueue::release() {
    for (Keyboard& keyboard : keyboards_)
        if (keyboard.gone)
            if (auto message = keyboard.held.release()) return message;
    std::erase_if(keyboards_, [](const Keyboard& keyboard) { return keyboard.gone; });
    return std::nullopt;
}

std::optional<instrument::MidiMessage> MidiQueue::oldest() {
    Keyboard* keyboard = earliest();
    if (keyboard == nullptr) return release();
    const instrument::MidiMessage message = std::exchange(keyboard->first, std::nullopt)->message;
    keyboard->held.note(message);
    return message;
}

std::optional<instrument::MidiMessage> MidiQueue::next() {
    if (auto message = oldest()) return message;
    bell_->silence();
    return oldest();  // what came in between has been silenced, too
}

std::optional<std::string> MidiQueue::next_overflow() {
    for (Keyboard& keyboard : keyboards_)
        if (keyboard.port->overflowed() && !std::exchange(keyboard.overflow_said, true)) return keyboard.port->name();
    return std::nullopt;
}

}  // namespace synovia::cli
