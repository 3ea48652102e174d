#include "apps/preset/dimension.hpp"

#include <cstddef>
#include <cstdlib>
#include <numbers>

namespace synovia::preset {
namespace {

struct Symbol {
    std::string_view text;
    Unit unit;
    bool prefixable;
};

constexpr Dimension length{1, 0, 0, 0}, mass{0, 1, 0, 0}, time{0, 0, 1, 0}, temperature{0, 0, 0, 1}, force{1, 1, -2, 0},
    pressure{-1, 1, -2, 0}, frequency{0, 0, -1, 0}, volume{3, 0, 0, 0}, viscosity{-1, 1, -1, 0}, moment{2, 1, -2, 0},
    angle{0, 0, 0, 0, 1}, pure{};

// The conventional values: atm = 101325 Pa and kgf = 9.80665 N by definition, mmHg = 133.322387415 Pa (BIPM, SI
// brochure).
constexpr std::array symbols{Symbol{"m", {length, 1.0, 0}, true},
                             Symbol{"g", {mass, 1.0, -3}, true},
                             Symbol{"s", {time, 1.0, 0}, true},
                             Symbol{"min", {time, 60.0, 0}, false},
                             Symbol{"h", {time, 3600.0, 0}, false},
                             Symbol{"K", {temperature, 1.0, 0}, true},
                             Symbol{"N", {force, 1.0, 0}, true},
                             Symbol{"kgf", {force, 9.80665, 0}, false},
                             Symbol{"Nm", {moment, 1.0, 0}, true},
                             Symbol{"Pa", {pressure, 1.0, 0}, true},
                             Symbol{"bar", {pressure, 1.0, 5}, true},
                             Symbol{"atm", {pressure, 101325.0, 0}, false},
                             Symbol{"mmHg", {pressure, 133.322387415, 0}, false},
                             Symbol{"Hz", {frequency, 1.0, 0}, true},
                             Symbol{"L", {volume, 1.0, -3}, true},
                             Symbol{"l", {volume, 1.0, -3}, true},
                             Symbol{"Pas", {viscosity, 1.0, 0}, true},
                             Symbol{"rad", {angle, 1.0, 0}, false},
                             Symbol{"deg", {angle, std::numbers::pi / 180.0, 0}, false},
                             Symbol{"%", {pure, 1.0, -2}, false}};

struct Prefix {
    std::string_view text;
    int exponent;
};

constexpr std::array prefixes{Prefix{"p", -12},     Prefix{"n", -9}, Prefix{"u", -6}, Prefix{"\u00b5", -6},
                              Prefix{"\u03bc", -6}, Prefix{"m", -3}, Prefix{"c", -2}, Prefix{"d", -1},
                              Prefix{"k", 3},       Prefix{"M", 6},  Prefix{"G", 9}};

std::optional<Unit> find_symbol(std::string_view text, bool prefixed) {
    for (const Symbol& symbol : symbols)
        if (symbol.text == text && (symbol.prefixable || !prefixed)) return symbol.unit;
    return std::nullopt;
}

/// A symbol with or without a prefix; the bare symbol wins ("min" is a minute).
std::optional<Unit> find_prefixed(std::string_view text) {
    if (auto bare = find_symbol(text, false)) return bare;
    for (const Prefix& prefix : prefixes) {
        if (!text.starts_with(prefix.text)) continue;
        if (auto unit = find_symbol(text.substr(prefix.text.size()), true)) {
            unit->exponent += prefix.exponent;
            return unit;
        }
    }
    return std::nullopt;
}

double power(double base, int n) {
    double result = 1.0;
    for (int i = 0; i < std::abs(n); ++i) result *= base;
    return n < 0 ? 1.0 / result : result;
}

void multiply(Unit& product, const Unit& unit, int n) {
    for (std::size_t i = 0; i < product.dimension.size(); ++i) product.dimension[i] += n * unit.dimension[i];
    product.factor *= power(unit.factor, n);
    product.exponent += n * unit.exponent;
}

/// One factor: a symbol and at most one digit of power, "m3" or "m^3".
std::optional<Unit> parse_factor(std::string_view word, int sign) {
    int n = 1;
    if (word.back() >= '2' && word.back() <= '9') {
        n = word.back() - '0';
        word.remove_suffix(1);
        if (word.ends_with('^')) word.remove_suffix(1);
    }
    const auto unit = find_prefixed(word);
    if (!unit) return std::nullopt;
    Unit factor;
    multiply(factor, *unit, sign * n);
    return factor;
}

}  // namespace

std::optional<Unit> parse_unit(std::string_view text) {
    Unit product;
    int sign = 1;
    bool awaited = !text.empty();  // an operator stands without its right-hand side
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find_first_of(" */"));
        if (!word.empty()) {
            const auto factor = parse_factor(word, sign);
            if (!factor) return std::nullopt;
            multiply(product, *factor, 1);
            awaited = false;
        }
        text.remove_prefix(word.size());
        if (text.empty()) break;
        const bool is_operator = text.front() != ' ';
        if (is_operator && awaited) return std::nullopt;
        if (text.front() == '/') sign = -1;
        awaited = awaited || is_operator;
        text.remove_prefix(1);
    }
    if (awaited) return std::nullopt;
    return product;
}

std::string other_symbols(const Dimension& dimension, std::string_view except) {
    std::string all;
    for (const Symbol& symbol : symbols)
        if (symbol.unit.dimension == dimension && symbol.text != except) all.append(", ").append(symbol.text);
    return all;
}

}  // namespace synovia::preset
