// What is played: pops and pulls of one preset, in one joint that remembers. One thread owns it; takes are made ahead
// by a worker, and the mixer, which runs in the sound card's callback, gets them through a ring.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "apps/instrument/pull_stream.hpp"
#include "apps/instrument/resting_joint.hpp"
#include "apps/instrument/say.hpp"
#include "apps/instrument/scope.hpp"
#include "apps/instrument/take_pool.hpp"
#include "apps/instrument/tape.hpp"
#include "apps/studio/score.hpp"
#include "audio/live/mixer.hpp"
#include "solver/parameters.hpp"

namespace synovia::live {

struct SessionSettings {
    std::string preset = "knuckle";
    std::vector<std::string> overrides;
    double share = 0.1;
    std::uint64_t seed = 1;
    int sample_rate_hz = 48000;
    bool refractory = true;
    bool record = false;
};

class Session {
public:
    /// Throws preset::Error for a bad preset or override, cli::Failure(solver).
    Session(const SessionSettings& settings, Say say);

    audio::Mixer& mixer() { return mixer_; }
    int sample_rate_hz() const { return settings_.sample_rate_hz; }
    const Patch& patch() const { return pool_->patch(); }
    /// The preset's own words and values, without set().
    const std::string& title() const { return title_; }
    const Scenario& original() const { return original_; }

    /// A pop, or what the joint gives. Throws cli::Failure(solver), and leaves everything as it was.
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
    /// hand until rest() or let_go(). Throws std::invalid_argument, InvalidScenario.
    void pull(double share_of_way, double seconds);
    void let_go();

    /// To be called every few milliseconds: frees what has ended, moves the hand, keeps the tape, has takes made
    /// ahead. `seconds` since the last call.
    void tick(double seconds);

    /// Is anything on its way or to be heard?
    bool sounding() const { return !under_way_.empty(); }
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
    bool remembers() const { return joint_.enabled(); }
    const Scope& scope() const { return scope_; }

    void record_to(Tape* tape) { tape_ = tape; }
    /// Length of the recording so far [s]; absent: nothing is recorded.
    std::optional<double> recorded_s() const;
    /// Everything that has begun so far.
    const Score& score() const { return score_; }

private:
    struct Sent {  // keeps the samples alive
        std::shared_ptr<const Take> take;
        std::vector<float> piece;
        std::size_t event = 0;
    };
    struct Preset {
        Patch patch;
        std::string title;
    };
    static Preset loaded(const SessionSettings& settings, const std::string& name);
    void use(Patch patch);
    void use(Preset preset);
    void use_checked(Patch patch, const std::string& said);
    void send(const audio::Order& order, const ScoreEvent& event, Sent sent);
    void send_block(bool last);
    void send_piece(const decltype(ScoreEvent::what)& event, std::vector<float> samples, bool last);
    void forget_hand();
    void grasp();
    std::size_t patch_in_score();
    std::vector<TakeRequest> wanted() const;
    TakeRequest request(double velocity, std::uint64_t ahead = 0) const;
    Glance resting() const;
    void collect_receipts();
    void collect_tape();
    std::size_t blocks_ahead() const;
    void move_hand();
    void warn_of_losses();

    SessionSettings settings_;
    Say say_;
    audio::Mixer mixer_;
    audio::Meter meter_;
    TakeWorker worker_;
    std::optional<TakePool> pool_;
    std::string title_;
    Scenario original_;
    RestingJoint joint_;
    std::map<double, std::uint64_t> taken_;  // takes so far, by velocity
    std::vector<double> expected_;
    double velocity_ = preset_velocity, level_dbfs_ = audio::first_level_dbfs;
    std::uint64_t next_id_ = 1;
    std::map<std::uint64_t, Sent> under_way_;
    std::optional<PullStream> stream_;
    Hand hand_;
    std::optional<Sample> held_;
    bool popped_in_hand_ = false, prepared_ = false;
    std::size_t blocks_under_way_ = 0;
    Scope scope_{{}};
    Score score_;
    std::optional<std::size_t> patch_in_score_;
    Tape* tape_ = nullptr;
    std::vector<float> from_tape_;
    audio::Meter said_;
    float peak_ = 0.0F;
};

}  // namespace synovia::live
