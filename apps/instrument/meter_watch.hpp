// The mixer's meter, with an eye on what was lost.
#pragma once
#include <cstdint>
#include <string>

#include "apps/instrument/say.hpp"
#include "audio/live/mixer.hpp"

namespace synovia::instrument {

class MeterWatch {
public:
    /// Both must outlive the watch.
    MeterWatch(audio::Mixer& mixer, int sample_rate_hz, const Say& say)
        : mixer_(mixer), sample_rate_hz_(sample_rate_hz), say_(say) {}

    /// To be called every few milliseconds. Says what got lost since the last time, and what the player can do.
    void look();

    /// As it was then.
    const audio::Meter& last() const { return meter_; }
    /// Largest magnitude since this was asked last [full scale].
    float take_peak();

private:
    std::string length_text(std::uint64_t frames) const;

    audio::Mixer& mixer_;
    int sample_rate_hz_;
    const Say& say_;
    audio::Meter meter_;
    float peak_ = 0.0F;
};

}  // namespace synovia::instrument
