#include "apps/cli/live/view.hpp"

#include <algorithm>

#include "tests/apps/cli/support.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia::cli;
using namespace synovia::instrument::test;
using synovia::cli::test::contains;

namespace {

int length_in_characters(const std::string& text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

ViewState busy_state(int columns, bool braille) {
    ViewState state;
    state.title = "knuckle: Knuckle: a brisk pull pops it";
    state.device = "a very long name of a sound device that nobody has ever seen, at 48000 Hz, recording 123 s";
    state.joint = "QUIET FOR 12 s: THE LAST POP'S BUBBLE, 280 um, IS THERE   r rests, f: no memory";
    state.quiet = true;
    state.level_dbfs = -12.0;
    state.peak_dbfs = -30.0;
    state.held_dbfs = -30.0;
    state.voices = 3;
    for (int i = 0; i < 12; ++i) state.sliders.push_back({"label " + std::to_string(i), "1.5e-13 Pa s/m3", i / 11.0});
    state.selected = 11;
    state.in_hand = ViewState::HandState{0.75, 0.3};
    state.messages = {"one", "two", "three", "four", "error: five"};
    state.course.threshold_pa = -119.6e3;
    state.course.glances.assign(trace_length(columns, braille), {{1e-4, 1e-4}, {100300.0, 100300.0}, {3e-7, 3e-7}});
    state.course.glances.back() = {{1e-4, 2e-3}, {-121e3, 2e6}, {3e-7, 4e-3}};
    state.picture = {2e-3, 4e-3, 6e-3, true};
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
    CHECK(contains(text, "gap 2 mm, seen 100 \u00b5m to 2 mm"));
    CHECK(contains(text, "gap and bubble"));
    CHECK(contains(text, "BUBBLE, 280 \u00b5m, IS THERE"));
    CHECK(contains(text, "pressure 2 MPa, seen -121 kPa to 2 MPa; dots: 0, -120 kPa"));
    CHECK(contains(text, "radius 4 mm"));
    CHECK(contains(text, "\nthree\nfour\nerror: five\n"));
    CHECK_FALSE(contains(text, "\ntwo\n"));
    for (const char* label : {"label 9", "label 10", "label 11"}) CHECK(contains(text, label));
    CHECK_FALSE(contains(text, "label 8"));
    CHECK(contains(text, "never above -12.0 dBFS"));
    CHECK(contains(text, "space or mouse: pull while held   r rest   f memory on/off   q quit\n"));
    CHECK(contains(text, "reset one   + - level\n"));
}

TEST_CASE("a wide window has room for all sliders, whose bars take what labels and values leave") {
    const Screen screen = lay_out(busy_state(120, true), 40, 120, true);
    for (int i = 0; i < 12; ++i) CHECK(contains(all_text(screen), "label " + std::to_string(i) + " "));
    CHECK(std::count_if(screen.begin(), screen.end(), [](const TextRun& r) { return r.style == Style::selected; }) ==
          1);
    // two columns of 60 characters less a blank: 8 for the label, 15 for the value, 4 between
    CHECK(contains(all_text(screen), "label 11 [" + std::string(32, '#') + "] 1.5e-13 Pa s/m\u00b3\n"));
}

TEST_CASE("where there are rows enough each slider has one, and its bar the width of the window") {
    const Screen screen = lay_out(busy_state(200, true), 60, 200, true);
    // 199 columns: 8 for the label, 15 for the value, 4 between
    CHECK(contains(all_text(screen), "label 11 [" + std::string(172, '#') + "] 1.5e-13 Pa s/m\u00b3\n"));
}

TEST_CASE("a small window shows what is played, how loud, and the keys") {
    const std::string text = all_text(lay_out(busy_state(40, true), 10, 40, true));
    CHECK(contains(text, "knuckle: Knuckle: a brisk pull pops it\n"));
    CHECK(contains(text, "-30.0 dBFS of -12.0 dBFS\n"));
    CHECK(contains(text, "1-9 0 pop   space: pull   q quit\n"));
    CHECK(contains(text, "error: five\n"));
    CHECK(contains(text, "QUIET FOR 12 s: THE LAST POP'S BUBBLE\u2026\n"));
    CHECK(contains(text, "all keys work; pictures from 44 x 18 on\n"));
}

TEST_CASE("a bar is as long as the share it shows, and its highest mark stays") {
    ViewState state = busy_state(80, true);
    const auto text = [&] { return all_text(lay_out(state, 24, 80, true)); };
    CHECK(contains(text(), "[##########..........] -30.0 dBFS"));
    state.held_dbfs = -12.0;
    CHECK(contains(text(), "[##########.....|....] -12.0 dBFS"));
    state.peak_dbfs = state.held_dbfs = -60.0;
    CHECK(contains(text(), "[....................] -60.0 dBFS"));
    state.peak_dbfs = state.held_dbfs = 0.0;
    CHECK(contains(text(), "[####################] 0.0 dBFS"));
}

TEST_CASE("a joint that cannot pop says so in a colour of its own") {
    ViewState state = busy_state(80, true);
    const auto style = [&] {
        const Screen screen = lay_out(state, 24, 80, true);
        return std::find_if(screen.begin(), screen.end(), [](const TextRun& r) { return r.row == 2; })->style;
    };
    CHECK(style() == Style::warning);
    state.quiet = false;
    CHECK(style() == Style::plain);
}

TEST_CASE("the last glance stands at the right end, from its lowest to its highest value") {
    ViewState state = busy_state(60, false);
    const std::vector<std::string> lines = lines_of(lay_out(state, 40, 60, false), 40);
    // 40 rows less head, hand, messages and keys are 31, of which 7 go to sliders: 8 to each trace, the first of them
    // its text. The pressure's is row 18; its axis goes from -121 kPa to 2 MPa.
    for (std::size_t row = 19; row < 26; ++row) CHECK(lines[row][59] == '*');
    CHECK(std::count(lines[19].begin(), lines[19].end(), '*') == 1);
    CHECK(std::count(lines[24].begin(), lines[24].end(), '*') == 60);  // rest: 10 % up
    CHECK(std::count(lines[25].begin(), lines[25].end(), '*') == 16);  // the dots, one in four, and the last glance
}

TEST_CASE("hand and bone stand at their shares of one and a half ways") {
    const std::vector<std::string> lines = lines_of(lay_out(busy_state(61, true), 30, 61, true), 30);
    CHECK(lines[24][30] == 'H');
    CHECK(lines[24][12] == 'B');
}

TEST_CASE("a free bubble has no gap to show") {
    ViewState state = busy_state(80, true);
    state.course.has_gap = state.picture.has_gap = false;
    const std::string text = all_text(lay_out(state, 24, 80, true));
    CHECK_FALSE(contains(text, "gap "));
    CHECK(contains(text, "\nbubble\n"));
}

TEST_CASE("letters beyond ASCII keep their place; what may be wide becomes a question mark") {
    ViewState state = busy_state(80, true);
    state.title = "Kn\u00f6chel \u9aa8";
    CHECK(lay_out(state, 24, 80, true).front().text == "Kn\u00f6chel ?");
}

TEST_CASE("half the window is the whole way for a mouse") {
    CHECK(dragged_share(10, 50, 80) == 1.0);
    CHECK(dragged_share(10, 10, 80) == 0.0);
    CHECK(dragged_share(50, 10, 80) == -1.0);
}
