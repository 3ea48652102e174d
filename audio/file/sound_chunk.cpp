#include "audio/file/sound_chunk.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace synovia::audio {
namespace {

constexpr std::int64_t header_bytes = 8;  // of a chunk: name and length, 4 bytes each
constexpr std::int64_t file_header_bytes = 12;
using Header = std::array<char, 12>;

/// The bytes from `at` on; zeros behind the end.
Header header_at(ByteFile& file, std::int64_t at) {
    Header header{};
    file.seek(at, SEEK_SET);
    file.read(header.data(), header.size());
    return header;
}

std::string_view name_in(const Header& header, std::size_t at) { return {&header[at], 4}; }

std::uint32_t length_in(const Header& header, bool little_endian) {
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length = length << 8 | static_cast<unsigned char>(header[4 + (little_endian ? 3 - i : i)]);
    return length;
}

}  // namespace

std::optional<SoundChunk> find_sound_chunk(ByteFile& file) {
    const Header start = header_at(file, 0);
    const bool riff = name_in(start, 0) == "RIFF" && name_in(start, 8) == "WAVE";
    const bool form = name_in(start, 0) == "FORM" && (name_in(start, 8) == "AIFF" || name_in(start, 8) == "AIFC");
    if (!riff && !form) return {};
    for (std::int64_t at = file_header_bytes; at + header_bytes <= file.length();) {
        const Header chunk = header_at(file, at);
        const std::uint32_t length = length_in(chunk, riff);
        const std::int64_t present = std::min<std::int64_t>(length, file.length() - at - header_bytes);
        if (name_in(chunk, 0) == (riff ? "data" : "SSND")) return SoundChunk{length, static_cast<std::size_t>(present)};
        at += header_bytes + std::int64_t{length} + length % 2;  // chunks are padded to even lengths
    }
    return {};
}

bool is_cut_short(const SoundChunk& chunk) {
    constexpr std::uint32_t unknown = 0x7FFF'0000;
    return chunk.declared_bytes > chunk.present_bytes && chunk.declared_bytes < unknown;
}

}  // namespace synovia::audio
