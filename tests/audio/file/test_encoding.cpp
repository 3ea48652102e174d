#include "audio/file/encoding.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace synovia::audio;

TEST_CASE("encodings survive their text and know their extension") {
    for (const Encoding e : {Encoding::pcm16, Encoding::pcm24, Encoding::float32, Encoding::flac, Encoding::ogg})
        CHECK(parse_encoding(to_text(e)) == e);
    CHECK(parse_encoding("float") == Encoding::float32);
    CHECK(extension(Encoding::pcm16) == "wav");
    CHECK(extension(Encoding::pcm24) == "wav");
    CHECK(extension(Encoding::float32) == "wav");
    CHECK(extension(Encoding::flac) == "flac");
    CHECK(extension(Encoding::ogg) == "ogg");
}

TEST_CASE("an unknown encoding is refused with what is allowed") {
    CHECK_THROWS_WITH_AS(parse_encoding("mp3"), "encoding \"mp3\" is none of: pcm16, pcm24, float, flac, ogg",
                         std::invalid_argument);
    CHECK_THROWS_AS(parse_encoding(""), std::invalid_argument);
}

TEST_CASE("pascals need float; other levels fit everywhere") {
    for (const Encoding e : {Encoding::pcm16, Encoding::pcm24, Encoding::flac, Encoding::ogg}) {
        CHECK_THROWS_AS(require_holds(e, {LevelMode::pascal, 0.0}), std::invalid_argument);
        CHECK_NOTHROW(require_holds(e, {LevelMode::calibrated, 120.0}));
        CHECK_NOTHROW(require_holds(e, {}));
    }
    CHECK_NOTHROW(require_holds(Encoding::float32, {LevelMode::pascal, 0.0}));
}
