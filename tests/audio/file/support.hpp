// What several tests of sound files write and read.
#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "audio/file/sound_file.hpp"

namespace synovia::audio::test {

inline constexpr std::array every_encoding{Encoding::pcm16, Encoding::pcm24, Encoding::float32, Encoding::flac,
                                           Encoding::ogg};

inline Signal pop(std::size_t size = 4800) {
    Signal signal{48000.0, 0.0, {}};
    for (std::size_t n = 0; n < size; ++n) {
        const double t = static_cast<double>(n) / 48000.0;
        signal.samples.push_back(0.8 * std::exp(-t / 0.01) * std::sin(2.0 * 3.141592653589793 * 900.0 * t));
    }
    return signal;
}

inline Metadata metadata() {
    Metadata m;
    m.title = "knuckle";
    m.comment = R"({"bubble.nucleus_radius_m":3e-7})";
    m.copyright = "CC0";
    m.full_scale_db_spl = 103.28741;
    m.time_reference_s = 0.0634;
    return m;
}

inline std::vector<std::byte> write(const Signal& signal, Encoding encoding, const Metadata& m = metadata()) {
    EncodeSettings settings;
    settings.encoding = encoding;
    return encode(signal, settings, m);
}

inline std::string_view text(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline bool contains(const std::vector<std::byte>& bytes, std::string_view part) {
    return text(bytes).find(part) != std::string_view::npos;
}

inline double largest_difference(const Signal& a, const Signal& b) {
    REQUIRE(a.samples.size() == b.samples.size());
    double worst = 0.0;
    for (std::size_t n = 0; n < a.samples.size(); ++n) worst = std::max(worst, std::abs(a.samples[n] - b.samples[n]));
    return worst;
}

inline std::string error_of(const std::vector<std::byte>& bytes) {
    try {
        decode(bytes);
    } catch (const FileError& error) {
        return error.what();
    }
    return "no error";
}

inline std::vector<std::byte> bytes_of(std::string_view characters) {
    std::vector<std::byte> bytes(characters.size());
    std::memcpy(bytes.data(), characters.data(), characters.size());
    return bytes;
}

/// Channel c is the pop times 1/(c + 1).
inline Signal pops(std::size_t channels) {
    Signal signal{48000.0, 0.0, {}, channels};
    for (const double x : pop().samples)
        for (std::size_t c = 0; c < channels; ++c) signal.samples.push_back(x / static_cast<double>(c + 1));
    return signal;
}

inline std::uint32_t number_at(const std::vector<std::byte>& bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i > 0; --i) value = value << 8 | std::to_integer<std::uint32_t>(bytes[at + i - 1]);
    return value;
}

}  // namespace synovia::audio::test
