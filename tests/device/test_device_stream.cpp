// The stream against a driver made of words, which plays as fast as it is asked to and can die in every way.
#include "audio/device/device_stream.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <thread>

using namespace synovia::audio;

namespace {

enum class Behaviour { plays, never_calls, stops_calling, goes_away };

constexpr std::size_t block_frames = 256;
constexpr std::size_t channels = 2;

class FakeStream : public DriverStream {
public:
    FakeStream(Behaviour behaviour, std::shared_ptr<FrameSource> source, std::vector<float>& heard)
        : behaviour_(behaviour), source_(std::move(source)), heard_(heard) {}
    ~FakeStream() override {
        closing_ = true;
        if (thread_.joinable()) thread_.join();
    }

    void start() override {
        active_ = true;
        thread_ = std::thread([this] { run(); });
    }
    bool active() override { return active_; }
    double latency_s() const override { return 0.02; }

private:
    void run() {
        std::vector<float> block(block_frames * channels);
        for (int count = 0; !closing_ && behaviour_ != Behaviour::never_calls; ++count) {
            if (count == 3 && behaviour_ != Behaviour::plays) break;
            const bool more = source_->pull(block, channels, count == 1);
            heard_.insert(heard_.end(), block.begin(), block.end());
            if (!more) break;
            std::this_thread::yield();
        }
        if (behaviour_ == Behaviour::plays || behaviour_ == Behaviour::goes_away) active_ = false;
    }

    Behaviour behaviour_;
    std::shared_ptr<FrameSource> source_;
    std::vector<float>& heard_;
    std::atomic<bool> active_ = false;
    std::atomic<bool> closing_ = false;
    std::thread thread_;
};

class FakeDriver : public Driver {
public:
    explicit FakeDriver(Behaviour behaviour = Behaviour::plays) : behaviour_(behaviour) {}
    std::vector<OutputDevice> devices() override { return {{0, "fake", "words", 44100.0, 0.02, 2, true}}; }
    bool accepts(int, double rate) override { return rate == accepted_rate_hz; }
    std::unique_ptr<DriverStream> open(const StreamSettings&, std::shared_ptr<FrameSource> source) override {
        return std::make_unique<FakeStream>(behaviour_, std::move(source), heard);
    }

