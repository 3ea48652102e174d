#include "apps/cli/live/view.hpp"

#include <algorithm>

#include "tests/apps/cli/support.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia::cli;
using namespace synovia::instrument::test;
using synovia::cli::test::contains;
using synovia::studio::glances_per_second;

namespace {

int length_in_characters(const std::string& text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

ViewState busy_state(int columns, bool braille) {
    ViewState state;
    state.title = "knuckle: Knuckle: a brisk pull pops it";
    state.device = "a very long name of a sound device that nobody has ever seen, at 48000 Hz, recording 123 s";
    state.joint = "holds a bubble of 280 um: quiet until r, or it has dissolved (1 s is 1 min)";
    state.level_dbfs = -12.0;
    state.peak_dbfs = -30.0;
    state.voices = 3;
    for (int i = 0; i < 12; ++i) state.sliders.push_back({"label " + std::to_string(i), "1.5e-13 Pa s/m3", i / 11.0});
    state.selected = 11;
    state.in_hand = ViewState::HandState{0.75, 0.3};
    state.messages = {"one", "two", "three", "four", "error: five"};
    state.threshold_pa = -119.6e3;
    state.glances.assign(trace_length(columns, braille), {{1e-4, 1e-4}, {100300.0, 100300.0}, {3e-7, 3e-7}});
    state.glances.back() = {{1e-4, 2e-3}, {-121e3, 2e6}, {3e-7, 4e-3}};
    return state;
}

/// The picture as it stands on the screen.
std::vector<std::string> lines_of(const Screen& screen, int rows) {
    std::vector<std::string> lines(static_cast<std::size_t>(rows));
    for (const TextRun& run : screen) lines[static_cast<std::size_t>(run.row)] += run.text + "|";
    return lines;
}

std::string all_text(const Screen& screen) {
    std::string text;
    for (const TextRun& run : screen) text += run.text + "\n";
    return text;
}

}  // namespace

TEST_CASE("nothing is ever outside the window, whatever its size") {
    for (const bool braille : {true, false})
        for (int rows = 1; rows < 70; rows += 3)
            for (int columns = 1; columns < 320; columns += 7) {
                const Screen screen = lay_out(busy_state(columns, braille), rows, columns, braille);
                CHECK_FALSE(screen.empty());
                const bool inside = std::all_of(screen.begin(), screen.end(), [&](const TextRun& run) {
                    return run.row >= 0 && run.row < rows && run.column >= 0 &&
                           run.column + length_in_characters(run.text) <= columns;
                });
                CHECK_MESSAGE(inside, rows << " x " << columns);
            }
}

TEST_CASE("a window of ordinary size shows the traces, the hand, the newest messages and the selected slider") {
    const std::string text = all_text(lay_out(busy_state(80, true), 24, 80, true));
    CHECK(contains(text, "gap 2 mm, seen 100 um to 2 mm"));
    CHECK(contains(text, "pressure 2 MPa, seen -121 kPa to 2 MPa; dots: 0 and -119.6 kPa"));
    CHECK(contains(text, "radius 4 mm"));
    CHECK(contains(text, "\nthree\nfour\nerror: five\n"));
    CHECK_FALSE(contains(text, "\ntwo\n"));
    CHECK(contains(text, "label 11"));
    CHECK(contains(text, "never above -12.0 dBFS"));
    CHECK(contains(text, "space or mouse: pull while held   r rest   f memory on/off   q quit\n"));
    CHECK(contains(text, "reset one   + - level\n"));
}

TEST_CASE("a wide window has room for all sliders beside the traces") {
    const Screen screen = lay_out(busy_state(120, true), 40, 120, true);
    for (int i = 0; i < 12; ++i) CHECK(contains(all_text(screen), "label " + std::to_string(i) + " "));
    CHECK(std::count_if(screen.begin(), screen.end(), [](const TextRun& r) { return r.style == Style::selected; }) ==
          1);
}

TEST_CASE("a bar is as long as the share it shows") {
    ViewState state = busy_state(80, true);
    state.peak_dbfs = -30.0;
    CHECK(contains(all_text(lay_out(state, 24, 80, true)), "[##########..........] -30.0 dBFS"));
    state.peak_dbfs = -60.0;
    CHECK(contains(all_text(lay_out(state, 24, 80, true)), "[....................] -60.0 dBFS"));
}

TEST_CASE("the last glance stands at the right end, from its lowest to its highest value") {
    ViewState state = busy_state(60, false);
    const std::vector<std::string> lines = lines_of(lay_out(state, 40, 60, false), 40);
    // 40 rows less head, slider, hand, messages and keys leave 10 to each trace, the first of them its text. The
    // pressure's is row 14; its axis goes from -121 kPa to 2 MPa.
    for (std::size_t row = 15; row < 24; ++row) CHECK(lines[row][59] == '*');
    CHECK(std::count(lines[15].begin(), lines[15].end(), '*') == 1);
    CHECK(std::count(lines[22].begin(), lines[22].end(), '*') == 60);  // rest: 10 % up
    CHECK(std::count(lines[23].begin(), lines[23].end(), '*') == 16);  // the dots, one in four, and the last glance
}

TEST_CASE("hand and bone stand at their shares of one and a half ways") {
    const std::vector<std::string> lines = lines_of(lay_out(busy_state(61, true), 30, 61, true), 30);
    CHECK(lines[24][30] == 'H');
    CHECK(lines[24][12] == 'B');
}

TEST_CASE("a free bubble has no gap to show") {
    ViewState state = busy_state(80, true);
    state.has_gap = false;
    CHECK_FALSE(contains(all_text(lay_out(state, 24, 80, true)), "gap "));
}

TEST_CASE("letters beyond ASCII keep their place; what may be wide becomes a question mark") {
    ViewState state = busy_state(80, true);
    state.title = "Kn\u00f6chel \u9aa8";
    CHECK(lay_out(state, 24, 80, true).front().text == "Kn\u00f6chel ?");
}

TEST_CASE("the window shows about four seconds, a whole number of glances to a dot") {
    for (int columns = 44; columns < 400; ++columns)
        for (const bool braille : {true, false}) {
            const std::size_t length = trace_length(columns, braille);
            CHECK(length >= 4 * glances_per_second);
            CHECK(length < 8 * glances_per_second);
        }
}

TEST_CASE("half the window is the whole way for a mouse") {
    CHECK(dragged_share(10, 50, 80) == 1.0);
    CHECK(dragged_share(10, 10, 80) == 0.0);
    CHECK(dragged_share(50, 10, 80) == -1.0);
}
