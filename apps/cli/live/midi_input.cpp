#include "apps/cli/live/midi_input.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "apps/cli/live/midi_lookout.hpp"
#include "apps/cli/live/midi_queue.hpp"
#include "audio/device/device_guard.hpp"

namespace synovia::cli {
namespace {

using Lookouts = std::vector<std::unique_ptr<MidiLookout>>;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool contains(const std::string& text, const std::string& part) {
    return lower(text).find(lower(part)) != std::string::npos;
}

/// The other side of a bridge is only for who names the bridge.
bool is_wanted(const ListedPort& port, const std::string& wanted) {
    if (!contains(wanted, port.bridge)) return false;
    if (!wanted.empty()) return contains(port.name, wanted);
    return !contains(port.name, "midi through") && !contains(port.name, "midi-through");
}

/// Starting, a MIDI library has much to say on standard error.
Lookouts start(const std::vector<MidiSystemMaker>& systems, const MidiLookout::Wanted& wanted,
               const std::shared_ptr<Doorbell>& bell) {
    const audio::ErrorsSilenced silenced(true);
    Lookouts lookouts;
    for (const MidiSystemMaker& make : systems) lookouts.push_back(std::make_unique<MidiLookout>(make, wanted, bell));
    for (const auto& lookout : lookouts) lookout->wait_for_first_look();
    return lookouts;
}

std::vector<ListedPort> all_ports(const Lookouts& lookouts) {
    std::vector<ListedPort> all;
    for (const auto& lookout : lookouts)
        for (ListedPort& port : lookout->listed()) all.push_back(std::move(port));
    return all;
}

[[noreturn]] void refuse(const std::string& wanted, const std::vector<ListedPort>& there, bool has_systems) {
    std::string text = "no MIDI port is called " + wanted + "; there ";
    if (there.empty()) text += has_systems ? "is none" : "is none, because this synovia was built without RtMidi";
    for (const ListedPort& port : there) text += (&port == &there.front() ? "are: " : ", ") + port.name;
    throw MidiError(text);
}

}  // namespace

struct MidiInput::Impl {
    instrument::Say say;
    MidiQueue queue;
    Lookouts lookouts;

    void heed(const MidiNews& news) {
        say(news.line);
        if (news.port && news.open) queue.add(news.port);
        if (news.port && !news.open) queue.end(*news.port);
    }
};

std::vector<std::string> MidiInput::ports() {
    const auto none = [](const ListedPort&) { return false; };
    std::vector<std::string> names;
    for (ListedPort& port : all_ports(start(midi_systems(), none, nullptr))) names.push_back(std::move(port.name));
    return names;
}

MidiInput::MidiInput(const std::string& wanted, instrument::Say say, const std::vector<MidiSystemMaker>& systems)
    : impl_(std::make_unique<Impl>()) {
    impl_->say = std::move(say);
    const auto takes = [wanted](const ListedPort& port) { return is_wanted(port, wanted); };
    impl_->lookouts = start(systems, takes, impl_->queue.bell());
    const auto there = all_ports(impl_->lookouts);
    if (!wanted.empty() && std::none_of(there.begin(), there.end(), takes)) refuse(wanted, there, !systems.empty());
    watch();
}

MidiInput::~MidiInput() = default;

std::optional<instrument::MidiMessage> MidiInput::next() { return impl_->queue.next(); }

void MidiInput::watch() {
    for (const auto& lookout : impl_->lookouts)
        for (const MidiNews& news : lookout->news()) impl_->heed(news);
    while (const auto name = impl_->queue.next_overflow())
        impl_->say("MIDI port " + *name + " sends faster than it can be played: messages are lost");
}

int MidiInput::wake_fd() const { return impl_->queue.bell()->fd(); }

}  // namespace synovia::cli
