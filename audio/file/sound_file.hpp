// Sound files: a levelled signal becomes bytes, and bytes a signal. WAV (16 and 24 bits, float), FLAC and Ogg Vorbis
// are written, anything libsndfile knows is read.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "audio/core/sparse_signal.hpp"
#include "audio/file/byte_file.hpp"
#include "audio/file/encoding.hpp"
#include "audio/file/metadata.hpp"

namespace synovia::audio {

/// A file that cannot be written or read; what() says why in a sentence.
class FileError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct EncodeSettings {
    Encoding encoding = Encoding::pcm24;
    std::uint64_t dither_seed = 0;  ///< of pcm16
};

/// Writes the file of a levelled signal, a block at a time, into `target`, which is empty. Same input, same bytes.
/// Channels keep their order; WAV gives more than two the speakers that WAVEX has for their number, or none.
/// Throws std::invalid_argument for a signal or text no file can hold, FileError for what libsndfile reports and where
/// the target refuses bytes.
void encode(const SparseSignal& signal, const EncodeSettings& settings, const Metadata& metadata, ByteFile& target);

/// The bytes of that file: for a pipe, which cannot go back to fill in the lengths.
std::vector<std::byte> encode(const SparseSignal& signal, const EncodeSettings& settings, const Metadata& metadata);

/// Samples beyond full scale, which a file of integers holds there (float: 0, it keeps them).
std::size_t clipped_samples(const SparseSignal& signal, Encoding encoding);

struct Decoded {
    SparseSignal sound;  ///< full scale = 1, all channels
    std::string title;
    std::string comment;
    std::optional<double> full_scale_db_spl;  ///< calibration found in bext, INFO or the file name

    Signal signal() const { return dense(sound); }
};

/// Reads any file libsndfile reads. Throws FileError for what is empty, truncated, damaged, no sound file, not finite
/// as a 32-bit float, or longer than 2^26 samples.
Decoded decode(std::span<const std::byte> bytes);

/// The same from a path, with the path in every message; looks for a calibration in the file name, too. Only regular
/// files are read.
Decoded decode_file(const std::filesystem::path& path);

}  // namespace synovia::audio
