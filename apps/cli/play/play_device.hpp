// Which sound device is meant, and what there is to choose from.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

#include "audio/device/device.hpp"

namespace synovia::cli {

/// The device with this index or name; the default one, or else the first, where nothing is asked for.
/// Throws audio::DeviceError: no device at all, or none like that, with the nearest name.
const audio::OutputDevice& choose_device(std::span<const audio::OutputDevice> devices, std::string_view wanted);

/// The rate to play at: `wanted_hz` where the device takes it, else its own, which is said.
/// Throws audio::DeviceError where it takes neither.
int agreed_rate_hz(audio::Driver& driver, const audio::OutputDevice& device, int wanted_hz, bool quiet);

/// Throws audio::DeviceError when nothing can be rendered at the rate of the device.
void check_rendered_rate(const audio::OutputDevice& device, int rate_hz);

/// One line per device: index, name, library, rate, latency.
std::string device_table(std::span<const audio::OutputDevice> devices);

/// A list of {index, name, host_api, default_rate_hz, latency_s, channels, default}.
nlohmann::ordered_json devices_json(std::span<const audio::OutputDevice> devices);

}  // namespace synovia::cli
