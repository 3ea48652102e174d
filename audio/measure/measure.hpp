// What a sound is like, in the numbers that the literature on joint cracks uses.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "audio/core/sparse_signal.hpp"

namespace synovia::audio {

/// Absent for a silent channel.
struct ChannelLevel {
    std::optional<double> peak_dbfs;       ///< of the samples
    std::optional<double> true_peak_dbtp;  ///< of the curve through them
};

/// A constant offset (the median of the samples) is taken off before everything but the levels. What a silent signal
/// has not is absent.
struct Measurement {
    double sample_rate_hz = 0.0;
    double length_s = 0.0;               ///< frames / rate
    std::vector<ChannelLevel> channels;  ///< one for each
    ChannelLevel level;                  ///< of the loudest channel, each figure for itself
    std::optional<double> peak_pa;       ///< true peak, where the calibration is known
    std::optional<double> peak_db_spl;
    std::size_t channel = 0;           ///< that with the most energy, from 0: what follows is of it
    std::optional<double> duration_s;  ///< between 5 % and 95 % of the energy
    std::optional<double> peak_frequency_hz;
    std::optional<double> bandwidth_hz;  ///< -3 dB, around the peak frequency
    std::optional<double> centroid_hz;   ///< weighted by energy, 20 Hz to 20 kHz
    std::vector<double> pop_times_s;     ///< from the first sample; their number is the number of pops
};

/// `full_scale_pa`: pressure of a sample of 1.0, where known. Any finite samples will do, as large or small as they
/// are; it costs what sounds. The spectrum is that of the whole signal or, of more than a second, of the second from 50
/// ms before its loudest sample.
Measurement measure(const SparseSignal& signal, std::optional<double> full_scale_pa = {});

}  // namespace synovia::audio
