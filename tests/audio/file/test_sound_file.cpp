// There and back again.
#include "audio/file/sound_file.hpp"

#include <stdexcept>

#include "tests/audio/file/support.hpp"
#include "tests/audio/file/temporary_file.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;

TEST_CASE("a sound survives its file, to the resolution of the encoding") {
    const Signal signal = pop();
    // pcm16: TPDF dither of one step and rounding of half a step; pcm24, FLAC: half a step; float: half its last bit.
    CHECK(largest_difference(decode(write(signal, Encoding::pcm16)).signal(), signal) < 1.5 / 32768.0);
    CHECK(largest_difference(decode(write(signal, Encoding::pcm16)).signal(), signal) > 0.5 / 32768.0);
    CHECK(largest_difference(decode(write(signal, Encoding::pcm24)).signal(), signal) <= 0.5 / 8388608.0);
    CHECK(largest_difference(decode(write(signal, Encoding::flac)).signal(), signal) <= 0.5 / 8388608.0);
    CHECK(largest_difference(decode(write(signal, Encoding::float32)).signal(), signal) <= std::ldexp(1.0, -25));
    CHECK(largest_difference(decode(write(signal, Encoding::ogg)).signal(), signal) <
          0.05);  // lossy: it is the same sound
    for (const Encoding encoding : every_encoding)
        CHECK(decode(write(signal, encoding)).signal().sample_rate_hz == 48000.0);
}

TEST_CASE("every rate and the shortest sound can be written") {
    for (const Encoding encoding : every_encoding)
        for (const double rate : {8000.0, 44100.0, 192000.0}) {
            CAPTURE(to_text(encoding));
            CAPTURE(rate);
            Signal signal = pop(1);
            signal.sample_rate_hz = rate;
            const Decoded decoded = decode(write(signal, encoding));
            CHECK(decoded.signal().sample_rate_hz == rate);
            CHECK(decoded.signal().samples.size() == 1);
        }
}

TEST_CASE("channels survive their file, in their order") {
    for (const Encoding encoding : every_encoding)
        for (const std::size_t channels : {2U, 3U, 6U, 8U}) {
            CAPTURE(to_text(encoding));
            CAPTURE(channels);
            const Signal signal = pops(channels), read = decode(write(signal, encoding)).signal();
            REQUIRE(read.channels == channels);
            REQUIRE(read.frames() == 4800);
            // Vorbis is lossy, and more so in its channel for low frequencies; the channels differ by 0.1 at their
            // tops.
            CHECK(largest_difference(read, signal) < (encoding == Encoding::ogg     ? 0.1
                                                      : encoding == Encoding::pcm16 ? 1.5 / 32768.0
                                                                                    : 0.5001 / 8388608.0));
        }
    CHECK(decode(write(pops(64), Encoding::float32)).signal().channels == 64);
    CHECK_THROWS_WITH_AS(write(pops(9), Encoding::flac), "a file of encoding flac holds 1 to 8 channels, not 9",
                         std::invalid_argument);
    CHECK_THROWS_AS(write({48000.0, 0.0, {0.0}, 0}, Encoding::pcm24), std::invalid_argument);
}

TEST_CASE("trap: texts are in the file and come back, as long as they may be") {
    for (const Encoding encoding : every_encoding) {
        CAPTURE(to_text(encoding));
        const auto bytes = write(pop(), encoding);
        for (const char* part : {"knuckle", "nucleus_radius_m", "CC0", "synovia", "0dBFS = 103.2874 dBSPL"}) {
            CAPTURE(part);
            CHECK(contains(bytes, part));
        }
        const Decoded decoded = decode(bytes);
        CHECK(decoded.title == "knuckle");
        CHECK(decoded.comment.find(metadata().comment) != std::string::npos);

        Metadata longest = metadata();
        longest.comment.clear();
        const std::size_t used = comment_text(longest, encoding).size();  // the calibration, in FLAC and Ogg
        const std::size_t room = longest_text(encoding) - used - (used == 0 ? 0 : 2);
        longest.comment = std::string(room, 'x');
        longest.title = longest.copyright = std::string(longest_text(encoding), 'y');
        const Decoded again = decode(write(pop(), encoding, longest));
        CHECK(again.comment.substr(again.comment.size() - room) == longest.comment);
        CHECK(again.title == longest.title);
        CHECK(again.full_scale_db_spl == 103.2874);
        CHECK(largest_difference(again.signal(), decoded.signal()) == 0.0);

        longest.comment += 'x';
        CHECK_THROWS_AS(write(pop(), encoding, longest), std::invalid_argument);
    }
}

TEST_CASE("date, artist and free pairs are in every file") {
    Metadata m = metadata();
    m.date = "2026-11-27";
    m.time = "12:34:56";
    m.pairs = {{"Artist", "A. Knuckle"}, {"session", "left hand"}, {"license", "CC0-1.0"}};
    for (const Encoding encoding : every_encoding) {
        CAPTURE(to_text(encoding));
        const auto bytes = write(pop(), encoding, m);
        CHECK(contains(bytes, "2026-11-27"));
        CHECK(contains(bytes, "A. Knuckle"));
        CHECK_FALSE(contains(bytes, "Artist=A. Knuckle; "));
        CHECK(contains(bytes, "CC0-1.0"));
        const std::string comment = decode(bytes).comment;
        CHECK(comment.find("session=left hand; ") != std::string::npos);
        CHECK((comment.find("license=CC0-1.0; ") != std::string::npos) == (extension(encoding) == "wav"));
    }
    CHECK(contains(write(pop(), Encoding::pcm24, m), "2026-11-2712:34:56"));  // the two fields of bext
    CHECK_FALSE(contains(write(pop(), Encoding::flac), "1970"));
}

TEST_CASE("the calibration comes back from every encoding, and from a file name") {
    for (const Encoding encoding : every_encoding) {
        CAPTURE(to_text(encoding));
        CHECK(decode(write(pop(), encoding)).full_scale_db_spl == 103.2874);
        CHECK_FALSE(decode(write(pop(), encoding, {})).full_scale_db_spl);
    }
    const TemporaryFile file("synovia_test_FS129.9dB(PK)_00.wav", write(pop(), Encoding::pcm16, {}));
    CHECK(decode_file(file.path()).full_scale_db_spl == 129.9);
}
