#include "apps/cli/live/midi_player.hpp"

#include "apps/instrument/play_midi.hpp"

namespace synovia::cli {
namespace {

constexpr double watch_every_s = 1.0;

}  // namespace

void MidiPlayer::pass(double seconds) {
    while (const auto message = input_.next()) instrument::play(instrument_, *message);
    since_watch_s_ += seconds;
    if (since_watch_s_ < watch_every_s) return;
    since_watch_s_ = 0.0;
    input_.watch();
}

}  // namespace synovia::cli
