#include "apps/instrument/midi_queue.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <utility>

namespace synovia::live {

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
    const auto message = decode(bytes);
    if (!message) return;
    if (ring_.put(Arrival{bell_->next_number(), *message}))
        bell_->ring();
    else
        overflowed_.store(true, std::memory_order_relaxed);
}

void MidiQueue::add(std::shared_ptr<MidiPort> port) {
    sources_.push_back({std::move(port), std::nullopt, {}});
    bell_->ring();  // for what came before it was known here
}

void MidiQueue::end(const MidiPort& port) {
    for (Source& source : sources_)
        if (source.port.get() == &port) source.gone = true;
    bell_->ring();
}

MidiQueue::Source* MidiQueue::earliest() {
    Source* best = nullptr;
    for (Source& source : sources_) {
        if (MidiPort::Arrival arrival; !source.first && source.port->take(arrival)) source.first = arrival;
        if (source.first && (best == nullptr || source.first->number < best->first->number)) best = &source;
    }
    return best;
}

std::optional<MidiMessage> MidiQueue::release() {
    for (Source& source : sources_)
        if (source.gone)
            if (auto message = source.held.release()) return message;
    std::erase_if(sources_, [](const Source& source) { return source.gone; });
    return std::nullopt;
}

std::optional<MidiMessage> MidiQueue::oldest() {
    Source* source = earliest();
    if (source == nullptr) return release();
    const MidiMessage message = std::exchange(source->first, std::nullopt)->message;
    source->held.note(message);
    return message;
}

std::optional<MidiMessage> MidiQueue::next() {
    if (auto message = oldest()) return message;
    bell_->silence();
    return oldest();  // what came in between has been silenced, too
}

std::optional<std::string> MidiQueue::next_overflow() {
    for (Source& source : sources_)
        if (source.port->overflowed() && !std::exchange(source.overflow_said, true)) return source.port->name();
    return std::nullopt;
}

}  // namespace synovia::live
