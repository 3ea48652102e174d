// Stands in for device_portaudio.cpp where PortAudio is not installed.
#include "audio/device/device.hpp"

namespace synovia::audio {

std::unique_ptr<Driver> system_driver(bool) {
    throw DeviceError("this synovia was built without PortAudio and cannot play; render writes sound files");
}

}  // namespace synovia::audio
