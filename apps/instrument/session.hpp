// What is played: pops and pulls of one preset, in one joint that remembers. One thread owns it; takes are made ahead
// by a worker, and the mixer, which runs in the sound card's callback, gets them through a ring.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "apps/instrument/current_preset.hpp"
#include "apps/instrument/grip.hpp"
#include "apps/instrument/meter_watch.hpp"
#include "apps/instrument/next_takes.hpp"
#include "apps/instrument/order_book.hpp"
#include "apps/instrument/resting_joint.hpp"
#include "apps/instrument/say.hpp"
#include "apps/instrument/scope.hpp"
#include "apps/instrument/strike_queue.hpp"
#include "apps/instrument/tape_feed.hpp"
#include "apps/studio/score.hpp"
#include "audio/live/mixer.hpp"

namespace synovia::instrument {

/// What cannot be done because too much is under way, or because the solver cannot finish, is said and changes nothing.
class Session {
public:
    /// Precondition: `preset` can be played.
    Session(const SessionSettings& settings, LoadedPreset preset, Say say);

    /// A pop, or what the joint gives. Throws std::invalid_argument for a velocity outside 0 to 1.
    void trigger(double velocity);
    /// The same without waiting for the take: heard as soon as it is made, or left out where that is too late. What is
    /// wrong with it is said.
    void strike(double velocity);
    /// Nothing that waits will be heard, and what sounds fades out: the playing ends here.
    void fade_out();
    /// Each of these throws preset::Error and leaves everything as it was, the first also std::invalid_argument for
    /// what the solver could not finish. A joint in the hand is let go.
    void set(const std::string& key_value);
    void set(const Parameter& parameter, double value);
    void choose(const std::string& name);  ///< of a preset
    /// The rest key: the joint forgets its last pop, a hand that holds it lets go.
    void rest();
    /// Without memory every pull finds a rested joint.
    void remember(bool refractory);
    /// The ceiling of everything [dBFS]. Throws std::invalid_argument outside -60 to -1.
    void level(double dbfs);
    /// The hand takes the joint and goes to this share of the preset's way within `seconds`; the joint stays in the
    /// hand until rest() or let_go(). False when there is no room for it. Throws std::invalid_argument,
    /// InvalidScenario.
    bool pull(double share_of_way, double seconds);
    /// The same for a hand that is on its own way there, mouse or wheel: its speed, not `seconds`, is how fast it
    /// pulls.
    bool follow(double share_of_way, double seconds);
    void let_go() { grip_.let_go(); }

    /// To be called every few milliseconds: frees what has ended, moves the hand, keeps the tape, has takes made
    /// ahead. `seconds` since the last call.
    void tick(double seconds);

    /// What it is made of: for the card, for a recording, for what knows which velocities will come.
    audio::Mixer& mixer() { return mixer_; }
    TapeFeed& tape() { return tape_; }
    NextTakes& takes() { return takes_; }
    /// And to look at.
    const CurrentPreset& preset() const { return preset_; }
    const studio::Patch& patch() const { return preset_.patch(); }
    const RestingJoint& joint() const { return joint_; }
    const Grip& grip() const { return grip_; }
    const Scope& scope() const { return scope_; }
    MeterWatch& meter() { return meter_; }
    const studio::Score& score() const { return score_; }  ///< everything that has begun so far
    double level_dbfs() const { return level_dbfs_; }

    /// The frame in which a sound has ended last.
    std::uint64_t last_end() const { return orders_.last_end(); }
    /// Is anything on its way or to be heard?
    bool sounding() const { return !orders_.empty(); }
    /// Does a strike wait for its take?
    bool waits() const { return strikes_.front().has_value(); }
    /// Are all takes made that can be made ahead?
    bool prepared() const { return prepared_; }

private:
    template <class Preset>
    void use(Preset preset, const std::string& said);
    double reach(double share_of_way, double seconds);
    bool take_in_hand();
    bool send_pop(std::shared_ptr<const studio::Take> take);
    void grasp();
    void play(const studio::TakeRequest& next);
    void play_strikes();
    void play_strike();
    bool next_strike();
    void leave_out(std::size_t strikes);
    void make_ahead();
    studio::Glance resting() const;

    SessionSettings settings_;
    Say say_;
    audio::Mixer mixer_;
    studio::Score score_;
    OrderBook orders_{mixer_, score_.events};
    TakeWorker worker_;
    CurrentPreset preset_;
    RestingJoint joint_;
    NextTakes takes_;
    StrikeQueue strikes_;
    std::optional<studio::TakeRequest> strike_;  // what the first of them asks for
    bool told_late_ = false;
    Scope scope_;
    Grip grip_{orders_, joint_, scope_, say_};
    MeterWatch meter_;
    TapeFeed tape_{mixer_, orders_, score_};
    double level_dbfs_ = audio::first_level_dbfs;
    bool prepared_ = false;
};

}  // namespace synovia::instrument
