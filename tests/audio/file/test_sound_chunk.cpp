#include "audio/file/sound_chunk.hpp"

#include <doctest/doctest.h>

#include <span>
#include <string>

#include "audio/file/memory_file.hpp"

using namespace synovia::audio;
using namespace std::string_literals;

namespace {

std::optional<SoundChunk> find(const std::string& text) {
    const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
    MemoryFile file(std::vector<std::byte>(bytes.begin(), bytes.end()));
    return find_sound_chunk(file);
}

}  // namespace

TEST_CASE("the sound chunk is found behind others, odd lengths padded") {
    const auto chunk = find("RIFF\x40\0\0\0WAVEfmt \x02\0\0\0ab"s + "LIST\x03\0\0\0abc\0"s + "data\x04\x01\0\0wxyz"s);
    REQUIRE(chunk);
    CHECK(chunk->declared_bytes == 260);
    CHECK(chunk->present_bytes == 4);
    CHECK(is_cut_short(*chunk));
}

TEST_CASE("AIFF counts the other way round") {
    const auto chunk = find("FORM\0\0\0\x40"s + "AIFFCOMM\0\0\0\x02"s + "abSSND\0\0\0\x04wxyz"s);
    REQUIRE(chunk);
    CHECK(chunk->declared_bytes == 4);
    CHECK_FALSE(is_cut_short(*chunk));
}

TEST_CASE("a length that a pipe could not know is no sign of a cut") {
    for (const std::string& length : {"\xff\xff\xff\xff"s, "\x00\xf0\xff\x7f"s, "\xff\xff\xff\x7f"s}) {
        const auto chunk = find("RIFF\xff\xff\xff\xffWAVEdata"s + length + "wxyz"s);
        REQUIRE(chunk);
        CHECK_FALSE(is_cut_short(*chunk));
    }
}

TEST_CASE("other bytes have no sound chunk") {
    for (const std::string& text : {""s, "RIFF"s, "RIFF\0\0\0\0AVI data\0\0\0\0"s,
                                    "RIFF\0\0\0\0WAVEfmt \xff\xff\xff\xff"s, "OggS.................................."s,
                                    "RIFF\0\0\0\0WAVEdat"s, "RIFF\0\0\0\0WAVEdata"s, "RIFF\0\0\0\0WAVEdata\0\0\0"s})
        CHECK_FALSE(find(text));
}
