// "did you mean": the word that was probably meant by one that is not known.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace synovia::preset {

/// The word with the least edit distance, or empty where none is near enough to be meant.
std::string_view nearest(std::string_view given, std::span<const std::string_view> words);

/// ` (did you mean "word"?)`, or nothing.
std::string suggestion(std::string_view given, std::span<const std::string_view> words);

}  // namespace synovia::preset
