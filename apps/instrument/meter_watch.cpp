#include "apps/instrument/meter_watch.hpp"

#include <algorithm>
#include <utility>

#include "apps/studio/human.hpp"

namespace synovia::instrument {

void MeterWatch::count(Gaps& gaps, std::uint64_t frames) {
    if (frames == 0) return;
    ++gaps.count;
    gaps.frames += frames;
}

/// The first at once, what follows together.
void MeterWatch::tell(Gaps& gaps) {
    const auto pause = static_cast<std::uint64_t>(between_tellings_s * sample_rate_hz_);
    if (gaps.told == gaps.count || (gaps.told > 0 && meter_.frames < gaps.told_at + pause)) return;
    gaps.told = gaps.count;
    gaps.told_at = meter_.frames;
    say_("gaps in the " + gaps.where + ": " + std::to_string(gaps.count) + ", together " +
         studio::with_prefix(static_cast<double>(gaps.frames) / sample_rate_hz_, "s") + "; " + gaps.why);
}

void MeterWatch::look() {
    const audio::Meter before = std::exchange(meter_, mixer_.meter());
    peak_ = std::max(peak_, meter_.peak);
    count(in_recording_, (meter_.unrecorded - before.unrecorded) / mixer_.channels());
    count(in_pull_, meter_.starved - before.starved);
    tell(in_recording_);
    tell(in_pull_);
}

float MeterWatch::take_peak() { return std::exchange(peak_, 0.0F); }

}  // namespace synovia::instrument
