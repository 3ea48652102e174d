#include "audio/file/wave_texts.hpp"

#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

#include "audio/file/bext.hpp"

namespace synovia::audio {
namespace {

constexpr std::size_t bext_bytes = 602;  // EBU Tech 3285, without a coding history
constexpr std::size_t chunk_head_bytes = 8;

/// RIFF counts in little-endian order.
std::string little_endian(std::uint64_t value, std::size_t bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFFU);
    return text;
}

/// A chunk and the byte that makes its length even.
std::string chunk(std::string_view id, const std::string& content) {
    return std::string(id) + little_endian(content.size(), 4) + content + std::string(content.size() % 2, '\0');
}

std::string field(std::span<const char> text) { return {text.begin(), text.end()}; }
std::string number(std::int16_t value) { return little_endian(static_cast<std::uint16_t>(value), 2); }

/// In the order of EBU Tech 3285 version 2.
std::string bext(const Metadata& metadata) {
    const SF_BROADCAST_INFO info = broadcast_info({}, metadata);
    std::string text = field(info.description) + field(info.originator) + field(info.originator_reference) +
                       field(info.origination_date) + field(info.origination_time) +
                       little_endian(info.time_reference_low, 4) + little_endian(info.time_reference_high, 4) +
                       number(info.version) + field(info.umid) + number(info.loudness_value) +
                       number(info.loudness_range) + number(info.max_true_peak_level) +
                       number(info.max_momentary_loudness) + number(info.max_shortterm_loudness);
    text.resize(bext_bytes);
    return text;
}

/// A text of INFO, which ends in 0.
std::string info(std::string_view id, std::string_view text) {
    return text.empty() ? "" : chunk(id, std::string(text) + '\0');
}

}  // namespace

std::string wave_texts(const Metadata& metadata, std::size_t bytes) {
    constexpr std::size_t longest_title = 100, longest_software = 60;
    const std::string head = chunk("bext", bext(metadata));
    const std::string names = "INFO" + info("INAM", shortened(metadata.title, longest_title)) +
                              info("ISFT", shortened(metadata.software, longest_software));
    const std::size_t used = head.size() + names.size() + 3 * chunk_head_bytes + 2;  // LIST, ICMT, JUNK
    assert(bytes % 2 == 0 && used < bytes);
    const std::string comment = comment_text(metadata, Encoding::float32);
    std::string all = head + chunk("LIST", names + info("ICMT", shortened(comment, bytes - used)));
    return all + chunk("JUNK", std::string(bytes - all.size() - chunk_head_bytes, '\0'));
}

}  // namespace synovia::audio
