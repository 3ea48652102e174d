// What a person wants written into a sound file: a date and texts by key.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audio/file/metadata.hpp"

namespace synovia::studio {

inline constexpr std::size_t longest_texts_bytes = 1000;  ///< keys and values together; leaves room for the recipe

struct FileTexts {
    std::string date;                                        ///< yyyy-mm-dd or yyyy-mm-ddThh:mm:ss; empty: none
    std::vector<std::pair<std::string, std::string>> pairs;  ///< in the order given, each key once
};

/// A date of the calendar, with or without a time of day. Throws std::invalid_argument.
std::string parse_date(std::string_view text);

/// "KEY=VALUE". Throws std::invalid_argument.
std::pair<std::string, std::string> parse_pair(std::string_view text);

/// Throws std::invalid_argument where a key is none, given twice whatever its case, or written by the program itself
/// (date, software, comment), where a text is no UTF-8 or holds control characters, or all is too long.
void require_writable(const FileTexts& texts);

/// Into the file's metadata; the keys title and copyright have members of their own.
void add_to(audio::Metadata& data, const FileTexts& texts);

}  // namespace synovia::studio
