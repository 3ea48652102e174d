#include "audio/file/sound_chunk.hpp"

#include <algorithm>
#include <string_view>

namespace synovia::audio {
namespace {

constexpr std::size_t header_bytes = 8;  // of a chunk: name and length, 4 bytes each

std::string_view name_at(std::span<const std::byte> file, std::size_t at) {
    return {reinterpret_cast<const char*>(file.data() + at), 4};
}

std::uint32_t length_at(std::span<const std::byte> file, std::size_t at, bool little_endian) {
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length = length << 8 | std::to_integer<std::uint32_t>(file[at + (little_endian ? 3 - i : i)]);
    return length;
}

}  // namespace

std::optional<SoundChunk> find_sound_chunk(std::span<const std::byte> file) {
    if (file.size() < 12) return {};
    const bool riff = name_at(file, 0) == "RIFF" && name_at(file, 8) == "WAVE";
    const bool form = name_at(file, 0) == "FORM" && (name_at(file, 8) == "AIFF" || name_at(file, 8) == "AIFC");
    if (!riff && !form) return {};
    for (std::size_t at = 12; at + header_bytes <= file.size();) {
        const std::uint32_t length = length_at(file, at + 4, riff);
        const std::size_t present = std::min<std::size_t>(length, file.size() - at - header_bytes);
        if (name_at(file, at) == (riff ? "data" : "SSND")) return SoundChunk{length, present};
        at += header_bytes + std::size_t{length} + length % 2;  // chunks are padded to even lengths
    }
    return {};
}

bool is_cut_short(const SoundChunk& chunk) {
    constexpr std::uint32_t unknown = 0x7FFF'0000;
    return chunk.declared_bytes > chunk.present_bytes && chunk.declared_bytes < unknown;
}

}  // namespace synovia::audio
