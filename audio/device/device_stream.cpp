#include "audio/device/device_stream.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cmath>
#include <thread>

#include "audio/live/denormals.hpp"

namespace synovia::audio {
namespace {

constexpr auto poll_time = std::chrono::milliseconds(5);

constexpr std::size_t most_frames_at_once = 1024;

/// One frame of the sound to one of the device: each channel its own, the only one all, too many the mean of those that
/// share one.
void to_device(std::span<const float> sound, std::span<float> device) noexcept {
    for (std::size_t d = 0; d < device.size(); ++d) {
        float sum = 0.0F, count = 0.0F;
        for (std::size_t c = d; c < sound.size(); c += device.size(), ++count) sum += sound[c];
        device[d] = sound.size() == 1 ? sound[0] : count > 0.0F ? sum / count : 0.0F;
    }
}

/// To zero over `length` frames, of which `begin` are over.
void fade_out(std::span<float> frames, std::size_t channels, std::size_t begin, std::size_t length) noexcept {
    for (std::size_t i = 0; i < frames.size(); ++i)
        frames[i] *= static_cast<float>(length - 1 - begin - i / channels) / static_cast<float>(length);
}

}  // namespace

double accepted_rate(Driver& driver, const OutputDevice& device, double wanted_hz) {
    for (const double rate : {wanted_hz, device.default_rate_hz})
        if (driver.accepts(device.index, rate)) return rate;
    throw DeviceError("the sound device " + device.name + " refuses " + std::to_string(std::lround(wanted_hz)) +
                      " Hz and its own " + std::to_string(std::lround(device.default_rate_hz)) + " Hz");
}

std::size_t tail_frames(const StreamSettings& settings, double latency_s) {
    constexpr double margin_s = 0.05;
    const double buffers_s = 2.0 * static_cast<double>(settings.frames_per_buffer) / settings.sample_rate_hz;
    return static_cast<std::size_t>(
        std::ceil((2.0 * std::max(latency_s, buffers_s) + margin_s) * settings.sample_rate_hz));
}

/// What the driver's thread sees. Plain members are its own, atomic ones are shared with the other side.
class OutputStream::Source : public FrameSource {
public:
    Source(Fill fill, std::size_t channels)
        : fill_(std::move(fill)), channels_(channels), block_(most_frames_at_once * channels) {}

    bool pull(std::span<float> interleaved, std::size_t channels, bool underflow) noexcept override {
        const DenormalsOff denormals_off;
        const std::size_t frames = interleaved.size() / channels;
        const bool finishing = finishing_ && !over_;
        for (std::size_t n = 0; n < frames; n += most_frames_at_once) {
            const std::size_t count = std::min(most_frames_at_once, frames - n);
            const std::span<float> block(block_.data(), count * channels_);
            next_block(block);
            if (finishing) fade_out(block, channels_, n, frames);
            for (std::size_t i = 0; i < count; ++i)
                to_device(block.subspan(i * channels_, channels_), interleaved.subspan((n + i) * channels, channels));
        }
        over_ = over_ || finishing;
        frames_.fetch_add(frames, std::memory_order_relaxed);
        underflows_.fetch_add(underflow ? 1 : 0, std::memory_order_relaxed);
        callbacks_.fetch_add(1, std::memory_order_relaxed);
        if (!over_ || silent_frames_ < tail_frames_) return true;
        heard_.store(true, std::memory_order_release);
        return false;
    }

    void set_tail(std::size_t frames) { tail_frames_ = frames; }
    void finish() noexcept { finishing_ = true; }
    bool heard() const { return heard_.load(std::memory_order_acquire); }

    /// After this the fill is not running and will not be called, even if the driver's thread goes on for ever.
    void disconnect() {
        connected_ = false;
        while (filling_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }

    void report(StreamFigures& figures) const {
        figures.callbacks = callbacks_.load(std::memory_order_relaxed);
        figures.frames = frames_.load(std::memory_order_relaxed);
        figures.underflows = underflows_.load(std::memory_order_relaxed);
    }

private:
    void next_block(std::span<float> block) noexcept {
        if (!over_) {
            over_ = !call_fill(block);
            return;
        }
        std::ranges::fill(block, 0.0F);
        silent_frames_ += block.size() / channels_;
    }

    /// Sequentially consistent with disconnect(): either it sees `filling_`, or this sees that it is disconnected.
    bool call_fill(std::span<float> block) noexcept {
        filling_ = true;
        bool more = false;
        if (connected_)
            more = fill_(block.data(), block.size() / channels_);
        else
            std::ranges::fill(block, 0.0F);
        filling_ = false;
        return more;
    }

    Fill fill_;
    std::size_t channels_;
    std::vector<float> block_;  // of the sound, made before the driver's thread is
    std::size_t tail_frames_ = 0;
    std::size_t silent_frames_ = 0;
    bool over_ = false;
    std::atomic<bool> connected_ = true;
    std::atomic<bool> filling_ = false;
    std::atomic<bool> finishing_ = false;
    std::atomic<bool> heard_ = false;
    std::atomic<std::uint64_t> callbacks_ = 0;
    std::atomic<std::uint64_t> frames_ = 0;
    std::atomic<std::uint64_t> underflows_ = 0;
    static_assert(std::atomic<std::uint64_t>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);
};

OutputStream::OutputStream(Driver& driver, const StreamSettings& settings, Fill fill)
    : name_("the sound device " + settings.device.name),
      sample_rate_hz_(settings.sample_rate_hz),
      source_(std::make_shared<Source>(std::move(fill), settings.channels)),
      stream_(driver.open(settings, source_)) {
    source_->set_tail(tail_frames(settings, stream_->latency_s()));
}

OutputStream::~OutputStream() {
    source_->disconnect();
    stream_.reset();
}

void OutputStream::start() {
    seen_ = watched_ = Clock::now();
    stream_->start();
}

void OutputStream::finish() noexcept { source_->finish(); }

bool OutputStream::wait(double seconds) {
    const auto until = Clock::now() + std::chrono::duration<double>(seconds);
    while (!source_->heard()) {
        watch();
        if (Clock::now() >= until) return false;
        std::this_thread::sleep_for(poll_time);
    }
    return true;
}

/// Throws when nothing moves any more.
void OutputStream::watch() {
    const std::chrono::duration<double> patience(patience_s);
    const Clock::time_point now = Clock::now();
    // The whole program was stopped (Ctrl-Z) and goes on: the device's thread comes back as late as this one.
    if (now - watched_ > patience / 2) seen_ = now;
    watched_ = now;
    const bool active = stream_->active();  // asked first: heard() may become true in between
    const std::uint64_t callbacks = figures().callbacks;
    if (!active && !source_->heard())
        throw DeviceError(name_ + " was lost" + (callbacks == 0 ? " before it played" : ""));
    if (callbacks != seen_callbacks_) {
        seen_callbacks_ = callbacks;
        seen_ = now;
    } else if (now - seen_ > patience) {
        throw DeviceError(name_ + (callbacks == 0 ? " opened but never asked for sound"
                                                  : " stopped in the middle of the sound: lost or stuck"));
    }
}

StreamFigures OutputStream::figures() const {
    StreamFigures figures{sample_rate_hz_, stream_->latency_s()};
    source_->report(figures);
    return figures;
}

}  // namespace synovia::audio
