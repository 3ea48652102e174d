#include "apps/cli/plot/plot_layout.hpp"

#include <algorithm>
#include <cmath>

namespace synovia::cli {
namespace {

/// Title, and one line above the columns; the names of the marks, one below the other, go where the enlargement has no
/// panels, or need lines of their own.
double header_px(const Figure& figure, double titles_px) {
    const auto free_rows = std::ranges::count(figure.panels, false, &Panel::enlarged);
    const auto marks = static_cast<double>(figure.marks.size());
    if (!figure.enlargement || free_rows == 0) {
        const double heading = figure.enlargement ? 1.0 : 0.0;
        return titles_px + line_px * (marks + heading) + 8.0;
    }
    // free_px = free_rows (height - footer - header)/rows: what the rows above the enlargement leave for the marks.
    const double share = static_cast<double>(free_rows) / static_cast<double>(figure.panels.size());
    const double needed = titles_px + line_px * (marks + 1.0) + 8.0;
    return std::max(titles_px + line_px + 8.0, (needed - share * (height_px - footer_px)) / (1.0 - share));
}

}  // namespace

Layout layout_of(const Figure& figure) {
    Layout layout;
    constexpr double title_and_subtitle_px = 96.0;
    const bool titled = !figure.title.empty() || figure.legend.empty();
    layout.legend_columns = titled ? 3.0 : figure.legend.size() > 4 ? 2.0 : 1.0;
    layout.legend_rows = std::ceil(static_cast<double>(figure.legend.size()) / layout.legend_columns);
    layout.legend_top_px = titled ? title_and_subtitle_px + 16.0 : 24.0;
    layout.titles_px = layout.legend_top_px - 4.0 + line_px * layout.legend_rows;
    if (figure.legend.empty()) layout.titles_px = title_and_subtitle_px;
    layout.header_px = header_px(figure, layout.titles_px);
    const auto rows = static_cast<double>(figure.panels.size());
    layout.panel_px = (height_px - footer_px - layout.header_px) / rows - panel_gap_px;
    return layout;
}

double text_width_px(const std::string& text, double size_px) {
    return letter_share * size_px * static_cast<double>(letters(text));
}

double fitting_px(const std::string& text, double size_px, double room_px) {
    return std::min(size_px, size_px * room_px / std::max(text_width_px(text, size_px), 1.0));
}

}  // namespace synovia::cli
