#include "audio/file/bext.hpp"

#include <sndfile.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "audio/file/memory_file.hpp"
#include "tests/audio/file/support.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;

namespace {

/// Loudness, range, highest true peak, momentary and short-term loudness, in hundredths, as bext holds them.
std::array<int, 5> loudness_in(const std::vector<std::byte>& wav) {
    const std::size_t bext = text(wav).find("bext") + 8;
    REQUIRE(number_at(wav, bext + 346, 2) == 2);  // version
    std::array<int, 5> fields{};
    for (std::size_t i = 0; i < 5; ++i)
        fields[i] = static_cast<std::int16_t>(number_at(wav, bext + 348 + 64 + 2 * i, 2));
    return fields;
}

constexpr int unused = 0x7FFF;

Signal tone(double seconds, double amplitude) {
    Signal signal{48000.0, 0.0, {}};
    for (int n = 0; n < seconds * 48000.0; ++n)
        signal.samples.push_back(amplitude * std::sin(2.0 * 3.141592653589793 * 997.0 * n / 48000.0));
    return signal;
}

}  // namespace

TEST_CASE("a WAV file says where in the pull it begins, who made it and when") {
    MemoryFile file(write(pop(), Encoding::pcm24));
    SF_VIRTUAL_IO io{
        [](void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->length(); },
        [](sf_count_t o, int w, void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->seek(o, w); },
        [](void* d, sf_count_t n, void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->read(d, n); }, nullptr,
        [](void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->tell(); }};
    SF_INFO info{};
    SNDFILE* handle = sf_open_virtual(&io, SFM_READ, &info, &file);
    REQUIRE(handle != nullptr);
    SF_BROADCAST_INFO bext{};
    REQUIRE(sf_command(handle, SFC_GET_BROADCAST_INFO, &bext, sizeof bext) == SF_TRUE);
    CHECK(std::string(bext.description) == "knuckle; Sound: 0dBFS = 103.2874 dBSPL");
    CHECK(std::string(bext.originator) == "synovia");
    CHECK(std::string_view(bext.origination_date, 10) == std::string_view("\0\0\0\0\0\0\0\0\0\0", 10));
    CHECK(std::string_view(bext.origination_time, 8) == std::string_view("\0\0\0\0\0\0\0\0", 8));
    CHECK(bext.time_reference_low == 3043);  // 0.0634 s at 48 kHz
    CHECK(bext.time_reference_high == 0);
    CHECK(std::string_view(sf_get_string(handle, SF_STR_SOFTWARE)).substr(0, 7) == "synovia");
    CHECK(std::string(sf_get_string(handle, SF_STR_COPYRIGHT)) == "CC0");
    sf_close(handle);
}

TEST_CASE("a file that begins before the pull refers to its start") {
    Metadata early = metadata(), zero = metadata();
    early.time_reference_s = -0.005;
    zero.time_reference_s = 0.0;
    CHECK(write(pop(), Encoding::pcm24, early) == write(pop(), Encoding::pcm24, zero));
}

TEST_CASE("trap: bext says how loud the sound is, or that it is too short to say") {
    // BS.1770: 997 Hz at full scale in one channel is -3.01 LUFS; a tenth of that, -23.01. Steady: range 0.
    const auto steady = loudness_in(write(tone(5.0, 0.1), Encoding::pcm24));
    CHECK(std::abs(steady[0] + 2301) <= 2);
    CHECK(std::abs(steady[1]) <= 2);
    CHECK(std::abs(steady[2] + 2000) <= 1);
    CHECK(std::abs(steady[3] + 2301) <= 2);
    CHECK(std::abs(steady[4] + 2301) <= 2);
    const auto second = loudness_in(write(tone(1.0, 0.1), Encoding::pcm24));
    CHECK(std::abs(second[0] + 2301) <= 3);
    CHECK(second[1] == unused);
    CHECK(std::abs(second[3] + 2301) <= 3);
    CHECK(second[4] == unused);
    const auto brief = loudness_in(write(tone(0.3, 0.1), Encoding::pcm24));
    CHECK(brief == std::array{unused, unused, brief[2], unused, unused});
    CHECK(std::abs(brief[2] + 2000) <= 1);
    CHECK(loudness_in(write({48000.0, 0.0, std::vector<double>(48000)}, Encoding::float32)) ==
          std::array{unused, unused, unused, unused, unused});
    // Loud beyond two digits before the point, as 1e9 Pa in a file of pascals.
    CHECK(loudness_in(write(tone(1.0, 1e9), Encoding::float32))[2] == unused);
}
