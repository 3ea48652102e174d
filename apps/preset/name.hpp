// Names of presets and joints, which become parts of file names.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace synovia::preset {

inline constexpr std::size_t longest_name_bytes = 100;  ///< leaves room for numbers and endings in 255

/// Why the text is no plain name, nullopt if it is one: UTF-8 of 1 to longest_name_bytes, no leading dot, none of
/// / \ : * ? " < > | and nothing that a terminal obeys.
std::optional<std::string> refuse_name(std::string_view text);

/// A file's name as a plain name: what does not fit becomes "_", what is too long is cut.
std::string plain_name(std::string_view text);

}  // namespace synovia::preset
