// Where the mixer's sound goes: the sound card, or nowhere at the pace of one.
#pragma once
#include <memory>
#include <string>

#include "apps/cli/options.hpp"
#include "audio/device/device.hpp"
#include "audio/device/device_stream.hpp"
#include "audio/live/mixer.hpp"
#include "audio/live/null_clock.hpp"

namespace synovia::cli {

inline constexpr std::size_t frames_per_buffer = 256;

/// A device that has been chosen but does not play yet.
class Card {
public:
    /// The device that is asked for by name or index, "null", or the default; says so when it plays another rate than
    /// 48 kHz. Throws audio::DeviceError.
    explicit Card(const LiveOptions& options);

    int sample_rate_hz() const { return sample_rate_hz_; }
    const std::string& name() const { return name_; }

    /// The mixer's fill is called from here on until stop().
    void start(audio::Mixer& mixer);
    /// The watchdog, to be called at least every second. Throws audio::DeviceError when the device is lost.
    void watch();
    /// Lets the device play what it has been given, then closes it; start() opens it again.
    void stop();
    /// At once, whatever state it is in.
    void close() noexcept;

    double latency_s() const;
    std::uint64_t underflows() const;

private:
    std::unique_ptr<audio::Driver> driver_;  // absent: the null clock
    audio::OutputDevice device_;
    std::string name_ = null_device;
    int sample_rate_hz_ = 48000;
    std::unique_ptr<audio::NullClock> clock_;
    std::unique_ptr<audio::OutputStream> stream_;
    std::uint64_t underflows_ = 0;  // of what has been stopped
};

}  // namespace synovia::cli
