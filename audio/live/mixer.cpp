#include "audio/live/mixer.hpp"

#include <algorithm>
#include <cmath>

#include "audio/core/level.hpp"
#include "audio/live/denormals.hpp"

namespace synovia::audio {
namespace {

/// The level moves by this share of what is left each frame: 20 ms to within 1 % at 48 kHz, so no click.
constexpr float level_share = 1.0F / 208.0F;

std::size_t frames_of(const Order& order) { return order.samples.size() / order.channels; }

float first_level() { return static_cast<float>(factor_of(first_level_dbfs)); }

}  // namespace

Mixer::Mixer(std::size_t tape_frames, std::size_t channels)
    : channels_(channels),
      tape_(std::max<std::size_t>(tape_frames * channels, 1)),
      taping_(tape_frames > 0),
      limiter_(channels),
      level_(first_level()),
      level_goal_(level_) {}

bool Mixer::send(const Order& order) {
    if (under_way_ == most_orders) return false;
    ++under_way_;
    return (order.kind == Order::Kind::stream ? stream_ : orders_).put(order);
}

bool Mixer::receive(Receipt& receipt) {
    if (!receipts_.take(receipt)) return false;
    if (receipt.kind != Receipt::Kind::started) --under_way_;
    return true;
}

Meter Mixer::meter() {
    return {frames_.load(std::memory_order_acquire),
            sounding_.load(),
            peak_.exchange(0.0F),
            starved_.load(),
            unrecorded_.load(),
            longest_block_.load()};
}

/// Never full: `most_orders` under way make at most two receipts each.
void Mixer::tell(Receipt::Kind kind, std::uint64_t id) { receipts_.put({kind, id, frame_}); }

void Mixer::fill(float* out, std::size_t frames) noexcept {
    const DenormalsOff scope;
    take_orders();
    float peak = 0.0F;
    const std::size_t samples = frames * channels_;
    for (std::size_t i = 0; i < samples; i += channels_, ++frame_) {
        Frame frame{};
        add_stream(frame);
        for (Voice& voice : voices_)
            if (voice.active) add_voice(voice, frame);
        level_ += (level_goal_ - level_) * level_share;
        limiter_.process({frame.data(), channels_});
        for (std::size_t c = 0; c < channels_; ++c) {
            out[i + c] = frame[c] * level_;
            peak = std::max(peak, std::abs(out[i + c]));
        }
    }
    if (taping_) tape({out, samples});
    if (peak > peak_.load()) peak_.store(peak);
    if (frames > longest_block_.load()) longest_block_.store(frames);
    const auto active = std::count_if(voices_.begin(), voices_.end(), [](const Voice& v) { return v.active; });
    sounding_.store(static_cast<std::size_t>(active) + (piece_.active ? 1 : 0));
    frames_.store(frame_, std::memory_order_release);
}

/// Whole frames alone, so that after a gap each channel is still itself.
void Mixer::tape(std::span<const float> samples) {
    const std::size_t room = (tape_.capacity() - tape_.size()) / channels_ * channels_;
    unrecorded_.fetch_add(samples.size() - tape_.put(samples.first(std::min(room, samples.size()))));
}

void Mixer::take_orders() {
    Order order;
    while (orders_.take(order)) {
        if (order.kind == Order::Kind::sound) {
            start_sound(order);
            continue;
        }
        tell(Receipt::Kind::started, order.id);
        level_goal_ = order.level;
        tell(Receipt::Kind::finished, order.id);
    }
}

Mixer::Voice* Mixer::free_voice() {
    const auto free = std::find_if(voices_.begin(), voices_.end(), [](const Voice& v) { return !v.active; });
    return free == voices_.end() ? nullptr : &*free;
}

void Mixer::steal_oldest() {
    Voice* oldest = nullptr;
    std::size_t sounding = 0;
    for (Voice& voice : voices_) {
        if (!voice.active || voice.fade > 0) continue;
        ++sounding;
        if (oldest == nullptr || voice.order.id < oldest->order.id) oldest = &voice;
    }
    if (sounding == polyphony) oldest->fade = fade_frames;
}

/// More than sixteen within the length of a fade are refused: there is no clean way to play them.
void Mixer::start_sound(const Order& order) {
    Voice* voice = free_voice();
    if (voice == nullptr) return tell(Receipt::Kind::refused, order.id);
    steal_oldest();
    *voice = {order, 0, 0, true};
    tell(Receipt::Kind::started, order.id);
}

void Mixer::finish(Voice& voice) {
    voice.active = false;
    tell(Receipt::Kind::finished, voice.order.id);
}

/// The voice's frame at its position; one channel is for all.
void Mixer::add(const Voice& voice, float gain, Frame& sum) const {
    const bool one = voice.order.channels == 1;
    const float* x = &voice.order.samples[voice.position * voice.order.channels];
    for (std::size_t c = 0; c < channels_; ++c) sum[c] += (one ? x[0] : x[c]) * gain;
}

/// A fade is a raised cosine, approximated by the cubic 3 s^2 - 2 s^3: no corner at either end.
void Mixer::add_voice(Voice& voice, Frame& sum) {
    float gain = 1.0F;
    bool over = false;
    if (voice.fade > 0) {
        const float s = static_cast<float>(voice.fade--) / static_cast<float>(fade_frames);
        gain = s * s * (3.0F - 2.0F * s);
        over = voice.fade == 0;
    }
    add(voice, gain, sum);
    if (++voice.position == frames_of(voice.order) || over) finish(voice);
}

/// The next piece begins in the very frame in which the last one ended.
void Mixer::add_stream(Frame& sum) {
    if (!piece_.active) {
        Order next;
        if (!stream_.take(next)) {
            if (piece_.position > 0) starved_.fetch_add(1, std::memory_order_relaxed);
            return;
        }
        piece_ = {next, 0, 0, true};
        tell(Receipt::Kind::started, next.id);
    }
    add(piece_, 1.0F, sum);
    if (++piece_.position == frames_of(piece_.order)) {
        finish(piece_);
        if (piece_.order.last) piece_.position = 0;
    }
}

}  // namespace synovia::audio
