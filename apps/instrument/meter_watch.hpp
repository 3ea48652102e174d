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

    /// How long what is said about gaps holds, before it is said anew with a new count [s].
    static constexpr double between_tellings_s = 5.0;

    /// To be called every few milliseconds. Says how many gaps there were, how long together, and of what they come.
    void look();

    /// As it was then.
    const audio::Meter& last() const { return meter_; }
    /// Largest magnitude since this was asked last [full scale].
    float take_peak();

private:
    struct Gaps {
        std::string where, why;
        std::uint64_t count = 0, frames = 0, told = 0, told_at = 0;
    };
    void count(Gaps& gaps, std::uint64_t frames);
    void tell(Gaps& gaps);

    audio::Mixer& mixer_;
    int sample_rate_hz_;
    const Say& say_;
    audio::Meter meter_;
    Gaps in_recording_{"recording", "the disk is slow"}, in_pull_{"pull", "the processor is busy"};
    float peak_ = 0.0F;
};

}  // namespace synovia::instrument
