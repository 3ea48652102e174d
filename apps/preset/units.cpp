#include "apps/preset/units.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "apps/preset/dimension.hpp"
#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string what_fits(std::string_view unit) {
    const Dimension wanted = parse_unit(unit).value_or(Unit{}).dimension;
    if (unit.empty()) return "a bare number" + other_symbols(wanted, unit);
    return std::string(unit) + other_symbols(wanted, unit) + ", also with a prefix (p n u m c d k M G)";
}

[[noreturn]] void refuse(std::string_view text, const std::string& why, std::string_view unit) {
    throw std::invalid_argument("given " + in_quotes(text) + ", " + why + "; what fits: " + what_fits(unit));
}

/// Digits and exponent at the start of `text`, the exponent as a number of its own.
struct Number {
    std::string_view mantissa;
    int exponent = 0;
    std::string_view rest;
};

std::optional<Number> split_number(std::string_view text) {
    if (text.starts_with("+-")) return std::nullopt;
    double value = 0;
    const char* begin = text.data() + (text.starts_with('+') ? 1 : 0);
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(begin, end, value);
    if (parsed.ec == std::errc::invalid_argument) return std::nullopt;
    Number number{{begin, parsed.ptr}, 0, {parsed.ptr, static_cast<std::size_t>(end - parsed.ptr)}};
    const auto e = number.mantissa.find_first_of("eE");
    if (e == std::string_view::npos) return number;
    const std::string_view exponent = number.mantissa.substr(e + 1);
    const char* digits = exponent.data() + (exponent.starts_with('+') ? 1 : 0);
    if (std::from_chars(digits, exponent.data() + exponent.size(), number.exponent).ec != std::errc{})
        return std::nullopt;
    number.mantissa = number.mantissa.substr(0, e);
    return number;
}

}  // namespace

double parse_quantity(std::string_view text, std::string_view unit) {
    const std::string_view given = trimmed(text);
    const auto number = split_number(given);
    if (!number || number->mantissa.find_first_of("nN") != std::string_view::npos)
        refuse(text, "expected a finite number", unit);
    const std::string_view written = trimmed(number->rest);
    const Unit target = parse_unit(unit).value_or(Unit{});
    const auto source = written.empty() ? target : parse_unit(written);
    if (!source) refuse(text, in_quotes(written) + " is no known unit", unit);
    if (source->dimension != target.dimension) refuse(text, in_quotes(written) + " has another dimension", unit);
    const std::string decimal =
        std::string(number->mantissa) + "e" +
        std::to_string(std::clamp(number->exponent, -9999, 9999) + source->exponent - target.exponent);
    double value = 0;
    if (std::from_chars(decimal.data(), decimal.data() + decimal.size(), value).ec != std::errc{})
        refuse(text, "the number is too large or too small", unit);
    value *= source->factor / target.factor;
    if (!std::isfinite(value)) refuse(text, "the number is too large", unit);
    return value;
}

std::vector<double> parse_quantities(std::string_view text, std::string_view unit) {
    std::vector<double> values;
    if (trimmed(text).empty()) return values;
    while (true) {
        const auto comma = text.find(',');
        values.push_back(parse_quantity(text.substr(0, comma), unit));
        if (comma == std::string_view::npos) return values;
        text.remove_prefix(comma + 1);
    }
}

std::string unit_suffix(std::string_view unit) {
    std::string suffix(unit);
    for (char& c : suffix) {
        const auto byte = static_cast<unsigned char>(c);
        c = std::isalnum(byte) != 0 ? static_cast<char>(std::tolower(byte)) : '_';
    }
    return suffix;
}

}  // namespace synovia::preset
