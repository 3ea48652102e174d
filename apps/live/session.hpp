// The instrument: what keys, MIDI and scripts play. One thread owns it, the one that reads them; it makes takes ahead
// and hands them to the mixer, which runs in the sound card's callback.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "apps/live/pull_stream.hpp"
#include "apps/live/resting_joint.hpp"
#include "apps/live/score.hpp"
#include "apps/live/take_pool.hpp"
#include "apps/live/tape.hpp"
#include "audio/live/mixer.hpp"

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
    using Say = std::function<void(const std::string& line)>;

    /// Throws preset::Error for a bad preset or override, cli::Failure(solver).
    Session(const SessionSettings& settings, Say say);

    audio::Mixer& mixer() { return mixer_; }
    const Patch& patch() const { return pool_->patch(); }

    /// A pop, or what the joint gives. Throws cli::Failure(solver), and leaves everything as it was.
    void trigger(double velocity);
    /// Each of these throws preset::Error and leaves everything as it was.
    void set(const std::string& key_value);
    void choose(const std::string& name);  ///< of a preset
    /// The rest key: the joint forgets its last pop, a hand that holds it lets go.
    void rest();
    /// The ceiling of everything [dBFS]. Throws std::invalid_argument outside -60 to -1.
    void level(double dbfs);
    /// The hand takes the joint and goes to this share of the preset's way within `seconds`; the joint stays in the
    /// hand until rest() or let_go(). Throws std::invalid_argument, InvalidScenario.
    void pull(double share_of_way, double seconds);
    void let_go();

    /// To be called every few milliseconds: frees what has ended, moves the hand, keeps the tape, makes one take
    /// ahead. `seconds` since the last call. True when there was something to do.
    bool tick(double seconds);

    /// Is anything on its way or to be heard?
    bool sounding() const;
    /// Where the joint in the hand is; absent: none is.
    const std::optional<Sample>& held() const { return held_; }
    const audio::Meter& meter() const { return meter_; }
    /// Largest magnitude since this was asked last [full scale].
    float take_peak();
    std::optional<double> residual_radius() const { return joint_.residual_radius(); }

    void record_to(Tape* tape) { tape_ = tape; }
    /// Everything that has begun so far.
    const Score& score() const { return score_; }

private:
    struct Sent {
        std::shared_ptr<const Take> take;  // keeps the samples alive
        std::vector<float> piece;
        std::size_t event = 0;
    };
    void use(Patch patch, const std::string& said);
    void send(audio::Order::Kind kind, const ScoreEvent& event, Sent sent, bool last = false, float level = 0.0F);
    void send_block(bool last);
    bool prepare_one();
    bool collect_receipts();
    void collect_tape();
    bool move_hand();
    void warn_of_losses();
    TakeRequest next_request() const { return {next_take_, velocity_, joint_.residual_radius()}; }

    SessionSettings settings_;
    Say say_;
    audio::Mixer mixer_;
    audio::Meter meter_;
    std::optional<TakePool> pool_;
    RestingJoint joint_;
    std::uint64_t next_take_ = 1, next_id_ = 1;
    double velocity_ = preset_velocity;
    std::map<std::uint64_t, Sent> under_way_;
    std::optional<PullStream> stream_;
    Hand hand_;
    std::optional<Sample> held_;
    bool popped_in_hand_ = false, preparing_ = true;
    std::size_t blocks_under_way_ = 0;
    Score score_;
    Tape* tape_ = nullptr;
    std::vector<float> from_tape_;
    audio::Meter said_;
    float peak_ = 0.0F;
};

}  // namespace synovia::live
