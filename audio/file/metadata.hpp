// What a sound file says about itself, and where each format keeps it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audio/file/encoding.hpp"

namespace synovia::audio {

/// Bytes depend on nothing else: the date is fixed unless given.
struct Metadata {
    std::string title;
    std::optional<std::uint64_t> take;  ///< its number, where there are several
    std::string software = "synovia";
    std::string comment;  ///< what made it, as short JSON
    std::string copyright;
    std::optional<double> full_scale_db_spl;  ///< peak level of a full-scale sample, where that is known
    std::string date;                         ///< yyyy-mm-dd; empty: none
    std::string time = "00:00:00";            ///< hh:mm:ss
    double time_reference_s = 0.0;  ///< from the start of the pull to the start of the file; negative counts as 0
    /// Anything else, key and value. artist, album, genre, tracknumber and license have places of their own; what else
    /// there is stands in front of the comment as KEY=VALUE.
    std::vector<std::pair<std::string, std::string>> pairs;
};

/// Longest text [bytes] that every reader built on libsndfile gets back: of a longer one in a WAV file libsndfile 1.2.0
/// reads neither it nor what follows.
std::size_t longest_text(Encoding encoding);

/// Not longer than `most` bytes, and no character of UTF-8 cut in two.
std::string_view shortened(std::string_view text, std::size_t most);

/// Throws std::invalid_argument that lists everything no file can hold: texts too long, a date that is none, a key that
/// is empty or holds "=" or a control character.
void require_writable(const Metadata& metadata, Encoding encoding);

/// Text of the comment: the pairs without a place of their own, outside WAV the calibration, the comment.
std::string comment_text(const Metadata& metadata, Encoding encoding);

/// Text of the description in bext, at most 256 bytes: title, take and calibration; the title is cut where needed.
std::string description_text(const Metadata& metadata);

}  // namespace synovia::audio
