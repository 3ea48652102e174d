#include "apps/cli/live/terminal.hpp"

#include <curses.h>
#include <langinfo.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <clocale>
#include <cstdlib>
#include <string>
#include <string_view>

#include "apps/cli/failure.hpp"

namespace synovia::cli {
namespace {

/// Kitty's keyboard protocol, flag 2: tell when a key is repeated and when it is released. Terminals that do not know
/// it pass over it. https://sw.kovidgoyal.net/kitty/keyboard-protocol
constexpr std::string_view tell_releases = "\033[>2u", tell_no_more = "\033[<u";
/// Button-event tracking: ncurses asks for clicks alone. Xterm Control Sequences, "Mouse Tracking".
constexpr std::string_view follow_mouse = "\033[?1002h", follow_no_more = "\033[?1002l";

constexpr int escape = 27;

void tell(std::string_view sequence) {
    [[maybe_unused]] const ssize_t written = ::write(STDOUT_FILENO, sequence.data(), sequence.size());
}

/// Where nothing is said about characters the terminal is taken for what nearly all are.
bool use_locale() {
    std::setlocale(LC_CTYPE, "");
    if (std::string_view(std::setlocale(LC_CTYPE, nullptr)) == "C") std::setlocale(LC_CTYPE, "C.UTF-8");
    const char* term = std::getenv("TERM");
    const bool console = term != nullptr && std::string_view(term) == "linux";  // its font has no Braille
    return std::string_view(nl_langinfo(CODESET)) == "UTF-8" && !console;
}

constexpr short pair_gap = 1, pair_pressure = 2, pair_radius = 3, pair_warning = 4;

/// Colours that differ in lightness, too, and in what most colour-blind people see.
void use_colours() {
    const char* no_color = std::getenv("NO_COLOR");
    if ((no_color != nullptr && *no_color != '\0') || !has_colors()) return;
    start_color();
    use_default_colors();
    init_pair(pair_gap, COLOR_CYAN, -1);
    init_pair(pair_pressure, COLOR_YELLOW, -1);
    init_pair(pair_radius, COLOR_MAGENTA, -1);
    init_pair(pair_warning, COLOR_RED, -1);
}

chtype attributes(Style style) {
    switch (style) {
        case Style::plain:
            return A_NORMAL;
        case Style::dim:
            return A_DIM;
        case Style::strong:
            return A_BOLD;
        case Style::warning:
            return A_BOLD | COLOR_PAIR(pair_warning);
        case Style::gap:
            return COLOR_PAIR(pair_gap);
        case Style::pressure:
            return COLOR_PAIR(pair_pressure);
        case Style::radius:
            return COLOR_PAIR(pair_radius);
        case Style::selected:
            return A_REVERSE;
    }
    return A_NORMAL;
}

void set_up_screen() {
    raw();  // Ctrl-C is a key: the end comes with a fade, and Ctrl-Z would only starve the sound card
    noecho();
    nonl();
    curs_set(0);
    nodelay(stdscr, TRUE);
    keypad(stdscr, TRUE);
    set_escdelay(25);
    mousemask(BUTTON1_PRESSED | BUTTON1_RELEASED | REPORT_MOUSE_POSITION, nullptr);
    mouseinterval(0);
    use_colours();
}

std::optional<Input::Kind> special(int key) {
    switch (key) {
        case KEY_UP:
            return Input::Kind::up;
        case KEY_DOWN:
            return Input::Kind::down;
        case KEY_LEFT:
            return Input::Kind::left;
        case KEY_RIGHT:
            return Input::Kind::right;
        case KEY_BACKSPACE:
        case '\b':
        case 127:
            return Input::Kind::backspace;
        default:
            return std::nullopt;
    }
}

/// What follows an ESC that ncurses knows nothing about: nothing, or all of a control sequence, whose last byte is the
/// first from 40 to 7E hexadecimal (ECMA-48, 5.4).
std::string rest_of_sequence() {
    std::string sequence;
    for (int key = getch(); key != ERR && key < 0x80; key = getch()) {
        sequence += static_cast<char>(key);
        if (sequence.front() != '[' || (sequence.size() > 1 && key >= 0x40 && key < 0x7F)) break;
    }
    return sequence;
}

Input mouse_input() {
    MEVENT event;
    if (getmouse(&event) != OK) return {};
    if ((event.bstate & BUTTON1_PRESSED) != 0) return {Input::Kind::mouse_down, 0, event.x};
    if ((event.bstate & BUTTON1_RELEASED) != 0) return {Input::Kind::mouse_up, 0, event.x};
    return {Input::Kind::mouse_move, 0, event.x};
}

}  // namespace

Input decode_sequence(std::string_view sequence) {
    if (sequence == "[32;1:3u") return {Input::Kind::hold_end, 0, 0};
    if (sequence == "[32;1:2u") return {Input::Kind::character, ' ', 0};
    return {};
}

Terminal::Terminal() : braille_(use_locale()) {
    screen_ = newterm(nullptr, stdout, stdin);
    if (screen_ == nullptr) throw Failure(ExitCode::usage, "the terminal cannot be used; --plain works on any");
    set_up_screen();
    tell(tell_releases);
    tell(follow_mouse);
}

Terminal::~Terminal() {
    tell(follow_no_more);
    tell(tell_no_more);
    endwin();
    delscreen(screen_);
}

int Terminal::rows() const { return getmaxy(stdscr); }
int Terminal::columns() const { return getmaxx(stdscr); }

void Terminal::paint(const Screen& screen) {
    erase();
    for (const TextRun& run : screen) {
        attrset(static_cast<int>(attributes(run.style)));
        mvaddstr(run.row, run.column, run.text.c_str());
    }
    refresh();
}

std::optional<Input> Terminal::next() {
    const int key = getch();
    if (key == ERR) return std::nullopt;
    if (key == KEY_MOUSE) return mouse_input();
    if (key == escape) return decode_sequence(rest_of_sequence());
    if (const auto kind = special(key)) return Input{*kind, 0, 0};
    return Input{Input::Kind::character, key, 0};
}

void Terminal::wait(int milliseconds, int other_fd) {
    std::array<pollfd, 2> wanted{{{STDIN_FILENO, POLLIN, 0}, {other_fd, POLLIN, 0}}};
    poll(wanted.data(), wanted.size(), milliseconds);
}

}  // namespace synovia::cli
