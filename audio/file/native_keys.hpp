// The keys of Metadata::pairs that sound files have a place for.
#pragma once
#include <optional>
#include <string_view>

#include "audio/file/encoding.hpp"

namespace synovia::audio {

/// libsndfile's number of the text (SF_STR_...) for this key, whatever its case; absent: the format has no such place.
std::optional<int> native_key(std::string_view key, Encoding encoding);

}  // namespace synovia::audio
