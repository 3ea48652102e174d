// Protection from a sound library that prints, hangs or aborts: what is particular to the operating system is here.
#pragma once
#include <functional>
#include <string>

#include "audio/device/device.hpp"
#include "audio/device/errors_silenced.hpp"

namespace synovia::audio {

/// A call that did not come back in time.
class Unresponsive : public DeviceError {
    using DeviceError::DeviceError;
};

/// Runs `call` on another thread and waits for it. After `limit_s` the thread is left to itself and Unresponsive
/// thrown,
/// "`what` does not answer": everything the call uses must be shared with it or live as long as the program.
/// An exception of the call is passed on.
void within(double limit_s, const std::string& what, std::function<void()> call);

enum class Trial { returned, crashed, hung };

/// Runs `call` in a copy of this process that prints nothing and is killed after `limit_s`: how it would end here.
/// A copy whose call came back then runs `leave`, so that whoever it talked to is not left alone; it is waited for
/// `leave_limit_s` at most and does not change the answer unless it crashes.
/// Throws DeviceError when the system has no process to give.
Trial try_in_child(
    double limit_s, const std::function<void()>& call, double leave_limit_s = 0.0,
    const std::function<void()>& leave = [] {});

}  // namespace synovia::audio
