// Writing: what a file holds, and what none can. Most traps are libsndfile's.
#include "audio/file/sound_file.hpp"

#include <limits>
#include <string_view>

#include "audio/file/memory_file.hpp"
#include "tests/audio/file/support.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;

TEST_CASE("trap: integers beyond full scale are held there, not wrapped around, and counted") {
    const Signal loud{48000.0, 0.0, {0.5, 1.2, -1.2, 1.0, -1.0, 0.25}};
    for (const Encoding encoding : {Encoding::pcm16, Encoding::pcm24, Encoding::flac}) {
        CAPTURE(to_text(encoding));
        const Signal read = decode(write(loud, encoding)).signal();
        CHECK(clipped_samples(loud, encoding) == 2);
        REQUIRE(read.samples.size() == loud.samples.size());  // FLAC writes nothing at all without clipping
        const double step = encoding == Encoding::pcm16 ? 1.0 / 32768.0 : 1.0 / 8388608.0;
        CHECK(read.samples[1] == 1.0 - step);
        CHECK(read.samples[2] == -1.0);
    }
    CHECK(clipped_samples(loud, Encoding::ogg) == 2);
}

TEST_CASE("float keeps what is beyond full scale and counts nothing") {
    const Signal loud{48000.0, 0.0, {0.5, 20.0, -3.5}};
    CHECK(clipped_samples(loud, Encoding::float32) == 0);
    CHECK(decode(write(loud, Encoding::float32)).signal().samples == loud.samples);
}

TEST_CASE("trap: a file that does not fit is an error, whichever byte is one too many") {
    for (const Encoding encoding : every_encoding) {
        const std::size_t size = write(pop(), encoding).size();
        EncodeSettings settings;
        settings.encoding = encoding;
        MemoryFile wide_enough(size);
        encode(pop(), settings, metadata(), wide_enough);
        CHECK(wide_enough.bytes() == write(pop(), encoding));
        for (const std::size_t limit : {size - 1, size / 2, std::size_t{100}, std::size_t{1}}) {
            CAPTURE(to_text(encoding));
            CAPTURE(limit);
            MemoryFile narrow(limit);
            CHECK_THROWS_AS(encode(pop(), settings, metadata(), narrow), FileError);
            CHECK(narrow.refused());
        }
    }
}

TEST_CASE("a sound that is too long for WAV's 32 bits is refused before a byte of it is written") {
    const SparseSignal silence(48000.0, 0.0, 2, std::size_t{1} << 30U);
    for (const Encoding encoding : {Encoding::pcm16, Encoding::pcm24, Encoding::float32}) {
        EncodeSettings settings;
        settings.encoding = encoding;
        MemoryFile file;
        CHECK_THROWS_WITH_AS(encode(silence, settings, {}, file),
                             "a WAV file holds less than 4 GiB, and this sound needs more", std::invalid_argument);
        CHECK(file.length() == 0);
    }
}

TEST_CASE("trap: no PEAK chunk with the time of day; equal sounds are equal files, Ogg included") {
    for (const Encoding encoding : every_encoding) {
        CAPTURE(to_text(encoding));
        CHECK(write(pop(), encoding) == write(pop(), encoding));
    }
    CHECK_FALSE(contains(write(pop(), Encoding::float32), "PEAK"));
}

TEST_CASE("the seed decides the dither of 16 bits and nothing else") {
    const EncodeSettings seven{Encoding::pcm16, 7}, eight{Encoding::pcm16, 8}, wide{Encoding::pcm24, 7},
        wider{Encoding::pcm24, 8};
    CHECK(encode(pop(), seven, {}) == encode(pop(), seven, {}));
    CHECK(encode(pop(), seven, {}) != encode(pop(), eight, {}));
    CHECK(encode(pop(), wide, {}) == encode(pop(), wider, {}));
}

TEST_CASE("trap: libsndfile refuses WAV on a pipe; the bytes in memory are a whole file, lengths filled in") {
    const auto wav = write(pop(), Encoding::pcm24);
    const auto length = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 4; i > 0; --i) value = value << 8 | std::to_integer<std::uint32_t>(wav[at + i - 1]);
        return value;
    };
    CHECK(text(wav).substr(0, 4) == "RIFF");
    CHECK(length(4) == wav.size() - 8);
    const std::size_t data = text(wav).find("data");
    REQUIRE(data != std::string_view::npos);
    CHECK(length(data + 4) == 4800 * 3);
}

TEST_CASE("signals that no file can hold are refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const Encoding encoding : every_encoding) {
        CHECK_THROWS_WITH_AS(write({48000.0, 0.0, {}}, encoding), "a sound file needs at least one sample",
                             std::invalid_argument);
        CHECK_THROWS_WITH_AS(write({48000.0, 0.0, {0.0, nan}}, encoding), "sample 1 is not a finite number",
                             std::invalid_argument);
        CHECK_THROWS_AS(write({48000.0, 0.0, {1e39}}, encoding), std::invalid_argument);  // beyond float
        CHECK_THROWS_AS(write({48000.5, 0.0, {0.0}}, encoding), std::invalid_argument);
        CHECK_THROWS_AS(write({nan, 0.0, {0.0}}, encoding), std::invalid_argument);
        CHECK_THROWS_AS(write({1e9, 0.0, {0.0}}, encoding), std::invalid_argument);
    }
}

TEST_CASE("a sample that is not finite is named with its channel") {
    Signal signal = pops(2);
    signal.at(7, 1) = std::numeric_limits<double>::infinity();
    CHECK_THROWS_WITH_AS(write(signal, Encoding::pcm24), "sample 7 of channel 2 is not a finite number",
                         std::invalid_argument);
}

TEST_CASE("one and two channels are plain WAV, four have the mask of four speakers") {
    for (const std::size_t channels : {1U, 2U, 4U}) {
        const auto wav = write(pops(channels), Encoding::pcm24);
        const std::size_t fmt = text(wav).find("fmt ") + 8;
        CHECK(number_at(wav, fmt, 2) == (channels > 2 ? 0xFFFE : 1));  // WAVE_FORMAT_EXTENSIBLE, _PCM
        CHECK(number_at(wav, fmt + 2, 2) == channels);
        if (channels > 2) CHECK(number_at(wav, fmt + 20, 4) == 0x33);  // front and back, left and right
    }
}

TEST_CASE("silence around pieces of sound is written as if it were in the signal") {
    for (const Encoding encoding : every_encoding) {
        CAPTURE(to_text(encoding));
        EncodeSettings settings;
        settings.encoding = encoding;
        SparseSignal sparse(48000.0, 0.0, 2, 40000);
        sparse.pieces.push_back({3000, pops(2).samples});   // across the border of a block
        sparse.pieces.push_back({30000, pops(2).samples});  // blocks of silence before and behind
        CHECK(encode(sparse, settings, metadata()) == write(dense(sparse), encoding));
    }
    CHECK(decode(encode(SparseSignal(48000.0, 0.0, 1, 5), {}, {})).signal().samples == std::vector<double>(5));
}

TEST_CASE("a piece with a number that is not finite is named by its place in the file") {
    SparseSignal sparse(48000.0, 0.0, 2, 40000);
    sparse.pieces.push_back({30000, {0.0, 0.0, 0.0, 1e300}});
    CHECK_THROWS_WITH_AS(encode(sparse, {}, {}), "sample 30001 of channel 2 is not a finite number",
                         std::invalid_argument);
}
