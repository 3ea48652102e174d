// What is where on a screen, in which style.
#pragma once
#include <string>
#include <vector>

namespace synovia::cli {

enum class Style { plain, dim, strong, warning, gap, pressure, radius, selected };

/// Text that stays inside its row.
struct TextRun {
    int row = 0, column = 0;
    std::string text;
    Style style = Style::plain;
};
using Screen = std::vector<TextRun>;

struct Area {
    int row, column, rows, columns;
};

/// As many characters as there is room for; what is cut ends in "...", where that leaves anything. Beyond the Latin
/// letters nobody knows their width: a question mark each.
std::string fitted(const std::string& text, int columns);

}  // namespace synovia::cli
