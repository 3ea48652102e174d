#include "audio/file/metadata.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace synovia::audio;

TEST_CASE("the description is title, take and calibration, the title cut to what fits, never within a character") {
    Metadata m;
    CHECK(description_text(m).empty());
    m.title = "knuckle";
    CHECK(description_text(m) == "knuckle");
    m.take = 12;
    m.full_scale_db_spl = 103.28741;
    CHECK(description_text(m) == "knuckle; take 12; Sound: 0dBFS = 103.2874 dBSPL");
    const std::string rest = "; take 12; Sound: 0dBFS = 103.2874 dBSPL";
    m.title = std::string(300, 'x');
    CHECK(description_text(m) == std::string(256 - rest.size(), 'x') + rest);
    m.title = std::string(256 - rest.size() - 1, 'x') + "\xC3\xA4 and more";  // a-umlaut in the last two bytes
    CHECK(description_text(m) == std::string(256 - rest.size() - 1, 'x') + rest);
}

TEST_CASE("the comment holds what has no place of its own") {
    Metadata m;
    m.comment = "{}";
    m.full_scale_db_spl = 120.0;
    m.pairs = {{"Artist", "me"}, {"room", "small"}, {"LICENSE", "CC0"}};
    CHECK(comment_text(m, Encoding::pcm24) == "room=small; LICENSE=CC0; {}");
    CHECK(comment_text(m, Encoding::flac) == "Sound: 0dBFS = 120.0 dBSPL; room=small; {}");
}

TEST_CASE("everything that no file can hold is named at once") {
    Metadata m;
    m.title = std::string(2046, 't');
    m.date = "27.11.2026";
    m.time = "noon";
    m.pairs = {{"", "x"}, {"a=b", "x"}, {"artist", std::string(3000, 'a')}, {"room", std::string(3000, 'r')}};
    CHECK_THROWS_WITH_AS(require_writable(m, Encoding::pcm24),
                         "title is 2046 bytes long, 2045 are allowed\n"
                         "comment is 3016 bytes long, 2045 are allowed\n"
                         "\"\" is no key\n\"a=b\" is no key\n"
                         "artist is 3000 bytes long, 2045 are allowed\n"
                         "date is \"27.11.2026\", not yyyy-mm-dd\ntime is \"noon\", not hh:mm:ss",
                         std::invalid_argument);
    CHECK_NOTHROW(require_writable({}, Encoding::pcm24));
    CHECK(longest_text(Encoding::ogg) == 30000);
}
