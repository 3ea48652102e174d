#include "audio/file/ogg_pages.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstring>
#include <span>
#include <vector>

#include "audio/file/memory_file.hpp"
#include "audio/file/sound_file.hpp"

using namespace synovia::audio;

namespace {

/// A page with two segments of 3 and 1 bytes.
std::vector<std::byte> page(unsigned char number) {
    const std::array<unsigned char, 33> bytes{'O', 'g',    'g', 'S', 0, 0, 0, 0, 0, 0, 0, 0, 0,   0,   9,   9,  9,
                                              9,   number, 0,   0,   0, 7, 7, 7, 7, 2, 3, 1, 'a', 'b', 'c', 'd'};
    std::vector<std::byte> copy(bytes.size());
    std::memcpy(copy.data(), bytes.data(), bytes.size());
    return copy;
}

/// The page's checksum as RFC 3533 defines it: polynomial 0x04c11db7, no reflection, start and end 0, own field 0.
std::uint32_t checksum(const std::vector<std::byte>& bytes) {
    std::uint32_t crc = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (at < 22 || at >= 26) crc ^= std::to_integer<std::uint32_t>(bytes[at]) << 24;
        for (int bit = 0; bit < 8; ++bit) crc = crc << 1 ^ ((crc & 0x80000000U) != 0 ? 0x04c11db7U : 0U);
    }
    return crc;
}

std::uint32_t little_endian(const std::vector<std::byte>& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i > 0; --i) value = value << 8 | std::to_integer<std::uint32_t>(bytes[at + i - 1]);
    return value;
}

bool is_cut(std::span<const std::byte> bytes) {
    MemoryFile file(std::vector<std::byte>(bytes.begin(), bytes.end()));
    return is_cut_ogg(file);
}

}  // namespace

TEST_CASE("every page gets the serial number and the checksum that goes with it") {
    const auto first = page(0), second = page(1);
    std::vector<std::byte> both = first;
    both.insert(both.end(), second.begin(), second.end());
    MemoryFile target(both);
    set_ogg_serial(target, 0x01020304);
    const std::vector<std::byte>& file = target.bytes();
    for (std::size_t at : {std::size_t{0}, first.size()}) {
        const std::vector<std::byte> written(file.begin() + static_cast<std::ptrdiff_t>(at),
                                             file.begin() + static_cast<std::ptrdiff_t>(at + first.size()));
        CHECK(little_endian(written, 14) == 0x01020304);
        CHECK(little_endian(written, 22) == checksum(written));
        CHECK(written[18] == (at == 0 ? first : second)[18]);
        CHECK(std::memcmp(&written[26], &first[26], first.size() - 26) == 0);
    }
}

TEST_CASE("no pages, nothing to do; what is no whole page is refused") {
    MemoryFile empty;
    CHECK_NOTHROW(set_ogg_serial(empty, 1));
    for (const std::size_t size : {4U, 26U, 28U, 32U}) {
        CAPTURE(size);
        const auto whole = page(0);
        MemoryFile cut(std::vector<std::byte>(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
        CHECK_THROWS_AS(set_ogg_serial(cut, 1), FileError);
    }
}

TEST_CASE("an Ogg file is cut unless its last page is marked and whole") {
    auto last = page(1);
    last[5] = std::byte{4};
    std::vector<std::byte> file = page(0);
    CHECK(is_cut(file));
    file.insert(file.end(), last.begin(), last.end());
    CHECK_FALSE(is_cut(file));
    for (std::size_t size = 4; size < file.size(); ++size) {
        CAPTURE(size);
        if (size < page(0).size() || size >= page(0).size() + 4) CHECK(is_cut(std::span(file).first(size)));
    }
    file.push_back(std::byte{0});  // something behind the end does no harm
    CHECK_FALSE(is_cut(file));
}

TEST_CASE("other files are no cut Ogg files") {
    CHECK_FALSE(is_cut({}));
    CHECK_FALSE(is_cut(std::vector<std::byte>(100)));
}
