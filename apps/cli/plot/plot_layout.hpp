// Where the parts of a picture stand.
#pragma once
#include <string>

#include "apps/cli/plot/plot_axis.hpp"
#include "apps/cli/plot/plot_script.hpp"

namespace synovia::cli {

// A slide, 16 to 9, whose text is 3 % of its height: a picture for the last row of a class room. Sizes in pixels.
inline constexpr double width_px = 1600;
inline constexpr double height_px = 900;
inline constexpr double text_px = 27;
inline constexpr double title_px = 36;
inline constexpr double line_px = 31;         // from one line of text to the next
inline constexpr double letter_share = 0.56;  // mean width of a letter, of the text's height
inline constexpr double edge_px = 14;         // left and right of all
inline constexpr double panel_gap_px = 17;
inline constexpr double footer_px = 82;  // numbers and name of the time axis
inline constexpr double panel_title_px = 212;
inline constexpr Span run_px{308, 808};     // left and right edge of the whole run
inline constexpr Span burst_px{908, 1358};  // and of the enlargement

struct Layout {
    double legend_columns = 0.0, legend_rows = 0.0;
    double legend_top_px = 0.0;  ///< middle of its first line
    double titles_px = 0.0;      ///< height of title, subtitle and legend
    double header_px = 0.0;      ///< of all above the first panel
    double panel_px = 0.0;       ///< of one panel

    double panel_top_px(std::size_t row) const {
        return header_px + static_cast<double>(row) * (panel_px + panel_gap_px);
    }
};
Layout layout_of(const Figure& figure);

/// About how wide a text is.
double text_width_px(const std::string& text, double size_px = text_px);

/// The size at which a text fits into a width, at most `size_px`.
double fitting_px(const std::string& text, double size_px, double room_px);

}  // namespace synovia::cli
