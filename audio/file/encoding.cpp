#include "audio/file/encoding.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace synovia::audio {
namespace {

struct Entry {
    Encoding encoding;
    std::string_view name;
    std::string_view extension;
};

constexpr std::array entries{Entry{Encoding::pcm16, "pcm16", "wav"}, Entry{Encoding::pcm24, "pcm24", "wav"},
                             Entry{Encoding::float32, "float", "wav"}, Entry{Encoding::flac, "flac", "flac"},
                             Entry{Encoding::ogg, "ogg", "ogg"}};

const Entry& entry(Encoding encoding) {
    return *std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.encoding == encoding; });
}

}  // namespace

Encoding parse_encoding(std::string_view text) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.name == text; });
    if (found != entries.end()) return found->encoding;
    throw std::invalid_argument("encoding \"" + std::string(text) + "\" is none of: pcm16, pcm24, float, flac, ogg");
}

std::string_view to_text(Encoding encoding) { return entry(encoding).name; }

std::string_view extension(Encoding encoding) { return entry(encoding).extension; }

void require_holds(Encoding encoding, const Level& level) {
    if (level.mode != LevelMode::pascal || encoding == Encoding::float32) return;
    throw std::invalid_argument("level pa writes 1 Pa as 1.0 and may exceed full scale, which encoding " +
                                std::string(to_text(encoding)) + " cannot hold; use encoding float or level cal:DB");
}

}  // namespace synovia::audio
