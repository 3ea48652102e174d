// Playing on a terminal: keys and mouse in, moving traces out.
#pragma once
#include <deque>
#include <string>
#include <vector>

#include "apps/cli/live/concert.hpp"

namespace synovia::cli {

/// The last lines that were said.
class Messages {
public:
    void add(const std::string& line);
    const std::deque<std::string>& lines() const { return lines_; }

private:
    std::deque<std::string> lines_;
};

/// Until the player quits or an interrupt comes. Throws Failure(usage) for an unknown kind of terminal,
/// audio::DeviceError.
void play_full_screen(Concert& concert, const Messages& messages);

/// The velocities that keys have.
std::vector<double> key_velocities();

}  // namespace synovia::cli
