#include "audio/ogg_serial.hpp"

#include <ogg/ogg.h>

#include <cassert>

namespace synovia::audio {

// Page header, RFC 3533 section 6: 14 bytes, serial number (4, little endian), page number (4), checksum (4), number of
// segments (1), and one length for each.
void set_ogg_serial(std::span<std::byte> file, std::uint32_t serial) {
    constexpr std::size_t fixed_header = 27;
    for (std::size_t at = 0; at < file.size();) {
        assert(at + fixed_header <= file.size());
        auto* header = reinterpret_cast<unsigned char*>(file.data() + at);
        const std::size_t header_size = fixed_header + header[26];
        std::size_t body_size = 0;
        for (std::size_t i = fixed_header; i < header_size; ++i) body_size += header[i];
        assert(at + header_size + body_size <= file.size());

        for (unsigned i = 0; i < 4; ++i) header[14 + i] = static_cast<unsigned char>(serial >> (8 * i));
        ogg_page page{header, static_cast<long>(header_size), header + header_size, static_cast<long>(body_size)};
        ogg_page_checksum_set(&page);
        at += header_size + body_size;
    }
}

}  // namespace synovia::audio
