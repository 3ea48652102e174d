#include "apps/instrument/replay.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "apps/instrument/order_book.hpp"
#include "apps/instrument/pull_stream.hpp"
#include "audio/live/mixer.hpp"

namespace synovia::instrument {
namespace {

constexpr std::size_t most_frames_at_once = 4096;

static_assert(studio::highest_score_level_dbfs == audio::highest_level_dbfs);
static_assert(studio::first_score_level_dbfs == audio::first_level_dbfs);
static_assert(studio::most_pops_at_once == 2 * audio::polyphony);
static_assert(studio::most_orders_at_once == audio::Mixer::most_orders);

/// The frame of the last event that sounds.
std::uint64_t last_sound(const studio::Score& score) {
    const auto sounds = [](const studio::ScoreEvent& event) {
        return !std::holds_alternative<studio::LevelEvent>(event.what);
    };
    const auto last = std::find_if(score.events.rbegin(), score.events.rend(), sounds);
    return last == score.events.rend() ? 0 : last->frame;
}

/// A little more than a recording has, which counts from the very end of its last sound.
std::uint64_t most_silence(const studio::Score& score) {
    return static_cast<std::uint64_t>((studio::most_end_silence_s + 1.0) * score.sample_rate_hz);
}

/// Makes each sound when its frame has come, and frees it when it has ended.
class Replayer {
public:
    Replayer(const studio::Score& score, const Listen& listen)
        : score_(score),
          listen_(listen),
          mixer_(0, audio::channels_of(score.listening)),
          last_sound_(last_sound(score)),
          most_silence_(most_silence(score)) {}

    Replay play() {
        for (std::size_t i = 0; i < score_.events.size() && finished(result_.ending); ++i) {
            fill_to(std::min(score_.events[i].frame, score_.frames));
            if (score_.events[i].frame >= score_.frames || over()) break;
            begin_event(i);
        }
        if (finished(result_.ending)) fill_to(score_.frames);
        result_.frames = at_;
        return result_;
    }

private:
    void begin_event(std::size_t i) {
        try {
            std::visit([this](const auto& what) { begin(what); }, score_.events[i].what);
        } catch (const std::invalid_argument& error) {
            throw std::invalid_argument("events[" + std::to_string(i) + "]: " + error.what());
        }
    }

    /// Nothing sounds, nothing will, and that for longer than in any recording.
    bool over() const { return at_ > quiet_since_ + most_silence_; }

    void begin(const studio::PopEvent& pop) {
        const studio::Patch& patch = score_.patches[pop.patch];
        studio::Take take = make_take(patch, pop.request);
        note(patch.name, take.ending);
        audio::Order order{audio::Order::Kind::sound};
        order.channels = take.channels;
        send(order, std::move(take.samples));
    }

    void begin(const studio::LevelEvent& level) { send(level_order(level.dbfs)); }

    void begin(const studio::GraspEvent& grasp) {
        stream_.emplace(score_.patches[grasp.patch], grasp.left, grasp.take);
    }

    void begin(const studio::HandEvent& hand) {
        if (!stream_) throw std::invalid_argument("a score may not move a hand that holds nothing");
        const HandPoint point{hand.position, hand.velocity, hand.rise_time};
        PullStream::Piece piece = hand.last ? stream_->last(point) : stream_->advance(point);
        note("pull", piece.ending);
        send_block(std::move(piece.samples), hand.last);
    }

    void begin(const studio::LossEvent&) {
        if (!stream_) throw std::invalid_argument("a score may not lose what no hand holds");
        send_block(std::vector<float>(stream_->block_frames() * mixer_.channels()), true);
    }

    void note(const std::string& part, const studio::Ending& ending) {
        result_.part = part;
        result_.ending = ending;
    }

    void send_block(std::vector<float> samples, bool last) {
        audio::Order order{audio::Order::Kind::stream};
        order.last = last;
        order.channels = mixer_.channels();
        send(order, std::move(samples));
        if (last) stream_.reset();
    }

    void send(audio::Order order, std::vector<float> samples) {
        if (samples.empty()) return;  // nothing popped, or it could not finish
        const std::vector<float>& kept = samples_[next_id_] = std::move(samples);
        order.samples = kept;
        send(order);
    }

    void send(audio::Order order) {
        order.id = next_id_++;
        if (!mixer_.send(order)) throw std::invalid_argument("a score may not ask for so much at once");
        take_receipts();
    }

    void take_receipts() {
        for (audio::Receipt receipt; mixer_.receive(receipt);)
            if (receipt.kind != audio::Receipt::Kind::started) samples_.erase(receipt.id);
    }

    void fill_to(std::uint64_t frame) {
        while (at_ < frame && !over()) {
            const std::size_t count = std::min<std::uint64_t>(frame - at_, most_frames_at_once);
            mixer_.fill(block_.data(), count);
            listen_(std::span(block_).first(count * mixer_.channels()));
            at_ += count;
            take_receipts();
            if (!samples_.empty() || at_ <= last_sound_) quiet_since_ = at_;
        }
    }

    const studio::Score& score_;
    const Listen& listen_;
    Replay result_;
    audio::Mixer mixer_;
    std::vector<float> block_ = std::vector<float>(most_frames_at_once * mixer_.channels());
    std::uint64_t last_sound_, most_silence_;
    std::uint64_t at_ = 0, quiet_since_ = 0, next_id_ = 1;
    std::optional<PullStream> stream_;
    std::map<std::uint64_t, std::vector<float>> samples_;  // under way, by id
};

}  // namespace

Replay replay(const studio::Score& score, const Listen& listen) { return Replayer(score, listen).play(); }

}  // namespace synovia::instrument
