#include "apps/cli/live/canvas.hpp"

#include <algorithm>
#include <array>

namespace synovia::cli {
namespace {

/// Unicode 15, block 2800-28FF: bit of the dot in column x, row y of a cell.
constexpr std::array<std::array<unsigned char, 4>, 2> bits{{{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}}};

/// U+2800 + bits, in three bytes.
std::string braille_character(unsigned char dots) {
    return {static_cast<char>(0xE2), static_cast<char>(0xA0 + (dots >> 6)), static_cast<char>(0x80 + (dots & 0x3F))};
}

}  // namespace

Canvas::Canvas(int rows, int columns, bool braille)
    : rows_(std::max(rows, 0)),
      columns_(std::max(columns, 0)),
      braille_(braille),
      cells_(static_cast<std::size_t>(rows_) * static_cast<std::size_t>(columns_)) {}

void Canvas::dot(int x, int y) {
    if (x < 0 || x >= width() || y < 0 || y >= height()) return;
    const int cell = y / dots_down() * columns_ + x / dots_across();
    cells_[static_cast<std::size_t>(cell)] |=
        bits[static_cast<std::size_t>(x % dots_across())][static_cast<std::size_t>(y % dots_down())];
}

void Canvas::stroke(int x, int y0, int y1) {
    const int from = std::max(std::min(y0, y1), 0), to = std::min(std::max(y0, y1), height() - 1);
    for (int y = from; y <= to; ++y) dot(x, y);
}

std::string Canvas::row(int row) const {
    std::string text;
    const auto begin = cells_.begin() + static_cast<std::ptrdiff_t>(row) * columns_;
    std::for_each(begin, begin + columns_, [&](unsigned char dots) {
        if (dots == 0)
            text += ' ';
        else
            text += braille_ ? braille_character(dots) : "*";
    });
    return text;
}

}  // namespace synovia::cli
