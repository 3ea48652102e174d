#include "apps/cli/plot/plot_axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

namespace synovia::cli {

Scale scale_for(double largest, const std::string& unit) {
    constexpr std::array<const char*, 7> prefixes{"p", "n", "µ", "m", "", "k", "M"};
    const bool volume = unit == "m3";
    const double base = volume ? 1e3 : 1.0;
    const double size = largest * base;
    // "0.6 Pa" reads better than "600 mPa".
    if (unit == "Pa" && size >= 0.1 && size < 1.0) return {1.0, unit};
    const int thousands = size > 0.0 ? static_cast<int>(std::floor(std::log10(size * 1.0000001) / 3.0)) : 0;
    const int clamped = std::clamp(thousands, -4, 2);
    std::string name(prefixes[static_cast<std::size_t>(clamped + 4)]);
    return {base * std::pow(10.0, -3 * clamped), name.append(volume ? "L" : unit)};
}

Span with_margin(const Span& range) {
    const double least = std::max({std::abs(range.low), std::abs(range.high), 1e-30}) * 1e-4;
    const double margin = std::max(0.08 * (range.high - range.low), least);
    return {range.low - margin, range.high + margin};
}

double tick_step(double least) {
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    const double digits = least / power;
    return power * (digits <= 1.0 ? 1.0 : digits <= 2.0 ? 2.0 : digits <= 5.0 ? 5.0 : 10.0);
}

Ticks ticks_within(const Span& range, double least_step) {
    const auto with_step = [&range](double step) {  // adding zero makes zero of minus zero
        return Ticks{std::ceil(range.low / step) * step + 0.0, step, std::floor(range.high / step) * step + 0.0};
    };
    const double round = tick_step(least_step);
    for (const double share : {1.0, 0.8, 0.6}) {
        const Ticks ticks = with_step(share * round);
        if (ticks.step >= least_step && ticks.last - ticks.first > 0.5 * ticks.step) return ticks;
    }
    return with_step(round);
}

void spread(std::vector<double>& positions, double distance) {
    for (std::size_t i = 1; i < positions.size(); ++i) {
        const double overlap = distance - (positions[i] - positions[i - 1]);
        if (overlap <= 0.0) continue;
        positions[i] += 0.5 * overlap;
        for (std::size_t k = i; k-- > 0;) positions[k] = std::min(positions[k], positions[k + 1] - distance);
    }
}

std::size_t letters(const std::string& text) {
    // Bytes 10xxxxxx continue a letter.
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::vector<std::string> wrapped_words(const std::string& text, std::size_t width) {
    std::vector<std::string> lines;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (lines.empty() || letters(lines.back()) + 1 + letters(word) > width)
            lines.push_back(word);
        else
            lines.back() += ' ' + word;
    }
    return lines;
}

}  // namespace synovia::cli
