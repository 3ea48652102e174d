#include "apps/cli/live/card.hpp"

#include "apps/cli/play/play_device.hpp"

namespace synovia::cli {
namespace {

constexpr int usual_rate_hz = 48000;

/// Who only wants to see it needs no card.
audio::OutputDevice chosen(audio::Driver& driver, const std::string& wanted) {
    const std::vector<audio::OutputDevice> devices = driver.devices();
    if (devices.empty()) throw audio::DeviceError("no sound device; --device null plays without one, in silence");
    return choose_device(devices, wanted);
}

}  // namespace

Card::Card(const LiveOptions& options) {
    if (options.device == null_device) return;
    driver_ = audio::system_driver(options.verbose);
    device_ = chosen(*driver_, options.device);
    name_ = device_.name;
    sample_rate_hz_ = agreed_rate_hz(*driver_, device_, usual_rate_hz, options.common.quiet);
    check_rendered_rate(device_, sample_rate_hz_);
}

void Card::start(audio::Mixer& mixer) {
    if (!driver_) {
        clock_ = std::make_unique<audio::NullClock>(
            sample_rate_hz_, frames_per_buffer, [&mixer](float* out, std::size_t frames) { mixer.fill(out, frames); },
            mixer.channels());
        return;
    }
    audio::StreamSettings settings;
    settings.device = device_;
    settings.sample_rate_hz = sample_rate_hz_;
    settings.frames_per_buffer = frames_per_buffer;
    settings.channels = mixer.channels();
    stream_ = std::make_unique<audio::OutputStream>(*driver_, settings, [&mixer](float* out, std::size_t frames) {
        mixer.fill(out, frames);
        return true;
    });
    stream_->start();
}

void Card::watch() {
    if (stream_) stream_->wait(0.0);
}

void Card::stop() {
    if (stream_) {
        stream_->finish();
        for (int i = 0; i < 30 && !stream_->wait(0.1); ++i) continue;
    }
    underflows_ = underflows();
    close();
}

void Card::close() noexcept {
    clock_.reset();
    stream_.reset();
}

double Card::latency_s() const { return stream_ ? stream_->figures().latency_s : 0.0; }

std::uint64_t Card::underflows() const {
    if (clock_) return underflows_ + clock_->underflows();
    return underflows_ + (stream_ ? stream_->figures().underflows : 0);
}

}  // namespace synovia::cli
