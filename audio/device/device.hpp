// What synovia asks of a sound library. PortAudio stands behind it in device_portaudio.cpp; another library would be
// one more file like that, and tests bring a driver of their own.
#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace synovia::audio {

/// No device, an unknown one, one that is lost or does not answer; what() says which in a sentence.
class DeviceError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct OutputDevice {
    int index = 0;  ///< what the driver knows it by
    std::string name;
    std::string host_api;  ///< "ALSA", "JACK Audio Connection Kit"
    double default_rate_hz = 0.0;
    double latency_s = 0.0;  ///< the lowest it offers
    int channels = 0;
    bool is_default = false;
};

struct StreamSettings {
    OutputDevice device;
    double sample_rate_hz = 48000.0;
    std::size_t frames_per_buffer = 256;  ///< never left to the library: odd periods crackle on PipeWire
    double latency_s = 0.0;               ///< wished for; 0: the lowest the device offers
    std::size_t channels = 1;  ///< of the sound; the device is opened with as many, of one with two, if it can
};

/// Where a driver gets its samples from. Called on the driver's own thread.
class FrameSource {
public:
    virtual ~FrameSource() = default;
    /// Fills all of `interleaved`; `underflow`: samples were missing before this block. False: that was the last block.
    /// Must not allocate, lock or call the system.
    virtual bool pull(std::span<float> interleaved, std::size_t channels, bool underflow) noexcept = 0;
};

/// A stream of a driver; the destructor closes it, whatever its state.
class DriverStream {
public:
    virtual ~DriverStream() = default;
    /// From now on the source is asked for frames.
    virtual void start() = 0;
    virtual bool active() = 0;
    /// From a frame's being pulled to its being heard, as the device reports it.
    virtual double latency_s() const = 0;
};

/// Every member throws DeviceError, and none waits longer than three seconds.
class Driver {
public:
    virtual ~Driver() = default;
    /// Everything that plays, the default first where there is one.
    virtual std::vector<OutputDevice> devices() = 0;
    virtual bool accepts(int device, double sample_rate_hz) = 0;
    virtual std::unique_ptr<DriverStream> open(const StreamSettings& settings, std::shared_ptr<FrameSource> source) = 0;
};

/// The sound library this program was built with. What it prints by itself goes nowhere unless `verbose`.
/// It must be the only one alive, and be made before other threads are.
/// Throws DeviceError where there is none, or where it would crash or hang on this machine's configuration.
std::unique_ptr<Driver> system_driver(bool verbose = false);

/// `wanted_hz` where the device takes it, else the device's default rate. Throws DeviceError where it takes neither.
double accepted_rate(Driver& driver, const OutputDevice& device, double wanted_hz);

}  // namespace synovia::audio
