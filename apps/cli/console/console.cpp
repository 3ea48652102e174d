#include "apps/cli/console/console.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "apps/preset/text.hpp"

namespace synovia::cli {
namespace {

bool line_drawn = false;  // only the main thread speaks

/// https://no-color.org: set and not empty means no colour.
bool colour() {
    const char* no_color = std::getenv("NO_COLOR");
    return on_terminal() && (no_color == nullptr || *no_color == '\0');
}

void print_lines(std::string_view prefix, std::string_view message) {
    erase_line();
    while (!message.empty()) {
        const std::string_view line = message.substr(0, message.find('\n'));
        const std::string text = std::string(prefix) + preset::visible(line) + "\n";
        std::fputs(text.c_str(), stderr);
        message.remove_prefix(std::min(line.size() + 1, message.size()));
    }
}

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

constexpr double quiet_time_s = 1.0;  // jobs shorter than this show nothing
constexpr double redraw_time_s = 0.1;
constexpr std::size_t bar_width = 30;

}  // namespace

bool on_terminal() {
    const char* kind = std::getenv("TERM");
    return isatty(STDERR_FILENO) != 0 && kind != nullptr && std::string_view(kind) != "dumb";
}

void report_failure(std::string_view message) {
    print_lines(colour() ? "\033[1;31msynovia:\033[0m " : "synovia: ", message);
}

void note(std::string_view message, bool quiet) {
    if (!quiet) print_lines("", message);
}

void warn(std::string_view message, bool quiet) {
    if (!quiet) print_lines(colour() ? "\033[1;33msynovia: warning:\033[0m " : "synovia: warning: ", message);
}

void draw_line(std::string_view line) {
    const std::string text = "\r\033[K" + preset::visible(line);
    std::fputs(text.c_str(), stderr);
    line_drawn = true;
}

void erase_line() {
    if (line_drawn) std::fputs("\r\033[K", stderr);
    line_drawn = false;
}

Progress::Progress(std::size_t total, bool quiet)
    : total_(total), start_s_(now_s()), enabled_(!quiet && on_terminal()) {}

Progress::~Progress() { erase_line(); }

void Progress::advance() {
    ++done_;
    const double now = now_s();
    const double elapsed = now - start_s_;
    if (!enabled_ || elapsed < quiet_time_s || now - drawn_s_ < redraw_time_s) return;
    drawn_s_ = now;
    const double left = elapsed * static_cast<double>(total_ - done_) / static_cast<double>(done_);
    const std::size_t filled = bar_width * done_ / total_;
    const std::string bar = std::string(filled, '#') + std::string(bar_width - filled, '.');
    draw_line("[" + bar + "] " + std::to_string(done_) + " of " + std::to_string(total_) + ", " +
              std::to_string(std::llround(left)) + " s left");
}

}  // namespace synovia::cli
