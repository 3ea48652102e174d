// What is played: pops and pulls of one preset, in one joint that remembers. One thread owns it; takes are made ahead
// by a worker, and the mixer, which runs in the sound card's callback, gets them through a ring.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "apps/instrument/hand_pace.hpp"
#include "apps/instrument/journal.hpp"
#include "apps/instrument/loaded_preset.hpp"
#include "apps/instrument/order_book.hpp"
#include "apps/instrument/pull_stream.hpp"
#include "apps/instrument/resting_joint.hpp"
#include "apps/instrument/say.hpp"
#include "apps/instrument/scope.hpp"
#include "apps/instrument/take_pool.hpp"
#include "apps/instrument/tape.hpp"
#include "apps/studio/score.hpp"
#include "audio/live/mixer.hpp"
#include "solver/parameters.hpp"

namespace synovia::instrument {

/// What cannot be done because too much is under way, or because the solver cannot finish, is said and changes nothing.
class Session {
public:
    /// Precondition: `preset` can be played.
    Session(const SessionSettings& settings, LoadedPreset preset, Say say);

    audio::Mixer& mixer() { return mixer_; }
    int sample_rate_hz() const { return settings_.sample_rate_hz; }
    const studio::Patch& patch() const { return pool_->patch(); }
    /// The preset's own words and values, without set().
    const std::string& title() const { return title_; }
    const Scenario& original() const { return original_; }

    /// A pop, or what the joint gives. Throws std::invalid_argument for a velocity outside 0 to 1.
    void trigger(double velocity);
    /// Velocities that will be asked for: their takes are made ahead, too.
    void expect(std::vector<double> velocities) { expected_ = std::move(velocities); }
    /// Each of these throws preset::Error and leaves everything as it was. A joint in the hand is let go.
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
    void let_go();

    /// To be called every few milliseconds: frees what has ended, moves the hand, keeps the tape, has takes made
    /// ahead. `seconds` since the last call.
    void tick(double seconds);

    /// Is anything on its way or to be heard?
    bool sounding() const { return !orders_.empty(); }
    /// Are all takes made that can be made ahead?
    bool prepared() const { return prepared_; }
    bool in_hand() const { return stream_.has_value(); }
    /// Where the joint in the hand is; absent: none is.
    const std::optional<Sample>& held() const { return held_; }
    const Hand& hand() const { return hand_; }
    const audio::Meter& meter() const { return meter_; }
    double level_dbfs() const { return level_dbfs_; }
    /// Largest magnitude since this was asked last [full scale].
    float take_peak();
    std::optional<double> residual_radius() const { return joint_.residual_radius(); }
    /// Until an old bubble has dissolved [s]; absent: the joint is rested.
    std::optional<double> rested_in_s() const { return joint_.rested_in_s(); }
    bool remembers() const { return joint_.enabled(); }
    const Scope& scope() const { return scope_; }

    /// From here on; null: no longer. Both must outlive the session, or be taken away.
    void record_to(Tape* tape, Journal* journal) { tape_ = tape, journal_ = journal; }
    /// Length of the recording so far [s]; absent: nothing is recorded.
    std::optional<double> recorded_s() const;
    /// Everything that has begun so far.
    const studio::Score& score() const { return score_; }

private:
    void use(studio::Patch patch);
    void use(LoadedPreset preset);
    void use_checked(studio::Patch patch, const std::string& said);
    bool send_hand(double share_of_way, double seconds);
    void send_block(bool last);
    void forget_hand();
    void grasp();
    std::size_t patch_index() const { return patch_in_score_.value_or(score_.patches.size()); }
    void keep_patch();
    bool send_pop(std::shared_ptr<const studio::Take> take);
    std::vector<studio::TakeRequest> wanted() const;
    studio::TakeRequest request(double velocity, std::uint64_t ahead = 0) const;
    studio::Glance resting() const;
    void collect_receipts();
    void collect_tape();
    std::size_t blocks_ahead() const;
    void move_hand();
    std::string length_text(std::uint64_t frames) const;
    void warn_of_losses();

    SessionSettings settings_;
    Say say_;
    audio::Mixer mixer_;
    audio::Meter meter_;
    studio::Score score_;
    std::optional<std::size_t> patch_in_score_;
    OrderBook orders_{mixer_, score_.events};
    TakeWorker worker_;
    std::optional<TakePool> pool_;
    std::string title_;
    Scenario original_;
    RestingJoint joint_;
    std::map<double, std::uint64_t> taken_;  // takes so far, by velocity
    std::vector<double> expected_;
    double velocity_ = studio::preset_velocity, level_dbfs_ = audio::first_level_dbfs;
    std::optional<PullStream> stream_;
    std::uint64_t grasps_ = 0;
    Hand hand_;
    HandPace pace_{0.0};
    std::optional<double> asked_rise_;  // of the pull that was asked for; absent: the hand's own
    JointStart left_in_hand_;
    std::optional<Sample> held_;
    bool popped_in_hand_ = false, prepared_ = false;
    Scope scope_{{}};
    Tape* tape_ = nullptr;
    Journal* journal_ = nullptr;
    std::vector<float> from_tape_;
    audio::Meter said_;
    float peak_ = 0.0F;
};

}  // namespace synovia::instrument
