#include "audio/file/bext.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>

#include "audio/core/level.hpp"
#include "audio/core/true_peak.hpp"
#include "audio/file/loudness.hpp"

namespace synovia::audio {
namespace {

/// Copies text into a fixed field, cut to its size.
void fill(std::span<char> field, const std::string& text) {
    std::memcpy(field.data(), text.data(), std::min(field.size(), text.size()));
}

/// A loudness in hundredths; 0x7FFF, "not used", for none and for what two digits before the point cannot say.
std::int16_t hundredths(std::optional<double> value) {
    constexpr std::int16_t unused = 0x7FFF;
    if (!value || !(std::abs(*value) < 99.995)) return unused;
    return static_cast<std::int16_t>(std::lround(100.0 * *value));
}

}  // namespace

SF_BROADCAST_INFO broadcast_info(const SparseSignal& signal, const Metadata& m) {
    SF_BROADCAST_INFO bext{};
    fill(bext.description, description_text(m));
    fill(bext.originator, m.software);
    if (!m.date.empty()) {  // else both fields stay empty: no day is no day, not the first of 1970
        fill(bext.origination_date, m.date);
        fill(bext.origination_time, m.time);
    }
    const auto reference =
        static_cast<std::uint64_t>(std::llround(std::max(0.0, m.time_reference_s) * signal.sample_rate_hz));
    bext.time_reference_low = static_cast<std::uint32_t>(reference);
    bext.time_reference_high = static_cast<std::uint32_t>(reference >> 32);
    bext.version = 2;
    const Loudness loud = loudness(signal);
    bext.loudness_value = hundredths(loud.integrated_lufs);
    bext.loudness_range = hundredths(loud.range_lu);
    bext.max_true_peak_level = hundredths(decibels(true_peak(signal)));
    bext.max_momentary_loudness = hundredths(loud.momentary_lufs);
    bext.max_shortterm_loudness = hundredths(loud.short_term_lufs);
    return bext;
}

}  // namespace synovia::audio
