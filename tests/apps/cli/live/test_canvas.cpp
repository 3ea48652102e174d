#include "apps/cli/live/canvas.hpp"

#include <doctest/doctest.h>

using synovia::cli::Canvas;

TEST_CASE("each of the eight dots of a cell has its Braille character") {
    // Unicode, block 2800-28FF: U+2801, 02, 04, 40 in the left column from above, 08, 10, 20, 80 in the right one.
    const char* left[] = {"\u2801", "\u2802", "\u2804", "\u2840"};
    const char* right[] = {"\u2808", "\u2810", "\u2820", "\u2880"};
    for (int y = 0; y < 4; ++y) {
        Canvas canvas(1, 1, true);
        canvas.dot(0, y);
        CHECK(canvas.row(0) == left[y]);
        Canvas other(1, 1, true);
        other.dot(1, y);
        CHECK(other.row(0) == right[y]);
    }
}

TEST_CASE("dots are counted from the top left, over all cells") {
    Canvas canvas(2, 3, true);
    CHECK(canvas.width() == 6);
    CHECK(canvas.height() == 8);
    canvas.dot(5, 7);
    canvas.dot(0, 0);
    CHECK(canvas.row(0) == "\u2801  ");
    CHECK(canvas.row(1) == "  \u2880");
}

TEST_CASE("a stroke fills a column in either order and stays inside") {
    Canvas canvas(2, 1, true), same(2, 1, true);
    canvas.stroke(0, -100, 4);
    same.stroke(0, 4, 0);
    CHECK(canvas.row(0) == "\u2847");
    CHECK(canvas.row(1) == "\u2801");
    CHECK(same.row(0) == canvas.row(0));
    CHECK(same.row(1) == canvas.row(1));
}

TEST_CASE("nothing outside is drawn, and a canvas may be empty") {
    Canvas canvas(1, 2, true);
    for (const auto& [x, y] : {std::pair(-1, 0), {4, 0}, {0, -1}, {0, 4}}) canvas.dot(x, y);
    CHECK(canvas.row(0) == "  ");
    Canvas none(0, -3, true);
    none.stroke(0, 0, 9);
    CHECK(none.width() == 0);
}

TEST_CASE("without Braille a cell is one dot") {
    Canvas canvas(2, 2, false);
    CHECK(canvas.width() == 2);
    CHECK(canvas.height() == 2);
    canvas.dot(1, 0);
    CHECK(canvas.row(0) == " *");
    CHECK(canvas.row(1) == "  ");
}
