#include "audio/file/ogg_pages.hpp"

#include <ogg/ogg.h>

#include <array>
#include <cassert>
#include <cstdio>
#include <cstring>

namespace synovia::audio {
namespace {

// Page header, RFC 3533 section 6: "OggS", version (1), flags (1), position (8), serial number (4, little endian), page
// number (4), checksum (4), number of segments (1), and the length of each.
constexpr std::size_t flags_at = 5, serial_at = 14, segments_at = 26, fixed_header = 27;
constexpr unsigned end_of_stream = 4;

struct Page {
    std::size_t header_bytes = 0, body_bytes = 0;
    std::size_t size() const { return header_bytes + body_bytes; }
};

bool begins_page(std::span<const std::byte> file) {
    return file.size() >= 4 && std::memcmp(file.data(), "OggS", 4) == 0;
}

/// The page that the bytes begin; size 0 where its header is not all there.
Page page_of(std::span<const std::byte> bytes) {
    if (bytes.size() < fixed_header) return {};
    Page page{fixed_header + std::to_integer<std::size_t>(bytes[segments_at]), 0};
    if (bytes.size() < page.header_bytes) return {};
    for (std::size_t i = fixed_header; i < page.header_bytes; ++i)
        page.body_bytes += std::to_integer<std::size_t>(bytes[i]);
    return page;
}

/// The page at the start of the file; size 0 where it is not all there.
Page first_page(std::span<const std::byte> file) {
    const Page page = page_of(file);
    return file.size() < page.size() ? Page{} : page;
}

}  // namespace

void set_ogg_serial(std::span<std::byte> file, std::uint32_t serial) {
    for (Page page; (page = first_page(file)).size() > 0; file = file.subspan(page.size())) {
        assert(begins_page(file));
        for (unsigned i = 0; i < 4; ++i) file[serial_at + i] = static_cast<std::byte>(serial >> (8 * i) & 0xff);
        auto* bytes = reinterpret_cast<unsigned char*>(file.data());
        ogg_page view{bytes, static_cast<long>(page.header_bytes), bytes + page.header_bytes,
                      static_cast<long>(page.body_bytes)};
        ogg_page_checksum_set(&view);
    }
    assert(file.empty());
}

bool is_cut_ogg(ByteFile& file) {
    bool open = false;
    constexpr std::size_t longest_header = fixed_header + 255;
    std::array<std::byte, longest_header> bytes;
    for (std::int64_t at = 0; at < file.length();) {
        file.seek(at, SEEK_SET);
        const auto count = static_cast<std::size_t>(file.read(bytes.data(), longest_header));
        const auto header = std::span<const std::byte>(bytes).first(count);
        if (!begins_page(header)) return open;
        const Page page = page_of(header);
        at += static_cast<std::int64_t>(page.size());
        if (page.size() == 0 || at > file.length()) return true;
        open = (std::to_integer<unsigned>(header[flags_at]) & end_of_stream) == 0;
    }
    return open;
}

}  // namespace synovia::audio
