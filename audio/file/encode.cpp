// encode() of sound_file.hpp.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

#include "audio/core/dither.hpp"
#include "audio/core/level.hpp"
#include "audio/core/quantise.hpp"
#include "audio/core/sparse_reader.hpp"
#include "audio/file/bext.hpp"
#include "audio/file/memory_file.hpp"
#include "audio/file/native_keys.hpp"
#include "audio/file/ogg_pages.hpp"
#include "audio/file/virtual_file.hpp"

namespace synovia::audio {
namespace {

constexpr std::uint32_t ogg_serial = 0x53594E4F;
constexpr double vorbis_quality = 0.8;
constexpr std::size_t most_flac_channels = 8;

int format_of(Encoding encoding, std::size_t channels) {
    const int wav = channels > 2 ? SF_FORMAT_WAVEX : SF_FORMAT_WAV;
    switch (encoding) {
        case Encoding::pcm16:
            return wav | SF_FORMAT_PCM_16;
        case Encoding::pcm24:
            return wav | SF_FORMAT_PCM_24;
        case Encoding::float32:
            return wav | SF_FORMAT_FLOAT;
        case Encoding::flac:
            return SF_FORMAT_FLAC | SF_FORMAT_PCM_24;
        case Encoding::ogg:
            break;
    }
    return SF_FORMAT_OGG | SF_FORMAT_VORBIS;
}

/// Of a sample in a WAV file; 0 elsewhere.
std::size_t wav_bytes_per_sample(Encoding encoding) {
    switch (encoding) {
        case Encoding::pcm16:
            return 2;
        case Encoding::pcm24:
            return 3;
        case Encoding::float32:
            return 4;
        case Encoding::flac:
        case Encoding::ogg:
            break;
    }
    return 0;
}

std::string place(const SparseSignal& signal, const Piece& piece, std::size_t sample) {
    const std::string frame = "sample " + std::to_string(piece.first + sample / signal.channels);
    return signal.channels == 1 ? frame : frame + " of channel " + std::to_string(sample % signal.channels + 1);
}

void require_writable(const SparseSignal& signal, const EncodeSettings& settings) {
    if (signal.frames() == 0) throw std::invalid_argument("a sound file needs at least one sample");
    if (signal.sample_rate_hz != std::floor(signal.sample_rate_hz) || signal.sample_rate_hz < 1.0 ||
        signal.sample_rate_hz > 655350.0)  // the most a FLAC file can say
        throw std::invalid_argument("sample_rate_hz is " + std::to_string(signal.sample_rate_hz) +
                                    ", a sound file needs a whole number from 1 to 655350");
    const std::size_t most = settings.encoding == Encoding::flac ? most_flac_channels : most_channels;
    if (signal.channels < 1 || signal.channels > most)
        throw std::invalid_argument("a file of encoding " + std::string(to_text(settings.encoding)) + " holds 1 to " +
                                    std::to_string(most) + " channels, not " + std::to_string(signal.channels));
    constexpr std::size_t most_bytes = 0xFFFF'FFFFU - (1U << 20U);  // counted in 32 bits, and room for the texts
    const std::size_t frame_bytes = wav_bytes_per_sample(settings.encoding) * signal.channels;
    if (frame_bytes > 0 && signal.frames() > most_bytes / frame_bytes)
        throw std::invalid_argument("a WAV file holds less than 4 GiB, and this sound needs more");
    for (const Piece& piece : signal.pieces)
        for (std::size_t n = 0; n < piece.samples.size(); ++n)
            if (!std::isfinite(static_cast<float>(piece.samples[n])))
                throw std::invalid_argument(place(signal, piece, n) + " is not a finite number");
}

void write_string(SNDFILE* file, int kind, const std::string& text) {
    if (!text.empty() && sf_set_string(file, kind, text.c_str()) != 0) throw unwritable();
}

void write_metadata(SNDFILE* file, const SparseSignal& signal, Encoding encoding, const Metadata& m) {
    if (extension(encoding) == "wav") {
        SF_BROADCAST_INFO bext = broadcast_info(signal, m);
        if (sf_command(file, SFC_SET_BROADCAST_INFO, &bext, sizeof bext) != SF_TRUE) throw unwritable();
    }
    write_string(file, SF_STR_TITLE, m.title);
    write_string(file, SF_STR_SOFTWARE, m.software);
    write_string(file, SF_STR_COPYRIGHT, m.copyright);
    write_string(file, SF_STR_DATE, m.date);
    for (const auto& [key, value] : m.pairs)
        if (const auto kind = native_key(key, encoding)) write_string(file, *kind, value);
    write_string(file, SF_STR_COMMENT, comment_text(m, encoding));
}

sf_count_t write_block(SNDFILE* file, Encoding encoding, Dither16& dither, std::span<double> block) {
    const auto count = static_cast<sf_count_t>(block.size());
    if (encoding == Encoding::float32 || encoding == Encoding::ogg) return sf_write_double(file, block.data(), count);
    if (encoding == Encoding::pcm16) dither.add_to(block);
    return sf_write_int(file, quantised(block, encoding == Encoding::pcm16 ? 16 : 24).data(), count);
}

void write_samples(SNDFILE* file, const SparseSignal& signal, const EncodeSettings& settings, const ByteFile& target) {
    Dither16 dither(settings.dither_seed);
    SparseReader reader(signal);
    std::vector<double> room(static_cast<std::size_t>(frames_per_call) * signal.channels);
    for (std::span<double> block; !target.refused() && !(block = reader.next(room)).empty();)
        if (write_block(file, settings.encoding, dither, block) != static_cast<sf_count_t>(block.size()) &&
            !target.refused())
            throw FileError("writing stopped before sample " + std::to_string(reader.frame()));
}

}  // namespace

void encode(const SparseSignal& signal, const EncodeSettings& settings, const Metadata& metadata, ByteFile& target) {
    require_writable(signal, settings);
    require_writable(metadata, settings.encoding);
    SF_INFO info{};
    info.samplerate = static_cast<int>(signal.sample_rate_hz);
    info.channels = static_cast<int>(signal.channels);
    info.format = format_of(settings.encoding, signal.channels);
    SoundFileHandle file = open_bytes(target, SFM_WRITE, info);
    sf_command(file.get(), SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE);  // it holds the time of day
    double quality = vorbis_quality;
    sf_command(file.get(), SFC_SET_VBR_ENCODING_QUALITY, &quality, sizeof quality);
    write_metadata(file.get(), signal, settings.encoding, metadata);
    write_samples(file.get(), signal, settings, target);
    if (sf_close(file.release()) != 0 || target.refused()) throw unwritable();
    if (settings.encoding == Encoding::ogg) set_ogg_serial(target, ogg_serial);
}

std::vector<std::byte> encode(const SparseSignal& signal, const EncodeSettings& settings, const Metadata& metadata) {
    MemoryFile file;
    encode(signal, settings, metadata, file);
    return std::move(file.bytes());
}

std::size_t clipped_samples(const SparseSignal& signal, Encoding encoding) {
    return encoding == Encoding::float32 ? 0 : count_beyond_full_scale(signal);
}

}  // namespace synovia::audio
