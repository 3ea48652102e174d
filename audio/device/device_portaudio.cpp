// The driver that PortAudio offers: the only file that knows it.
#include <portaudio.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <string>

#include "audio/device/device.hpp"
#include "audio/device/device_guard.hpp"

namespace synovia::audio {
namespace {

// A library that hangs at one step must leave room for the message within three seconds.
constexpr double start_limit_s = 2.0;
constexpr double close_limit_s = 0.5;
// JACK 1.9 takes five seconds to let a client go that leaves while a gap in the sound is reported to it, and turns away
// the next one when it is not waited for.
constexpr double leave_limit_s = 6.0;
constexpr int heard_of_one_channel = 2;  // a sound of one channel is to be heard on both sides

[[noreturn]] void fail(const std::string& what, PaError error) {
    std::string reason = Pa_GetErrorText(error);
    const PaHostErrorInfo* host = Pa_GetLastHostErrorInfo();
    if (error == paUnanticipatedHostError && host != nullptr && host->errorText != nullptr && *host->errorText != '\0')
        reason += std::string(": ") + host->errorText;
    throw DeviceError(what + ": " + reason);
}

/// Has a call not come back? Then nothing may end PortAudio: two threads would free the same.
bool hung = false;

void limited(double limit_s, const std::string& what, std::function<void()> call) {
    try {
        within(limit_s, what, std::move(call));
    } catch (const Unresponsive&) {
        hung = true;
        throw;
    }
}

/// What PortAudio's thread uses: it stays as long as the stream may call.
struct Connection {
    std::string name;  // as messages call the device
    PaStream* stream = nullptr;
    std::shared_ptr<FrameSource> source;
    std::size_t channels = 0;
};

int pull(const void*, void* out, unsigned long frames, const PaStreamCallbackTimeInfo*, PaStreamCallbackFlags flags,
         void* user) {
    const auto& connection = *static_cast<Connection*>(user);
    const std::span<float> block(static_cast<float*>(out), frames * connection.channels);
    const bool underflow = (flags & paOutputUnderflow) != 0;
    return connection.source->pull(block, connection.channels, underflow) ? paContinue : paComplete;
}

class PortAudioStream : public DriverStream {
public:
    PortAudioStream(std::shared_ptr<Connection> connection, bool verbose)
        : connection_(std::move(connection)), verbose_(verbose) {
        const PaStreamInfo* info = Pa_GetStreamInfo(connection_->stream);
        latency_s_ = info == nullptr ? 0.0 : info->outputLatency;
    }
    PortAudioStream(const PortAudioStream&) = delete;
    PortAudioStream& operator=(const PortAudioStream&) = delete;

    /// A lost device can hold Pa_CloseStream for minutes (JACK) or for ever: then the stream is left open. What its
    /// thread uses stays, because the call that hangs holds it.
    ~PortAudioStream() override {
        if (hung) return;
        const ErrorsSilenced silenced(!verbose_);
        try {
            limited(close_limit_s, connection_->name,
                    [connection = connection_] { Pa_CloseStream(connection->stream); });
        } catch (const std::exception&) {
            return;
        }
    }

    void start() override {
        const ErrorsSilenced silenced(!verbose_);
        limited(start_limit_s, connection_->name, [connection = connection_] {
            const PaError error = Pa_StartStream(connection->stream);
            if (error != paNoError) fail(connection->name + " does not start", error);
        });
    }

