// The plain mode: one command per line in, one line per event out.
#pragma once
#include <optional>
#include <string>

#include "apps/cli/live/concert.hpp"
#include "apps/cli/live/line_printer.hpp"

namespace synovia::cli {

/// What a line asks of the one who reads it.
struct Answer {
    bool quit = false;
    double wait_s = 0.0;  ///< read no further line for this long
};

/// Does what the line says: trigger [VELOCITY], set KEY=VALUE, preset NAME, rest, pull POSITION [SECONDS], release,
/// level DBFS, status, wait SECONDS, help, quit. Nonsense is one line "error: ..." and changes nothing.
Answer obey(instrument::Session& session, const std::string& line, const instrument::Say& say);

/// Obeys the lines of a file until it ends, "quit", an interrupt, or nobody reads `printer` any more.
/// Throws audio::DeviceError, Failure(file).
void play_plain(Concert& concert, int fd, LinePrinter& printer);

}  // namespace synovia::cli
