#include "apps/studio/file_texts.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace synovia;
using namespace synovia::studio;

TEST_CASE("dates of the calendar are taken, others not") {
    for (const char* good : {"2026-11-27", "2024-02-29", "2000-02-29", "2026-12-31T23:59:59"})
        CHECK(parse_date(good) == good);
    for (const char* bad : {"", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "27.11.2026",
                            "2026-11-27T24:00:00", "2026-11-27 10:00:00", "2026-11-31", "2026-11-27T10:00"})
        CHECK_THROWS_AS(parse_date(bad), std::invalid_argument);
}

TEST_CASE("texts that no file could hold, or that the program writes, are refused") {
    const auto refused = [](std::vector<std::pair<std::string, std::string>> pairs) {
        try {
            require_writable(FileTexts{"", std::move(pairs)});
        } catch (const std::invalid_argument&) {
            return true;
        }
        return false;
    };
    CHECK_FALSE(refused({{"artist", "me"}, {"mood", "\u00f6de"}}));
    CHECK(refused({{"", "x"}}));
    CHECK(refused({{"a b", "x"}}));
    CHECK(refused({{"Comment", "x"}}));
    CHECK(refused({{"artist", "me"}, {"ARTIST", "you"}}));
    CHECK(refused({{"a", ""}}));
    CHECK(refused({{"a", "x\ny"}}));
    CHECK(refused({{"a", "\xff"}}));
    CHECK_FALSE(refused({{"a", std::string(longest_texts_bytes - 4, 'x')}}));
    CHECK(refused({{"a", std::string(longest_texts_bytes - 3, 'x')}}));
    CHECK_THROWS_AS(parse_pair("artist"), std::invalid_argument);
    CHECK(parse_pair("a=b=c") == std::pair<std::string, std::string>("a", "b=c"));
}

TEST_CASE("date and texts find their members") {
    audio::Metadata data;
    add_to(data, {"2026-11-27T09:30:00", {{"Title", "T"}, {"copyright", "C"}, {"artist", "A"}}});
    CHECK(data.date == "2026-11-27");
    CHECK(data.time == "09:30:00");
    CHECK(data.title == "T");
    CHECK(data.copyright == "C");
    CHECK(data.pairs == std::vector<std::pair<std::string, std::string>>{{"artist", "A"}});
}
