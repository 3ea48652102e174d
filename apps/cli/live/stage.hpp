// A session on a card, kept going.
#pragma once
#include <chrono>

#include "apps/cli/live/card.hpp"
#include "apps/instrument/session.hpp"

namespace synovia::cli {

class Stage {
public:
    /// The card plays from here on.
    Stage(instrument::Session& session, Card& card) : session_(session), card_(card) { card.start(session.mixer()); }
    /// However the playing ended: nobody calls a mixer that is gone.
    ~Stage() { card_.close(); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    instrument::Session& session() { return session_; }
    const Card& card() const { return card_; }

    /// One round, to be called every few milliseconds: what the session has to do, and the watchdog. Returns the
    /// seconds since the last one. Throws audio::DeviceError when the device is lost.
    double turn();

    /// Lets what sounds come to its end; an interrupt does not wait.
    void play_out();
    /// Ends at once, with a fade.
    void fade_out();

    /// Gives the card back, or takes it again; in between no time passes. Throws audio::DeviceError where the card is
    /// gone.
    void pause();
    void resume();

private:
    using Clock = std::chrono::steady_clock;
    void turn_and_rest();

    instrument::Session& session_;
    Card& card_;
    Clock::time_point last_ = Clock::now(), watched_ = last_;
};

}  // namespace synovia::cli
