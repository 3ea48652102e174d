// What is said to the person at the terminal: always on standard error, never on standard output. Whatever a message
// quotes, the terminal shows it and obeys nothing in it (preset::visible()).
#pragma once
#include <cstddef>
#include <string_view>

namespace synovia::cli {

/// Is standard error a terminal that can redraw a line?
bool on_terminal();

/// Each line of `message` as "synovia: line"; the name is red on a terminal unless NO_COLOR is set.
void report_failure(std::string_view message);

/// Lines for the user to know, for example what was written. Nothing when `quiet`.
void note(std::string_view message, bool quiet);

/// Like note, but about something the user may not want: "synovia: warning: line".
void warn(std::string_view message, bool quiet);

/// Draws a line that the next one replaces; on_terminal() only.
void draw_line(std::string_view line);

/// Takes a drawn line off the terminal: before anything else is written, on either stream.
void erase_line();

/// Progress of a job of `total` equal parts: a line on the terminal with the time left, drawn once the job has taken
/// longer than a second. Silent when standard error is no terminal or `quiet`.
class Progress {
public:
    Progress(std::size_t total, bool quiet);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void advance();

private:
    std::size_t total_;
    std::size_t done_ = 0;
    double start_s_;
    double drawn_s_ = 0.0;
    bool enabled_;
};

}  // namespace synovia::cli
