// Sound files in memory: samples to bytes and back, by libsndfile.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "audio/core/signal.hpp"
#include "audio/file/encoding.hpp"

namespace synovia::audio {

/// A file that cannot be written or read; what() says why in a sentence.
class FileError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Longest text of Metadata [bytes]; libsndfile writes far longer ones as broken chunks, without an error.
inline constexpr std::size_t longest_text = 30000;

/// What a file says about itself. Bytes depend on nothing else: the date is fixed unless given.
struct Metadata {
    std::string title;
    std::string software = "synovia";
    std::string comment;  ///< what made it, as short JSON
    std::string copyright;
    std::optional<double> full_scale_db_spl;  ///< peak level of a full-scale sample, where that is known
    std::string date = "1970-01-01";          ///< yyyy-mm-dd
    std::string time = "00:00:00";            ///< hh:mm:ss
    double time_reference_s = 0.0;  ///< from the start of the pull to the start of the file; negative counts as 0
};

struct EncodeSettings {
    Encoding encoding = Encoding::pcm24;
    std::uint64_t dither_seed = 0;               ///< of pcm16
    std::size_t max_bytes = 0xFFFF'FFFFU - 512;  ///< a WAV file counts its bytes in 32 bits
};

struct Encoded {
    std::vector<std::byte> bytes;
    std::size_t clipped_samples = 0;  ///< beyond full scale, held at full scale (float: 0, it keeps them)
};

/// The file of a levelled signal, mono, complete: write it anywhere, a pipe included. Same input, same bytes.
/// Throws std::invalid_argument for a signal or text no file can hold, FileError for what libsndfile reports.
Encoded encode(const Signal& signal, const EncodeSettings& settings, const Metadata& metadata);

struct Decoded {
    Signal signal;  ///< full scale = 1; of several channels the one with most energy
    int channels = 1;
    std::string title;
    std::string comment;
    std::optional<double> full_scale_db_spl;  ///< calibration found in bext, INFO or the file name
};

/// Reads any file libsndfile reads. Throws FileError for what is empty, truncated, damaged, no sound file, not finite,
/// or longer than 2^26 samples.
Decoded decode(std::span<const std::byte> bytes);

/// The same from a path, with the path in every message; looks for a calibration in the file name, too.
Decoded decode_file(const std::filesystem::path& path);

}  // namespace synovia::audio
