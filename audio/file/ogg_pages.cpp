#include "audio/file/ogg_pages.hpp"

#include <ogg/ogg.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <span>
#include <vector>

#include "audio/file/virtual_file.hpp"

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

constexpr std::size_t longest_header = fixed_header + 255, longest_page = longest_header + 255 * 255;

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

/// What the file has at this place, as far as there is room for it.
std::span<std::byte> read_at(ByteFile& file, std::int64_t at, std::span<std::byte> room) {
    file.seek(at, SEEK_SET);
    return room.first(static_cast<std::size_t>(file.read(room.data(), static_cast<std::int64_t>(room.size()))));
}

void set_serial(std::span<std::byte> bytes, const Page& page, std::uint32_t serial) {
    for (unsigned i = 0; i < 4; ++i) bytes[serial_at + i] = static_cast<std::byte>(serial >> (8 * i) & 0xff);
    auto* header = reinterpret_cast<unsigned char*>(bytes.data());
    ogg_page view{header, static_cast<long>(page.header_bytes), header + page.header_bytes,
                  static_cast<long>(page.body_bytes)};
    ogg_page_checksum_set(&view);
}

}  // namespace

void set_ogg_serial(ByteFile& file, std::uint32_t serial) {
    std::vector<std::byte> room(longest_page);
    for (std::int64_t at = 0; at < file.length();) {
        const auto bytes = read_at(file, at, room);
        const Page page = page_of(bytes);
        if (!begins_page(bytes) || page.size() == 0 || page.size() > bytes.size()) throw unwritable();
        set_serial(bytes, page, serial);
        const auto size = static_cast<std::int64_t>(page.size());
        file.seek(at, SEEK_SET);
        if (file.write(bytes.data(), size) != size) throw unwritable();
        at += size;
    }
}

bool is_cut_ogg(ByteFile& file) {
    bool open = false;
    std::array<std::byte, longest_header> room;
    for (std::int64_t at = 0; at < file.length();) {
        const auto header = read_at(file, at, room);
        if (!begins_page(header)) return open;
        const Page page = page_of(header);
        at += static_cast<std::int64_t>(page.size());
        if (page.size() == 0 || at > file.length()) return true;
        open = (std::to_integer<unsigned>(header[flags_at]) & end_of_stream) == 0;
    }
    return open;
}

}  // namespace synovia::audio
