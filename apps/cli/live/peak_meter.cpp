#include "apps/cli/live/peak_meter.hpp"

#include <algorithm>

namespace synovia::cli {

void PeakMeter::pass(double seconds, double peak_dbfs) {
    const double fall = fall_db_s * seconds;
    level_ = std::max({peak_dbfs, level_ - fall, floor_dbfs});
    held_for_s_ += seconds;
    if (held_for_s_ > hold_s) held_ = std::max(held_ - fall, floor_dbfs);
    if (level_ < held_) return;
    held_ = level_;
    held_for_s_ = 0.0;
}

}  // namespace synovia::cli
