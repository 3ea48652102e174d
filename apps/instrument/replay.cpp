#include "apps/instrument/replay.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <stdexcept>
#include <utility>

#include "apps/instrument/order_book.hpp"
#include "apps/instrument/pull_stream.hpp"
#include "apps/studio/overloaded.hpp"
#include "audio/live/mixer.hpp"

namespace synovia::instrument {
namespace {

static_assert(studio::highest_score_level_dbfs == audio::highest_level_dbfs);

/// Makes all that sounds, then plays the orders at their frames.
class Replayer {
public:
    explicit Replayer(const studio::Score& score) : score_(score) { result_.samples.resize(score.frames); }

    Replay play() {
        for (const studio::ScoreEvent& event : score_.events) {
            prepare(event);
            if (!finished(result_.ending)) return {{}, result_.part, result_.ending};
        }
        for (const auto& [frame, order] : orders_) {
            fill_to(frame);
            if (!mixer_.send(order)) throw std::invalid_argument("a score may not ask for so much at once");
            take_receipts();
        }
        fill_to(score_.frames);
        return std::move(result_);
    }

private:
    void take_receipts() {
        for (audio::Receipt receipt; mixer_.receive(receipt);) continue;
    }

    void fill_to(std::uint64_t frame) {
        constexpr std::uint64_t block = 4096;
        const std::uint64_t end = std::min(frame, score_.frames);
        for (; at_ < end; at_ = std::min(end, at_ + block)) {
            mixer_.fill(result_.samples.data() + at_, std::min(end - at_, block));
            take_receipts();
        }
    }

    void prepare(const studio::ScoreEvent& event) {
        std::visit(studio::Overloaded{[&](const studio::PopEvent& e) { prepare_pop(event.frame, e); },
                                      [&](const studio::LevelEvent& e) { prepare_level(event.frame, e); },
                                      [&](const studio::GraspEvent& e) {
                                          stream_.emplace(score_.patches[e.patch], e.residual_radius);
                                      },
                                      [&](const studio::HandEvent& e) { prepare_block(event.frame, e); },
                                      [&](const studio::LossEvent&) { prepare_loss(event.frame); }},
                   event.what);
    }

    void prepare_pop(std::uint64_t frame, const studio::PopEvent& pop) {
        const studio::Patch& patch = score_.patches[pop.patch];
        studio::Take take = make_take(patch, pop.request);
        note(patch.name, take.ending);
        add_samples(frame, audio::Order::Kind::sound, std::move(take.samples), false);
    }

    void prepare_level(std::uint64_t frame, const studio::LevelEvent& level) { add(frame, level_order(level.dbfs)); }

    void prepare_block(std::uint64_t frame, const studio::HandEvent& hand) {
        if (!stream_) return;
        const HandPoint point{hand.position, hand.velocity};
        PullStream::Piece piece = hand.last ? stream_->last(point) : stream_->advance(point);
        note("pull", piece.ending);
        add_samples(frame, audio::Order::Kind::stream, std::move(piece.samples), hand.last);
    }

    void prepare_loss(std::uint64_t frame) {
        if (!stream_) return;
        add_samples(frame, audio::Order::Kind::stream, std::vector<float>(stream_->block_frames()), true);
    }

    void note(const std::string& part, const studio::Ending& ending) {
        result_.part = part;
        result_.ending = ending;
    }

    void add_samples(std::uint64_t frame, audio::Order::Kind kind, std::vector<float> samples, bool last) {
        if (samples.empty()) return;  // nothing popped
        audio::Order order{kind};
        order.samples = samples_.emplace_back(std::move(samples));
        order.last = last;
        add(frame, order);
    }

    void add(std::uint64_t frame, audio::Order order) {
        order.id = orders_.size();
        orders_.emplace_back(frame, order);
        // Pops and pieces of the stream start in an order of their own; equal frames keep theirs.
        for (std::size_t i = orders_.size() - 1; i > 0 && orders_[i - 1].first > orders_[i].first; --i)
            std::swap(orders_[i - 1], orders_[i]);
    }

    const studio::Score& score_;
    Replay result_;
    audio::Mixer mixer_;
    std::uint64_t at_ = 0;
    std::optional<PullStream> stream_;
    std::deque<std::vector<float>> samples_;
    std::vector<std::pair<std::uint64_t, audio::Order>> orders_;
};

}  // namespace

Replay replay(const studio::Score& score) { return Replayer(score).play(); }

}  // namespace synovia::instrument
