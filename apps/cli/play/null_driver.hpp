// A sound library without a sound card: takes sound at the pace of one and forgets it.
#pragma once
#include <memory>

#include "audio/device/device.hpp"

namespace synovia::cli {

/// Its only device is called null_device and takes every rate.
std::unique_ptr<audio::Driver> null_driver();

}  // namespace synovia::cli
