// The full-screen view as data: what is where, in which style. Painting it is the terminal's business.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "apps/cli/live/joint_picture.hpp"
#include "apps/cli/live/screen.hpp"
#include "apps/cli/live/traces.hpp"

namespace synovia::cli {

/// Everything that is to be seen.
struct ViewState {
    std::string title, device, joint;
    bool quiet = false;  ///< the joint cannot pop now: said loudly
    double level_dbfs = 0.0, peak_dbfs = 0.0, held_dbfs = 0.0;
    std::size_t voices = 0;
    struct SliderState {
        std::string label, value;
        double share = 0.0;
    };
    std::vector<SliderState> sliders;
    std::size_t selected = 0;
    struct HandState {
        double hand = 0.0, bone = 0.0;  ///< shares of the preset's way
    };
    std::optional<HandState> in_hand;
    std::vector<std::string> messages;  ///< the newest last
    Course course;                      ///< with trace_length() glances
    JointPicture picture;
};

inline constexpr int least_rows = 18, least_columns = 44;

/// How many glances a window of this width can show.
std::size_t trace_length(int columns, bool braille);

/// Nothing outside `rows` times `columns`. A window that is too small for pictures
/// shows name, level and keys.
Screen lay_out(const ViewState& state, int rows, int columns, bool braille);

/// Which share of the preset's way a mouse at this column stands for, when the bone was taken at column `from`: half
/// the window is the whole way.
double dragged_share(int from, int column, int columns);

}  // namespace synovia::cli
