#include "apps/cli/live/midi_player.hpp"

#include <chrono>

#include "apps/instrument/play_midi.hpp"

namespace synovia::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double watch_every_s = 1.0;
constexpr std::chrono::milliseconds longest_played{10};

}  // namespace

void MidiPlayer::pass(double seconds) {
    const auto begin = Clock::now();
    while (Clock::now() - begin < longest_played) {  // programs may take a while, and keys are to be heard, too
        const auto message = input_.next();
        if (!message) break;
        instrument::play(instrument_, *message);
    }
    since_watch_s_ += seconds;
    if (since_watch_s_ < watch_every_s) return;
    since_watch_s_ = 0.0;
    input_.watch();
}

}  // namespace synovia::cli
