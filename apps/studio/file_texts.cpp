#include "apps/studio/file_texts.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <set>
#include <stdexcept>

#include "apps/preset/character.hpp"
#include "apps/preset/text.hpp"

namespace synovia::studio {
namespace {

/// The whole number at a place of the text; nullopt where there are other characters than digits.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    const std::string_view part = text.substr(at, count);
    if (!std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    int number = 0;
    std::from_chars(part.data(), part.data() + part.size(), number);
    return number;
}

int days_in(int year, int month) {
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

bool is_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    return year && month && day && *month >= 1 && *month <= 12 && *day >= 1 && *day <= days_in(*year, *month);
}

bool is_time(std::string_view text) {
    if (text.size() != 8 || text[2] != ':' || text[5] != ':') return false;
    const auto hour = digits(text, 0, 2), minute = digits(text, 3, 2), second = digits(text, 6, 2);
    return hour && minute && second && *hour < 24 && *minute < 60 && *second < 60;
}

std::string lower(std::string_view text) {
    std::string all(text);
    std::ranges::transform(all, all.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return all;
}

bool is_clean(std::string_view text) {
    while (!text.empty()) {
        const preset::Character character = preset::first_character(text);
        if (!character.valid || preset::is_obeyed(character.code)) return false;
        text.remove_prefix(character.bytes);
    }
    return true;
}

/// What is wrong with one of the texts; empty: nothing.
std::string refusal(const std::string& key, const std::string& value, std::set<std::string>& seen) {
    constexpr std::array<std::string_view, 3> own{"date", "software", "comment"};
    const std::string shown = preset::in_quotes(key);
    const auto letter = [](char c) { return c > ' ' && c <= '}' && c != '='; };
    if (key.empty() || !std::ranges::all_of(key, letter))
        return shown + " is no key: letters, digits and punctuation other than =";
    if (std::ranges::find(own, lower(key)) != own.end()) return shown + " is written by the program itself";
    if (!seen.insert(lower(key)).second) return shown + " is given twice";
    if (value.empty()) return shown + " has no value";
    return is_clean(value) ? "" : shown + " holds control characters, marks of direction, or is no UTF-8";
}

}  // namespace

std::string parse_date(std::string_view text) {
    if (is_day(text) ||
        (text.size() == 19 && text[10] == 'T' && is_day(text.substr(0, 10)) && is_time(text.substr(11))))
        return std::string(text);
    throw std::invalid_argument(preset::in_quotes(text) +
                                " is no date like 2026-11-27 and no date and time like 2026-11-27T09:30:00");
}

std::pair<std::string, std::string> parse_pair(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos)
        throw std::invalid_argument(preset::in_quotes(text) + " is not of the form KEY=VALUE");
    return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

void require_writable(const FileTexts& texts) {
    std::set<std::string> seen;
    std::size_t bytes = 0;
    for (const auto& [key, value] : texts.pairs) {
        if (const std::string wrong = refusal(key, value, seen); !wrong.empty()) throw std::invalid_argument(wrong);
        bytes += key.size() + value.size() + 3;  // "=" and "; "
    }
    if (bytes > longest_texts_bytes)
        throw std::invalid_argument("all texts together are " + std::to_string(bytes) + " bytes long, " +
                                    std::to_string(longest_texts_bytes) + " are allowed");
}

void add_to(audio::Metadata& data, const FileTexts& texts) {
    if (!texts.date.empty()) data.date = texts.date.substr(0, 10);
    if (texts.date.size() > 11) data.time = texts.date.substr(11);
    for (const auto& [key, value] : texts.pairs) {
        if (lower(key) == "title")
            data.title = value;
        else if (lower(key) == "copyright")
            data.copyright = value;
        else
            data.pairs.emplace_back(key, value);
    }
}

}  // namespace synovia::studio
