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

/// Makes each sound when its frame has come, and frees it when it has ended.
class Replayer {
public:
    Replayer(const studio::Score& score, const Listen& listen)
        : score_(score), listen_(listen), mixer_(0, audio::channels_of(score.listening)) {}

    Replay play() {
        for (const studio::ScoreEvent& event : score_.events) {
            if (event.frame >= score_.frames) break;
            fill_to(event.frame);
            std::visit([this](const auto& what) { begin(what); }, event.what);
            if (!finished(result_.ending)) return result_;
        }
        fill_to(score_.frames);
        return result_;
    }

private:
    void begin(const studio::PopEvent& pop) {
        const studio::Patch& patch = score_.patches[pop.patch];
        studio::Take take = make_take(patch, pop.request);
        note(patch.name, take.ending);
        audio::Order order{audio::Order::Kind::sound};
        order.channels = take.channels;
        send(order, std::move(take.samples));
    }

    void begin(const studio::LevelEvent& level) { send(level_order(level.dbfs)); }

    void begin(const studio::GraspEvent& grasp) { stream_.emplace(score_.patches[grasp.patch], grasp.residual_radius); }

    void begin(const studio::HandEvent& hand) {
        if (!stream_) throw std::invalid_argument("a score may not move a hand that holds nothing");
        const HandPoint point{hand.position, hand.velocity};
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
        while (at_ < frame) {
            const std::size_t count = std::min<std::uint64_t>(frame - at_, most_frames_at_once);
            mixer_.fill(block_.data(), count);
            listen_(std::span(block_).first(count * mixer_.channels()));
            at_ += count;
            take_receipts();
        }
    }

    const studio::Score& score_;
    const Listen& listen_;
    Replay result_;
    audio::Mixer mixer_;
    std::vector<float> block_ = std::vector<float>(most_frames_at_once * mixer_.channels());
    std::uint64_t at_ = 0, next_id_ = 1;
    std::optional<PullStream> stream_;
    std::map<std::uint64_t, std::vector<float>> samples_;  // under way, by id
};

}  // namespace

Replay replay(const studio::Score& score, const Listen& listen) { return Replayer(score, listen).play(); }

}  // namespace synovia::instrument
