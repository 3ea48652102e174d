#include "apps/cli/live/terminal.hpp"

#include <curses.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <clocale>
#include <cstdlib>
#include <string_view>

#include "apps/cli/failure.hpp"

namespace synovia::cli {
namespace {

/// Kitty's keyboard protocol, flag 2: tell when a key is repeated and when it is released. Terminals that do not know
/// it pass over it. https://sw.kovidgoyal.net/kitty/keyboard-protocol
constexpr std::string_view tell_releases = "\033[>2u", tell_no_more = "\033[<u";
/// Button-event tracking, with reports in decimal numbers. Xterm Control Sequences, "Mouse Tracking".
constexpr std::string_view follow_mouse = "\033[?1002h\033[?1006h", follow_no_more = "\033[?1006l\033[?1002l";

/// The bytes of a sequence come in one go, over slow lines within this.
constexpr std::chrono::milliseconds longest_sequence{50};

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

std::atomic<bool> asked = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

void ask_to_suspend(int) { asked = true; }

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
    raw();  // Ctrl-C and Ctrl-Z are keys: the end comes with a fade, and a stop gives the sound card back
    noecho();
    nonl();
    curs_set(0);
    typeahead(-1);  // a screen is painted whole, also while keys are held
    use_colours();
}

}  // namespace

Terminal::Terminal() : braille_(use_locale()) {
    screen_ = newterm(nullptr, stdout, stdin);
    if (screen_ == nullptr) throw Failure(ExitCode::usage, "the terminal cannot be used; --plain works on any");
    set_up_screen();
    take_keys();
}

Terminal::~Terminal() {
    signal(SIGTSTP, SIG_DFL);
    give_back();
    delscreen(screen_);
}

void Terminal::take_keys() {
    signal(SIGTSTP, ask_to_suspend);
    tell(tell_releases);
    tell(follow_mouse);
}

void Terminal::give_back() {
    tell(follow_no_more);
    tell(tell_no_more);
    endwin();
}

/// All that the shell has started with us stops, as it would have by the key itself. The signal may take its time to
/// whichever thread gets it.
void Terminal::suspend() {
    constexpr int until_stopped_ms = 50;
    give_back();
    signal(SIGTSTP, SIG_DFL);
    kill(0, SIGTSTP);
    poll(nullptr, 0, until_stopped_ms);
    clearok(curscr, TRUE);
    refresh();
    take_keys();
}

bool Terminal::suspend_asked() { return asked.exchange(false); }

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

void Terminal::fit() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
    if (is_term_resized(size.ws_row, size.ws_col)) resizeterm(size.ws_row, size.ws_col);
}

/// ncurses would wait for the rest of a mouse report for as long as it does not come.
void Terminal::read_keys() {
    pollfd keys{STDIN_FILENO, POLLIN, 0};
    if (gone_ || poll(&keys, 1, 0) <= 0) return;
    std::array<char, 1024> bytes;
    const ssize_t count = read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count > 0) {
        decoder_.feed({bytes.data(), static_cast<std::size_t>(count)});
        last_byte_ = Clock::now();
    }
    gone_ = count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN);
}

/// More is read only when what was read has been understood: whatever is pasted, little of it lies in memory.
std::optional<Input> Terminal::next() {
    if (const auto input = decoder_.next()) return input;
    read_keys();
    if (const auto input = decoder_.next()) return input;
    if (decoder_.waits() && Clock::now() - last_byte_ > longest_sequence) decoder_.give_up();
    if (gone_) return Input{Input::Kind::gone, 0, 0};
    return std::nullopt;
}

void Terminal::wait(int milliseconds, int other_fd) {
    std::array<pollfd, 2> wanted{{{STDIN_FILENO, POLLIN, 0}, {other_fd, POLLIN, 0}}};
    poll(wanted.data(), wanted.size(), milliseconds);
}

}  // namespace synovia::cli