    bool active() override { return Pa_IsStreamActive(connection_->stream) == 1; }
    double latency_s() const override { return latency_s_; }

private:
    std::shared_ptr<Connection> connection_;
    bool verbose_;
    double latency_s_ = 0.0;
};

OutputDevice described(PaDeviceIndex index, const PaDeviceInfo& info) {
    OutputDevice device{index,
                        info.name,
                        "",
                        info.defaultSampleRate,
                        info.defaultLowOutputLatency,
                        info.maxOutputChannels,
                        index == Pa_GetDefaultOutputDevice()};
    if (const PaHostApiInfo* api = Pa_GetHostApiInfo(info.hostApi)) device.host_api = api->name;
    return device;
}

/// As messages call it.
std::string named(PaDeviceIndex device) {
    const PaDeviceInfo* info = Pa_GetDeviceInfo(device);
    return "the sound device " + (info == nullptr ? std::to_string(device) : std::string(info->name));
}

PaStreamParameters parameters(const StreamSettings& settings) {
    const PaDeviceInfo* info = Pa_GetDeviceInfo(settings.device.index);
    if (info == nullptr) throw DeviceError("there is no sound device " + std::to_string(settings.device.index));
    PaStreamParameters result{};
    result.device = settings.device.index;
    const int wanted = settings.channels == 1 ? heard_of_one_channel : static_cast<int>(settings.channels);
    result.channelCount = std::min(info->maxOutputChannels, wanted);
    result.sampleFormat = paFloat32;
    result.suggestedLatency = settings.latency_s > 0.0 ? settings.latency_s : info->defaultLowOutputLatency;
    return result;
}

class PortAudioDriver : public Driver {
public:
    explicit PortAudioDriver(bool verbose) : verbose_(verbose) {
        const ErrorsSilenced silenced(!verbose_);
        limited(start_limit_s, "the sound library", [] {
            const PaError error = Pa_Initialize();
            if (error != paNoError) fail("no sound device: the sound library does not start", error);
        });
    }
    ~PortAudioDriver() override {
        if (hung) return;
        const ErrorsSilenced silenced(!verbose_);
        try {
            limited(close_limit_s, "the sound library", [] { Pa_Terminate(); });
        } catch (const std::exception&) {
            return;
        }
    }
    PortAudioDriver(const PortAudioDriver&) = delete;
    PortAudioDriver& operator=(const PortAudioDriver&) = delete;

    std::vector<OutputDevice> devices() override {
        std::vector<OutputDevice> found;
        for (PaDeviceIndex i = 0; i < Pa_GetDeviceCount(); ++i)
            if (const PaDeviceInfo* info = Pa_GetDeviceInfo(i); info != nullptr && info->maxOutputChannels > 0)
                found.push_back(described(i, *info));
        std::stable_partition(found.begin(), found.end(), [](const OutputDevice& device) { return device.is_default; });
        return found;
    }

    bool accepts(int device, double sample_rate_hz) override {
        const ErrorsSilenced silenced(!verbose_);
        StreamSettings settings;
        settings.device.index = device;
        const PaStreamParameters wanted = parameters(settings);
        const auto answer = std::make_shared<PaError>(paNoError);
        limited(start_limit_s, named(device),
                [=] { *answer = Pa_IsFormatSupported(nullptr, &wanted, sample_rate_hz); });
        return *answer == paFormatIsSupported;
    }

    std::unique_ptr<DriverStream> open(const StreamSettings& settings, std::shared_ptr<FrameSource> source) override {
        const ErrorsSilenced silenced(!verbose_);
        const PaStreamParameters wanted = parameters(settings);
        const auto connection = std::make_shared<Connection>();
        connection->name = named(settings.device.index);
        connection->source = std::move(source);
        connection->channels = static_cast<std::size_t>(wanted.channelCount);
        limited(start_limit_s, connection->name, [=] {
            // Neither dithered nor clipped: what is sent is what arrives, and the level is safe before it comes here.
            const PaError error =
                Pa_OpenStream(&connection->stream, nullptr, &wanted, settings.sample_rate_hz,
                              settings.frames_per_buffer, paClipOff | paDitherOff, pull, connection.get());
            if (error != paNoError) fail(connection->name + " does not open", error);
        });
        return std::make_unique<PortAudioStream>(connection, verbose_);
    }

private:
    bool verbose_;
};

}  // namespace

std::unique_ptr<Driver> system_driver(bool verbose) {
    // Else libjack starts a server of its own when none runs.
    setenv("JACK_NO_START_SERVER", "1", 1);
    // PortAudio 19.6 (Debian 12 and 13) aborts in Pa_Initialize when ALSA's configuration has no "default", and opens
    // every device it finds, any of which may block. Neither can be caught, so a child process goes first.
    PaError started = paNoError;
    const Trial trial = try_in_child(
        start_limit_s, [&] { started = Pa_Initialize(); }, leave_limit_s,
        [&] {
            if (started == paNoError) Pa_Terminate();
        });
    if (trial == Trial::crashed)
        throw DeviceError(
            "no sound device: the sound library cannot cope with this machine's sound configuration (does ALSA's have "
            "a "
            "\"default\"?); render writes sound files");
    if (trial == Trial::hung) throw DeviceError("a sound device does not answer; render writes sound files");
    return std::make_unique<PortAudioDriver>(verbose);
}

}  // namespace synovia::audio
