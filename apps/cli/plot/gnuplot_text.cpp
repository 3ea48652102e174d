#include "apps/cli/plot/gnuplot_text.hpp"

#include <array>
#include <charconv>

#include "apps/cli/plot/plot_layout.hpp"

namespace synovia::cli {

std::string number(double value) {
    std::array<char, 32> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::general, 6).ptr;
    return {digits.data(), end};
}

/// In single quotes gnuplot takes everything literally but the quote itself, which is doubled.
std::string literal(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c == '\n' ? ' ' : c);
    return out + "'";
}

std::string screen_x(double px) { return "screen " + number(px / width_px); }
std::string screen_y(double px_from_top) { return "screen " + number(1.0 - px_from_top / height_px); }

std::string font(double size_px, FigureFormat format) {
    const double points_per_px = format == FigureFormat::svg ? 1.0 : 0.75;
    return "font '," + number(size_px * points_per_px) + "'";
}

/// Lines have round joins: the corners of a swing that is narrower than a line is thick would stand out as spikes.
/// Their ends are round with them, so every dash is three units longer than it is given, and every gap shorter.
std::string beginning(FigureFormat format) {
    const std::string terminal =
        format == FigureFormat::svg  // without a size of its own it fills the window
            ? "set terminal svg noenhanced size 1600,900 dynamic rounded font 'Arial,27' background '#ffffff'\n"
            : "set terminal pngcairo noenhanced size 1920,1080 rounded font 'Arial,20.25' fontscale 1.2 linewidth 1.2 "
              "background '#ffffff'\n";
    return terminal +
           "set encoding utf8\nset multiplot\nunset key\nset border lw 1.5\nset tics nomirror out scale 0.5\nset xtics "
           "offset 0,0.4\n";
}

}  // namespace synovia::cli
