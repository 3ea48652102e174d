#include "apps/cli/live/joint_picture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace synovia::cli;

namespace {

/// One character to a dot.
std::vector<std::string> drawn(const JointPicture& picture, int rows = 41, int columns = 41) {
    Canvas canvas(rows, columns, false);
    draw_joint(canvas, picture);
    std::vector<std::string> lines;
    for (int row = 0; row < rows; ++row) lines.push_back(canvas.row(row));
    return lines;
}

/// Dots from the middle to the first face below it, in the middle column.
int half_gap(const JointPicture& picture) {
    const std::vector<std::string> lines = drawn(picture);
    int distance = 1;
    while (distance < 20 && lines[static_cast<std::size_t>(20 + distance)][20] == ' ') ++distance;
    return distance;
}

long dots(const std::vector<std::string>& lines) {
    long count = 0;
    for (const std::string& line : lines) count += std::count(line.begin(), line.end(), '*');
    return count;
}

}  // namespace

TEST_CASE("the gap is to scale: the widest one takes three fifths of the height") {
    // 41 rows: 24.6 dots for 3 mm; the face lies one dot beyond half of the gap
    CHECK(half_gap({0.0, 0.0, 3e-3, true}) == 1);
    CHECK(half_gap({1e-3, 0.0, 3e-3, true}) == 5);
    CHECK(half_gap({3e-3, 0.0, 3e-3, true}) == 13);
}

TEST_CASE("a joint is the same on all sides") {
    std::vector<std::string> lines = drawn({1e-3, 0.6e-3, 3e-3, true});
    for (int x = 0; x < 41; ++x) {
        const auto column = static_cast<std::size_t>(x);
        const auto face = [&](bool up) {
            int y = 20;
            while (y > 0 && y < 40 && lines[static_cast<std::size_t>(y)][column] == ' ') y += up ? -1 : 1;
            return std::abs(y - 20);
        };
        CHECK(face(true) == face(false));
    }
}

TEST_CASE("a small bubble is a dot, a round one round, a wide one flat with the same volume") {
    const JointPicture nucleus{0.0, 1e-7, 6e-3, false};
    CHECK(dots(drawn(nucleus)) == 1);
    // free: a disc of radius 1.5 mm at 4.1 dots per mm
    const double disc = 3.14159 * 6.15 * 6.15;
    CHECK(std::abs(static_cast<double>(dots(drawn({0.0, 1.5e-3, 6e-3, false}))) / disc - 1.0) < 0.15);
    // in a gap of 2 mm a bubble of radius 2 mm has half-axes b = 1 mm and a = sqrt(8/1) mm = 2.83 mm
    const std::vector<std::string> lines = drawn({2e-3, 2e-3, 6e-3, true});
    const std::string& middle = lines[20];
    CHECK(std::count(middle.begin(), middle.end(), '*') == 23);  // 2 x 11.6 dots
    CHECK(lines[20 + 4][20] == '*');
    CHECK(lines[20 + 4][2] == ' ');
}

TEST_CASE("any size of window and any numbers are drawn") {
    for (const int size : {0, 1, 2, 3, 50})
        for (const double value : {0.0, 1e-9, 1e-3, 1.0})
            for (const bool gap : {true, false}) CHECK_NOTHROW(drawn({value, value, value, gap}, size, size));
}
