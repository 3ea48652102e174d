#include "apps/cli/play/null_driver.hpp"

#include <atomic>
#include <optional>
#include <utility>

#include "apps/cli/options.hpp"
#include "audio/live/null_clock.hpp"

namespace synovia::cli {
namespace {

class NullStream : public audio::DriverStream {
public:
    NullStream(audio::StreamSettings settings, std::shared_ptr<audio::FrameSource> source)
        : settings_(std::move(settings)), source_(std::move(source)) {}

    void start() override {
        clock_.emplace(
            settings_.sample_rate_hz, settings_.frames_per_buffer,
            [this](float* out, std::size_t frames) {
                const std::size_t channels = settings_.channels;
                if (active_) active_ = source_->pull({out, frames * channels}, channels, false);
            },
            settings_.channels);
    }
    bool active() override { return active_; }
    double latency_s() const override { return 0.0; }

private:
    audio::StreamSettings settings_;
    std::shared_ptr<audio::FrameSource> source_;
    std::atomic<bool> active_{true};
    std::optional<audio::NullClock> clock_;  // the last member: its thread uses the others
};

class NullDriver : public audio::Driver {
public:
    std::vector<audio::OutputDevice> devices() override { return {{0, null_device, "none", 48000.0, 0.0, 1, true}}; }
    bool accepts(int, double) override { return true; }
    std::unique_ptr<audio::DriverStream> open(const audio::StreamSettings& settings,
                                              std::shared_ptr<audio::FrameSource> source) override {
        return std::make_unique<NullStream>(settings, std::move(source));
    }
};

}  // namespace

std::unique_ptr<audio::Driver> null_driver() { return std::make_unique<NullDriver>(); }

}  // namespace synovia::cli
