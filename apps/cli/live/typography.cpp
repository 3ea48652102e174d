#include "apps/cli/live/typography.hpp"

#include <cctype>
#include <cstddef>
#include <string_view>

namespace synovia::cli {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// The text with blanks around it, at one of its characters.
struct Place {
    std::string_view text;
    std::size_t i;

    char at(int offset) const {
        const std::size_t place = i + static_cast<std::size_t>(offset);
        return place < text.size() ? text[place] : ' ';
    }
    /// After "280 ", before the end of a unit.
    bool is_micro() const {
        return at(0) == 'u' && at(-1) == ' ' && is_digit(at(-2)) && (at(1) == 'm' || at(1) == 's' || at(1) == 'P') &&
               (at(1) == 'P' || !is_letter(at(2)));
    }
    bool is_times() const { return text.substr(i).starts_with("x10^") && is_digit(at(-1)); }
    /// "m3" or "m2", a unit of its own or with its prefix.
    bool is_power_of_metre() const {
        const bool alone = !is_letter(at(-2)), milli = at(-2) == 'm' && !is_letter(at(-3));
        return (at(0) == '2' || at(0) == '3') && at(-1) == 'm' && (alone || milli) && !is_digit(at(1));
    }
    /// What was cut off at the end.
    bool is_ellipsis() const { return text.substr(i) == "..."; }
};

}  // namespace

std::string typeset(const std::string& text) {
    std::string result;
    for (Place place{text, 0}; place.i < text.size(); ++place.i) {
        if (place.is_ellipsis()) return result + "\u2026";
        if (place.is_micro())
            result += "\u00b5";
        else if (place.is_times())
            result += "\u00b7";
        else if (place.is_power_of_metre())
            result += place.at(0) == '2' ? "\u00b2" : "\u00b3";
        else
            result += place.at(0);
    }
    return result;
}

}  // namespace synovia::cli
