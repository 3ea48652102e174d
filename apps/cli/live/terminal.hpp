// The terminal as a whole screen: paints pictures, reads keys and the mouse. Through ncurses.
#pragma once
#include <chrono>
#include <optional>

#include "apps/cli/live/input_decoder.hpp"
#include "apps/cli/live/view.hpp"

struct screen;  // of ncurses

namespace synovia::cli {

/// Takes the screen and gives it back as it was, also when an exception passes by. Only one at a time.
class Terminal {
public:
    /// Throws Failure(usage) where require_screen() (terminal_kind.hpp) would.
    Terminal();
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    /// Takes the size of the window as it is now.
    void fit();
    int rows() const;
    int columns() const;
    /// Can it show Braille characters?
    bool braille() const { return braille_; }

    void paint(const Screen& screen);
    /// Gives the screen back and stops the program, as Ctrl-Z does; returns when it goes on, with the screen taken
    /// again.
    void suspend();
    /// Has somebody else asked for that, with SIGTSTP, since this was asked last?
    static bool suspend_asked();

    /// What was typed since, one at a time; never waits.
    std::optional<Input> next();
    /// Waits until something is typed or `other_fd` (-1: none) becomes readable, at most this long.
    static void wait(int milliseconds, int other_fd);

private:
    using Clock = std::chrono::steady_clock;
    void read_keys();
    static void take_keys();
    static void give_back();

    bool braille_;
    screen* screen_;
    InputDecoder decoder_;
    Clock::time_point last_byte_{};
    bool gone_ = false;
};

}  // namespace synovia::cli
