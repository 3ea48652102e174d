// Dots on a terminal: eight to a cell with Braille characters, one where there are none.
#pragma once
#include <string>
#include <vector>

namespace synovia::cli {

class Canvas {
public:
    /// Dots are counted from the top left: width() by height() of them.
    Canvas(int rows, int columns, bool braille);

    int width() const { return columns_ * dots_across(); }
    int height() const { return rows_ * dots_down(); }

    /// What lies outside is left out.
    void dot(int x, int y);
    /// All dots of a column from y0 to y1, in either order.
    void stroke(int x, int y0, int y1);

    /// A row of cells as text, in UTF-8.
    std::string row(int row) const;

private:
    int dots_across() const { return braille_ ? 2 : 1; }
    int dots_down() const { return braille_ ? 4 : 1; }

    int rows_, columns_;
    bool braille_;
    std::vector<unsigned char> cells_;  // bits as in Braille
};

}  // namespace synovia::cli