    std::vector<float> heard;
    double accepted_rate_hz = 44100.0;

private:
    Behaviour behaviour_;
};

/// 1, 2, 3, ... `length`, then silence.
Fill counting(int length) {
    return [next = 0, length](float* out, std::size_t frames) mutable {
        for (std::size_t n = 0; n < frames; ++n) out[n] = next < length ? static_cast<float>(++next) : 0.0F;
        return next < length;
    };
}

bool play_to_the_end(OutputStream& stream) {
    stream.start();
    for (int i = 0; i < 1000; ++i)
        if (stream.wait(0.01)) return true;
    return false;
}

bool silence(float* out, std::size_t frames) {
    std::fill_n(out, frames, 0.0F);
    return true;
}

StreamSettings on(FakeDriver& driver) {
    StreamSettings settings;
    settings.device = driver.devices().front();
    return settings;
}

std::string failure_of(Behaviour behaviour) {
    FakeDriver driver(behaviour);
    OutputStream stream(driver, on(driver), silence);
    stream.patience_s = 0.05;
    try {
        play_to_the_end(stream);
    } catch (const DeviceError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("every sample arrives once, in order, on both channels") {
    for (const int length : {1, 255, 256, 257, 1000}) {
        CAPTURE(length);
        FakeDriver driver;
        {
            OutputStream stream(driver, {}, counting(length));
            REQUIRE(play_to_the_end(stream));
        }
        REQUIRE(driver.heard.size() > 2 * static_cast<std::size_t>(length));
        std::size_t wrong = 0;
        for (std::size_t n = 0; n < driver.heard.size() / 2; ++n) {
            const float expected = n < static_cast<std::size_t>(length) ? static_cast<float>(n + 1) : 0.0F;
            wrong += driver.heard[2 * n] != expected || driver.heard[2 * n + 1] != expected ? 1U : 0U;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("each channel of a sound has its own of the device, and those too many share one") {
    const auto counting_frames = [](std::size_t of) {  // 1 on channel 0, 2 on channel 1, ... for 300 frames
        return [next = std::size_t{0}, of](float* out, std::size_t frames) mutable {
            for (std::size_t n = 0; n < frames; ++n, ++next)
                for (std::size_t c = 0; c < of; ++c) out[n * of + c] = next < 300 ? static_cast<float>(c + 1) : 0.0F;
            return next < 300;
        };
    };
    const auto heard_of = [&](std::size_t of) {
        FakeDriver driver;
        StreamSettings settings = on(driver);
        settings.channels = of;
        OutputStream stream(driver, settings, counting_frames(of));
        REQUIRE(play_to_the_end(stream));
        return std::array{driver.heard[0], driver.heard[1], driver.heard[2 * 299], driver.heard[2 * 300 + 1]};
    };
    CHECK(heard_of(1) == std::array{1.0F, 1.0F, 1.0F, 0.0F});
    CHECK(heard_of(2) == std::array{1.0F, 2.0F, 1.0F, 0.0F});
    CHECK(heard_of(3) == std::array{2.0F, 2.0F, 2.0F, 0.0F});  // the means of 1 and 3, and of 2
}

TEST_CASE("silence follows the sound for twice the latency and 50 ms, no longer than a block more") {
    FakeDriver driver;
    {
        OutputStream stream(driver, {}, counting(100));
        REQUIRE(play_to_the_end(stream));
    }
    const std::size_t tail = tail_frames({}, 0.02);
    CHECK(tail == 4320);  // (2 * 0.02 + 0.05) * 48000
    const std::size_t after_the_block = driver.heard.size() / channels - block_frames;
    CHECK(after_the_block >= tail);
    CHECK(after_the_block < tail + block_frames);
    // A device that reports no latency has two buffers of it.
    CHECK(tail_frames({}, 0.0) == 3424);  // (2 * 512/48000 + 0.05) * 48000
}

TEST_CASE("the figures count callbacks, frames and underflows") {
    FakeDriver driver;
    StreamFigures figures;
    {
        OutputStream stream(driver, {}, counting(100));
        REQUIRE(play_to_the_end(stream));
        figures = stream.figures();
    }
    CHECK(figures.callbacks == driver.heard.size() / (block_frames * channels));
    CHECK(figures.frames == driver.heard.size() / channels);
    CHECK(figures.underflows == 1);
    CHECK(figures.latency_s == 0.02);
    CHECK(figures.sample_rate_hz == 48000.0);
}

TEST_CASE("finish fades out within a block and ends") {
    FakeDriver driver;
    {
        OutputStream stream(driver, {}, [](float* out, std::size_t frames) {
            std::fill_n(out, frames, 1.0F);
            return true;
        });
        stream.start();
        while (stream.figures().callbacks < 5) std::this_thread::yield();
        stream.finish();
        REQUIRE(stream.wait(10.0));
    }
    std::vector<float> left;
    for (std::size_t n = 0; n < driver.heard.size(); n += channels) left.push_back(driver.heard[n]);
    CHECK(left.front() == 1.0F);
    CHECK(left.back() == 0.0F);
    float largest_step = 0.0F;
    for (std::size_t n = 1; n < left.size(); ++n)
        largest_step = std::max(largest_step, std::abs(left[n] - left[n - 1]));
    CHECK(largest_step <= 1.001F / static_cast<float>(block_frames));  // a ramp over the block, float rounding
}

TEST_CASE("a device that never calls, stops calling or goes away is an error that says which") {
    CHECK(failure_of(Behaviour::never_calls) == "the sound device fake opened but never asked for sound");
    CHECK(failure_of(Behaviour::stops_calling) ==
          "the sound device fake stopped in the middle of the sound: lost or stuck");
    CHECK(failure_of(Behaviour::goes_away) == "the sound device fake was lost");
}

TEST_CASE("a program that was stopped and goes on does not blame the device") {
    FakeDriver driver(Behaviour::never_calls);
    OutputStream stream(driver, on(driver), silence);
    stream.patience_s = 0.05;
    stream.start();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    CHECK_FALSE(stream.wait(0.0));
}

TEST_CASE("the fill is never called again once the stream is gone, even if the driver goes on") {
    /// A driver that keeps the source for ever, as one that hangs does.
    class Keeper : public FakeDriver {
    public:
        std::unique_ptr<DriverStream> open(const StreamSettings& settings,
                                           std::shared_ptr<FrameSource> source) override {
            kept = source;
            return FakeDriver::open(settings, std::move(source));
        }
        std::shared_ptr<FrameSource> kept;
    } driver;
    int calls = 0;
    {
        OutputStream stream(driver, {}, [&calls](float*, std::size_t) {
            ++calls;
            return true;
        });
    }
    std::vector<float> block(block_frames * channels, 1.0F);
    driver.kept->pull(block, channels, false);
    CHECK(calls == 0);
    CHECK(std::ranges::all_of(block, [](float x) { return x == 0.0F; }));
}

TEST_CASE("denormals are zero inside the fill and back outside") {
    FakeDriver driver;
    std::atomic<float> product = 1.0F;
    OutputStream stream(driver, {}, [&product](float* out, std::size_t frames) {
        volatile float small = 1e-30F;
        product = small * small * 1e30F;
        volatile float least = 1e-38F;
        product = least * 0.01F;
        std::fill_n(out, frames, 0.0F);
        return false;
    });
    REQUIRE(play_to_the_end(stream));
#if defined(__SSE2__) || defined(__aarch64__)
    CHECK(product.load() == 0.0F);
#endif
    volatile float least = 1e-38F;
    CHECK(least * 0.01F > 0.0F);
}

TEST_CASE("a refused rate falls back to the device's own; a device that refuses both is an error") {
    FakeDriver driver;
    const OutputDevice device = driver.devices().front();
    CHECK(accepted_rate(driver, device, 48000.0) == 44100.0);
    driver.accepted_rate_hz = 48000.0;
    CHECK(accepted_rate(driver, device, 48000.0) == 48000.0);
    driver.accepted_rate_hz = 96000.0;
    CHECK_THROWS_WITH_AS(accepted_rate(driver, device, 48000.0),
                         "the sound device fake refuses 48000 Hz and its own 44100 Hz", DeviceError);
}
