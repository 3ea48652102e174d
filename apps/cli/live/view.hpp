// The full-screen view as data: what is where, in which style. Painting it is the terminal's business.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "apps/studio/glance.hpp"

namespace synovia::cli {

enum class Style { plain, dim, strong, warning, gap, pressure, radius, selected };

/// Text that stays inside its row.
struct TextRun {
    int row = 0, column = 0;
    std::string text;
    Style style = Style::plain;
};
using Screen = std::vector<TextRun>;

/// Everything that is to be seen.
struct ViewState {
    std::string title, device, joint;
    double level_dbfs = 0.0, peak_dbfs = 0.0;
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
    bool has_gap = true;
    double threshold_pa = 0.0;            ///< Blake's, of the rested nucleus
    std::vector<studio::Glance> glances;  ///< oldest first; trace_length() of them
};

inline constexpr int least_rows = 18, least_columns = 44;

/// How many glances a window of this width can show: about four seconds.
std::size_t trace_length(int columns, bool braille);

/// Nothing outside `rows` times `columns`. A window that is too small says so.
Screen lay_out(const ViewState& state, int rows, int columns, bool braille);

/// Which share of the preset's way a mouse at this column stands for, when the bone was taken at column `from`: half
/// the window is the whole way.
double dragged_share(int from, int column, int columns);

}  // namespace synovia::cli
