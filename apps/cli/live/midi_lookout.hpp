// Looks at the ports of one MIDI system twice a second, opens those that are wanted and notices those that went: on a
// thread of its own, because a call of a system may take its time, or hang.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "apps/cli/live/midi_queue.hpp"
#include "apps/cli/live/midi_system.hpp"

namespace synovia::cli {

/// What has happened to a port, or to a system (without port), and the line that says so.
struct MidiNews {
    std::string line;
    std::shared_ptr<MidiPort> port;
    bool open = false;  ///< else: gone
};

class MidiLookout {
public:
    using Wanted = std::function<bool(const ListedPort&)>;

    MidiLookout(MidiSystemMaker make, Wanted wanted, const std::shared_ptr<Doorbell>& bell);
    /// Closes everything; what hangs is left behind.
    ~MidiLookout();
    MidiLookout(const MidiLookout&) = delete;
    MidiLookout& operator=(const MidiLookout&) = delete;

    /// Waits until it has looked once and opened what it found, but not for a system that hangs.
    void wait_for_first_look();
    /// What has happened since this was asked last.
    std::vector<MidiNews> news();
    /// All ports, wanted or not, when it looked last.
    std::vector<ListedPort> listed() const;

private:
    class Rounds;
    struct Shared;
    std::shared_ptr<Shared> shared_;
    std::thread thread_;
};

}  // namespace synovia::cli
