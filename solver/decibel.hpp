// Levels as the solver's summaries and warnings state them.
#pragma once
#include <cmath>

namespace synovia {

inline constexpr double reference_pressure = 20e-6;  ///< of sound in air [Pa]

/// Of a ratio of pressures [dB]; -infinity for 0.
inline double decibels(double ratio) { return 20.0 * std::log10(ratio); }

/// Level of a peak pressure [dB SPL peak, re 20 uPa].
inline double db_spl(double peak_pressure) { return decibels(peak_pressure / reference_pressure); }

}  // namespace synovia
