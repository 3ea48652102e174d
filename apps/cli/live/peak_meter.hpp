// A level meter that the eye can follow: it falls slowly, and its highest mark stays for a while.
#pragma once

namespace synovia::cli {

class PeakMeter {
public:
    static constexpr double floor_dbfs = -60.0;
    static constexpr double fall_db_s = 60.0, hold_s = 2.0;

    /// The highest level of the `seconds` that have passed since [dBFS]; any below the floor is the floor.
    void pass(double seconds, double peak_dbfs);

    double level_dbfs() const { return level_; }
    /// The highest of the last two seconds, and then falling as the level does.
    double held_dbfs() const { return held_; }

private:
    double level_ = floor_dbfs, held_ = floor_dbfs, held_for_s_ = 0.0;
};

}  // namespace synovia::cli
