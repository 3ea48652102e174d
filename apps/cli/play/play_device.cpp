#include "apps/cli/play/play_device.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "apps/cli/console/console.hpp"
#include "apps/preset/suggestion.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/recipe.hpp"

namespace synovia::cli {
namespace {

using Json = nlohmann::ordered_json;

Json device_json(const audio::OutputDevice& device) {
    return {{"index", device.index},         {"name", device.name},
            {"host_api", device.host_api},   {"default_rate_hz", device.default_rate_hz},
            {"latency_s", device.latency_s}, {"channels", device.channels},
            {"default", device.is_default}};
}

[[noreturn]] void fail_unknown(std::span<const audio::OutputDevice> devices, std::string_view wanted) {
    std::vector<std::string_view> names;
    for (const auto& device : devices) names.emplace_back(device.name);
    throw audio::DeviceError("no sound device " + preset::in_quotes(wanted) + preset::suggestion(wanted, names) +
                             "\n\"synovia play --list-devices\" lists them");
}

}  // namespace

const audio::OutputDevice& choose_device(std::span<const audio::OutputDevice> devices, std::string_view wanted) {
    if (devices.empty()) throw audio::DeviceError("no sound device; render writes sound files");
    if (wanted.empty()) {
        const auto found = std::ranges::find_if(devices, &audio::OutputDevice::is_default);
        return found == devices.end() ? devices.front() : *found;
    }
    for (const auto& device : devices)
        if (device.name == wanted) return device;
    for (const auto& device : devices)
        if (std::to_string(device.index) == wanted) return device;
    fail_unknown(devices, wanted);
}

int agreed_rate_hz(audio::Driver& driver, const audio::OutputDevice& device, int wanted_hz, bool quiet) {
    const int rate_hz = static_cast<int>(std::lround(audio::accepted_rate(driver, device, wanted_hz)));
    if (rate_hz != wanted_hz)
        note(device.name + " does not play " + std::to_string(wanted_hz) + " Hz, " + std::to_string(rate_hz) +
                 " Hz instead",
             quiet);
    return rate_hz;
}

void check_rendered_rate(const audio::OutputDevice& device, int rate_hz) {
    if (rate_hz < studio::lowest_rate_hz || rate_hz > studio::highest_rate_hz)
        throw audio::DeviceError("the sound device " + device.name + " plays at " + std::to_string(rate_hz) +
                                 " Hz, sounds are rendered at 44100 to 192000 Hz");
}

std::string device_table(std::span<const audio::OutputDevice> devices) {
    std::string text;
    for (const auto& device : devices) {
        text += std::to_string(device.index) + "  " + preset::printable(device.name) + ", " + device.host_api + ", " +
                studio::significant(device.default_rate_hz, 7) + " Hz, latency " +
                studio::with_prefix(device.latency_s, "s");
        text += device.is_default ? ", default\n" : "\n";
    }
    return text;
}

Json devices_json(std::span<const audio::OutputDevice> devices) {
    Json list = Json::array();
    for (const auto& device : devices) list.push_back(device_json(device));
    return list;
}

}  // namespace synovia::cli
