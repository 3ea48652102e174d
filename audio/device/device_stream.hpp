// A sound that plays: a fill callback connected to a device, with an end that is heard and a watchdog.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "audio/device/device.hpp"

namespace synovia::audio {

/// Writes the next `frames` frames, StreamSettings::channels interleaved, full scale = 1, all of them. False: nothing
/// but silence follows.
/// Real-time code: called on the driver's thread with denormals off; no allocation, lock, file, system call, exception.
using Fill = std::function<bool(float* out, std::size_t frames)>;

struct StreamFigures {
    double sample_rate_hz = 0.0;
    double latency_s = 0.0;  ///< that the device reports
    std::uint64_t callbacks = 0;
    std::uint64_t frames = 0;
    std::uint64_t underflows = 0;  ///< blocks before which the device had run dry
};

/// How much silence follows a sound [frames], so that a library that drops what is still in its buffers when it stops
/// (PortAudio on ALSA does) drops silence: 2 max(latency, two buffers) + 50 ms.
std::size_t tail_frames(const StreamSettings& settings, double latency_s);

/// One channel is heard on all of the device; of several each has its own, or shares it with others (their mean) where
/// the device has fewer.
class OutputStream {
public:
    /// Opens the device. The fill is not called before start(), nor after the destructor has returned.
    OutputStream(Driver& driver, const StreamSettings& settings, Fill fill);
    ~OutputStream();
    OutputStream(const OutputStream&) = delete;
    OutputStream& operator=(const OutputStream&) = delete;

    void start();
    /// Asks for the end: the next block fades out, silence follows. From any thread.
    void finish() noexcept;
    /// Waits for the end, at most this long; true once everything was heard. Call it at least every second: it is also
    /// the watchdog. Throws DeviceError when the device is lost or has not asked for samples for `patience_s`,
    /// not counting the time in which nobody watched.
    bool wait(double seconds);
    StreamFigures figures() const;

    double patience_s = 2.0;

private:
    class Source;
    using Clock = std::chrono::steady_clock;
    void watch();

    std::string name_;  // as messages call the device
    double sample_rate_hz_;
    std::shared_ptr<Source> source_;  // shared with a driver that may hang and never let go
    std::unique_ptr<DriverStream> stream_;
    std::uint64_t seen_callbacks_ = 0;
    Clock::time_point seen_, watched_;
};

}  // namespace synovia::audio
