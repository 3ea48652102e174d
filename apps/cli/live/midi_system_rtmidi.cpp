// The MIDI systems that RtMidi offers: the only file that knows it.
#include <RtMidi.h>
#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>

#include "apps/cli/live/midi_system.hpp"

namespace synovia::cli {
namespace {

constexpr const char* client_name = "synovia";

/// Set by libjack's threads. A server that ends lets them complain; RtMidi itself never notices.
std::atomic<bool> jack_complained = false;
/// With another client of JACK in the process (PortAudio), libjack must not be asked for one more after a server died:
/// it would free that client under its owner's hands.
std::atomic<bool> jack_lost = false;

/// RtMidi brings libjack along, but no way to keep it quiet, so libjack is found where the linker put it.
void send_jack_messages(const char* setter_name, void (*receiver)(const char*)) {
    using Setter = void (*)(void (*)(const char*));
    if (const auto setter = reinterpret_cast<Setter>(dlsym(RTLD_DEFAULT, setter_name))) setter(receiver);
}

bool has_alsa_sequencer() { return access("/dev/snd/seq", R_OK | W_OK) == 0; }

/// The bridge from ALSA to JACK that a port belongs to: a2jmidid, PipeWire, jackd's own.
std::string bridge_of(const std::string& name) {
    for (const char* bridge : {"a2j", "Midi-Bridge", "alsa_midi", "system:midi"})
        if (name.rfind(bridge, 0) == 0) return bridge;
    return "";
}

void note_error(RtMidiError::Type, const std::string&, void* failed) { *static_cast<bool*>(failed) = true; }

void pass_on(double, std::vector<unsigned char>* bytes, void* port) { static_cast<MidiPort*>(port)->put(*bytes); }

class RtMidiConnection : public MidiConnection {
public:
    RtMidiConnection(RtMidi::Api api, std::shared_ptr<MidiPort> port) : port_(std::move(port)), in_(api, client_name) {
        in_.setErrorCallback([](RtMidiError::Type, const std::string&, void*) {});  // else it prints them
        in_.setCallback(pass_on, port_.get());
    }

    /// By name, because numbers change with every port that comes or goes.
    bool open() {
        for (unsigned i = 0, count = in_.getPortCount(); i < count; ++i) {
            if (in_.getPortName(i) != port_->name()) continue;
            in_.openPort(i, "in");
            break;
        }
        return in_.isPortOpen();
    }

private:
    std::shared_ptr<MidiPort> port_;
    RtMidiIn in_;  // the first to go: its threads use the port
};

class RtMidiSystem : public MidiSystem {
public:
    explicit RtMidiSystem(RtMidi::Api api) : api_(api), scout_(api, client_name) {
        scout_.setErrorCallback(note_error, &failed_);
    }

    std::vector<ListedPort> ports() override {
        if (jack_complained.exchange(false)) check_server();
        failed_ = false;
        const unsigned count = scout_.getPortCount();
        if (failed_) return {};  // there is no server yet
        connected_ = true;
        std::vector<ListedPort> listed;
        for (unsigned i = 0; i < count; ++i)
            if (std::string name = scout_.getPortName(i); !name.empty())
                listed.push_back({name, is_jack() && has_alsa_sequencer() ? bridge_of(name) : ""});
        return listed;
    }

    std::unique_ptr<MidiConnection> open(const std::shared_ptr<MidiPort>& port) override {
        check_server();
        auto connection = std::make_unique<RtMidiConnection>(api_, port);
        check_server();  // a connection that got no client would ask for one once more
        return connection->open() ? std::move(connection) : nullptr;
    }

private:
    bool is_jack() const { return api_ == RtMidi::UNIX_JACK; }

    /// The list of a server that died stays as it was. Only the server itself can register a port.
    void check_server() {
        if (!is_jack() || !connected_) return;
        failed_ = false;
        scout_.openVirtualPort("check");
        if (failed_) {
            jack_lost = true;
            throw MidiError("the JACK server is gone, and its MIDI ports until synovia is started again");
        }
        scout_.closePort();
    }

    RtMidi::Api api_;
    bool failed_ = false, connected_ = false;
    RtMidiIn scout_;  // opens no port: it only looks
};

}  // namespace

std::vector<MidiSystemMaker> midi_systems() {
    // Else libjack starts a server of its own when none runs.
    setenv("JACK_NO_START_SERVER", "1", 1);
    send_jack_messages("jack_set_error_function", [](const char*) { jack_complained = true; });
    send_jack_messages("jack_set_info_function", [](const char*) {});
    std::vector<RtMidi::Api> apis;
    RtMidi::getCompiledApi(apis);
    std::vector<MidiSystemMaker> systems;
    for (const RtMidi::Api api : apis) {
        if (api == RtMidi::UNIX_JACK && jack_lost) continue;
        systems.emplace_back([api] { return std::make_unique<RtMidiSystem>(api); });
    }
    return systems;
}

}  // namespace synovia::cli
