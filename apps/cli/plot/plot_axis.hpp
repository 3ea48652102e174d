// What an axis and its texts look like: prefix, range, ticks, lines of text.
#pragma once
#include <span>
#include <string>
#include <vector>

namespace synovia::cli {

struct Scale {
    double factor = 1.0;  ///< drawn = SI * factor
    std::string unit;
};

/// The prefix that brings the largest value between 1 and 1000; "m3" becomes litres.
Scale scale_for(double largest, const std::string& unit);

struct Span {
    double low = 0.0;
    double high = 0.0;
};

/// With a margin on both sides; of values that are all the same, too. Precondition: low <= high.
Span with_margin(const Span& range);

/// 1, 2 or 5 times a power of ten, the smallest that is at least `least`. Precondition: least > 0.
double tick_step(double least);

struct Ticks {
    double first = 0.0, step = 1.0, last = 0.0;
};

/// Multiples of a round step of at least `least_step`: of tick_step(), or a less round one where only that makes two.
/// Without one inside the range `last` lies before `first`.
Ticks ticks_within(const Span& range, double least_step);

/// Moves sorted positions apart to at least `distance`, keeping their order and, as far as that goes, their places.
void spread(std::vector<double>& positions, double distance);

/// Letters, not bytes, of a text in UTF-8.
std::size_t letters(const std::string& text);

/// The words of a text in lines of at most `width` letters; a longer word has a line of its own.
std::vector<std::string> wrapped_words(const std::string& text, std::size_t width);

}  // namespace synovia::cli
