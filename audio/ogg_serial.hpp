// libsndfile gives every Ogg stream a random serial number; a fixed one makes equal sounds equal files.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace synovia::audio {

/// Writes the serial number, and the checksum it changes, into every page. Precondition: whole Ogg pages, as just
/// written.
void set_ogg_serial(std::span<std::byte> file, std::uint32_t serial);

}  // namespace synovia::audio
