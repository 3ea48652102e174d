#include "apps/instrument/meter_watch.hpp"

#include <algorithm>
#include <utility>

#include "apps/studio/human.hpp"

namespace synovia::instrument {

std::string MeterWatch::length_text(std::uint64_t frames) const {
    return studio::with_prefix(static_cast<double>(frames) / sample_rate_hz_, "s");
}

void MeterWatch::look() {
    const audio::Meter before = std::exchange(meter_, mixer_.meter());
    peak_ = std::max(peak_, meter_.peak);
    if (meter_.unrecorded > before.unrecorded)
        say_("error: a gap of " + length_text((meter_.unrecorded - before.unrecorded) / mixer_.channels()) +
             " in the recording: the disk takes too long; record to another one");
    if (meter_.starved > before.starved)
        say_("error: a gap of " + length_text(meter_.starved - before.starved) +
             " in the pull: the processor was busy; close other programs, or pull more slowly");
}

float MeterWatch::take_peak() { return std::exchange(peak_, 0.0F); }

}  // namespace synovia::instrument
