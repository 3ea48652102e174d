// The pressure that full scale stands for, as text in a file. There is no standard chunk; the wording is that of NTi
// Audio's sound level meters: "Sound: 0dBFS = 120.0 dBSPL", and in file names "..._FS129.9dB(PK)_...". Both are peak.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace synovia::audio {

/// "Sound: 0dBFS = 120.0 dBSPL", with one to four decimals.
std::string calibration_text(double full_scale_db_spl);

/// The number behind "0dBFS =" or "FS", where the text has one.
std::optional<double> find_calibration(std::string_view text);

/// Pressure of a sample of 1.0 [Pa]: 20 uPa 10^(dB/20).
double full_scale_pa(double full_scale_db_spl);

}  // namespace synovia::audio
