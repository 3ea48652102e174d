#include "audio/file/sound_file.hpp"

#include <sndfile.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <memory>
#include <numeric>
#include <system_error>

#include "audio/core/dither.hpp"
#include "audio/core/quantise.hpp"
#include "audio/file/calibration.hpp"
#include "audio/file/memory_file.hpp"
#include "audio/file/ogg_pages.hpp"
#include "audio/file/riff.hpp"

namespace synovia::audio {
namespace {

MemoryFile& memory(void* user) { return *static_cast<MemoryFile*>(user); }

struct Close {
    void operator()(SNDFILE* file) const { sf_close(file); }
};
using Handle = std::unique_ptr<SNDFILE, Close>;

Handle open_memory(MemoryFile& file, int mode, SF_INFO& info) {
    SF_VIRTUAL_IO io{
        [](void* user) -> sf_count_t { return memory(user).length(); },
        [](sf_count_t offset, int whence, void* user) -> sf_count_t { return memory(user).seek(offset, whence); },
        [](void* data, sf_count_t count, void* user) -> sf_count_t { return memory(user).read(data, count); },
        [](const void* data, sf_count_t count, void* user) -> sf_count_t { return memory(user).write(data, count); },
        [](void* user) -> sf_count_t { return memory(user).tell(); }};
    Handle handle(sf_open_virtual(&io, mode, &info, &file));
    if (!handle) throw FileError(sf_strerror(nullptr));
    return handle;
}

constexpr sf_count_t frames_per_call = 4096;  // libsndfile's Vorbis encoder keeps a whole call on its stack
constexpr std::uint32_t ogg_serial = 0x53594E4F;
constexpr double vorbis_quality = 0.8;

int format_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::pcm16:
            return SF_FORMAT_WAV | SF_FORMAT_PCM_16;
        case Encoding::pcm24:
            return SF_FORMAT_WAV | SF_FORMAT_PCM_24;
        case Encoding::float32:
            return SF_FORMAT_WAV | SF_FORMAT_FLOAT;
        case Encoding::flac:
            return SF_FORMAT_FLAC | SF_FORMAT_PCM_24;
        case Encoding::ogg:
            break;
    }
    return SF_FORMAT_OGG | SF_FORMAT_VORBIS;
}

void require_writable(const Signal& signal) {
    if (signal.samples.empty()) throw std::invalid_argument("a sound file needs at least one sample");
    if (signal.sample_rate_hz != std::floor(signal.sample_rate_hz) || signal.sample_rate_hz < 1.0 ||
        signal.sample_rate_hz > 655350.0)  // the most a FLAC file can say
        throw std::invalid_argument("sample_rate_hz is " + std::to_string(signal.sample_rate_hz) +
                                    ", a sound file needs a whole number from 1 to 655350");
    for (std::size_t n = 0; n < signal.samples.size(); ++n)
        if (!std::isfinite(static_cast<float>(signal.samples[n])))
            throw std::invalid_argument("sample " + std::to_string(n) + " is not a finite number");
}

/// Copies text into a fixed field, cut to its size.
void fill(std::span<char> field, const std::string& text) {
    std::memcpy(field.data(), text.data(), std::min(field.size(), text.size()));
}

/// The broadcast extension, EBU Tech 3285.
void write_bext(SNDFILE* file, const Metadata& m, double sample_rate_hz) {
    SF_BROADCAST_INFO bext{};
    std::string description = m.full_scale_db_spl ? calibration_text(*m.full_scale_db_spl) : "";
    if (!m.title.empty()) description += (description.empty() ? "" : "; ") + m.title;
    fill(bext.description, description);
    fill(bext.originator, m.software);
    fill(bext.origination_date, m.date);
    fill(bext.origination_time, m.time);
    const auto reference = static_cast<std::uint64_t>(std::llround(std::max(0.0, m.time_reference_s) * sample_rate_hz));
    bext.time_reference_low = static_cast<std::uint32_t>(reference);
    bext.time_reference_high = static_cast<std::uint32_t>(reference >> 32);
    bext.version = 1;
    if (sf_command(file, SFC_SET_BROADCAST_INFO, &bext, sizeof bext) != SF_TRUE) throw FileError(sf_strerror(file));
}

void write_string(SNDFILE* file, int kind, const std::string& text) {
    if (text.empty()) return;
    if (text.size() > longest_text)
        throw std::invalid_argument("a text of " + std::to_string(text.size()) +
                                    " bytes is too long for a sound file, " + std::to_string(longest_text) +
                                    " are allowed");
    if (sf_set_string(file, kind, text.c_str()) != 0) throw FileError(sf_strerror(file));
}

/// The calibration goes where the format has a place for it: bext in WAV, in front of the comment elsewhere. The
/// comment comes last, because libsndfile stops reading WAV texts at one of 2048 bytes or more.
void write_metadata(SNDFILE* file, Encoding encoding, const Metadata& m, double sample_rate_hz) {
    const bool wav = extension(encoding) == "wav";
    if (wav) write_bext(file, m, sample_rate_hz);
    write_string(file, SF_STR_TITLE, m.title);
    write_string(file, SF_STR_SOFTWARE, m.software);
    write_string(file, SF_STR_COPYRIGHT, m.copyright);
    std::string comment = m.comment;
    if (!wav && m.full_scale_db_spl)
        comment = calibration_text(*m.full_scale_db_spl) + (comment.empty() ? "" : "; ") + comment;
    write_string(file, SF_STR_COMMENT, comment);
}

/// Writes all samples by `write`, sf_writef_int or sf_writef_double. Once the file is full, MemoryFile knows.
template <class T>
void write_samples(SNDFILE* file, const std::vector<T>& samples, sf_count_t (*write)(SNDFILE*, const T*, sf_count_t),
                   const MemoryFile& target) {
    const auto size = static_cast<sf_count_t>(samples.size());
    for (sf_count_t n = 0; n < size && !target.overflowed(); n += frames_per_call) {
        const sf_count_t count = std::min(frames_per_call, size - n);
        if (write(file, samples.data() + n, count) != count && !target.overflowed())
            throw FileError("writing stopped at sample " + std::to_string(n) + ": " + sf_strerror(file));
    }
}

constexpr std::size_t most_samples = std::size_t{1} << 26;
constexpr std::size_t most_bytes = std::size_t{1} << 30;

void require_whole_sound(std::span<const std::byte> bytes) {
    if (is_cut_ogg(bytes)) throw FileError("the file is cut short: it lacks its last page");
    const auto chunk = find_sound_chunk(bytes);
    if (chunk && is_cut_short(*chunk))
        throw FileError("the file is cut short: it holds " + std::to_string(chunk->present_bytes) + " of " +
                        std::to_string(chunk->declared_bytes) + " bytes of sound");
}

/// All frames, one vector per channel.
std::vector<std::vector<double>> read_channels(SNDFILE* file, const SF_INFO& info) {
    const auto channels = static_cast<std::size_t>(info.channels);
    std::vector<std::vector<double>> sound(channels);
    std::vector<double> frames(static_cast<std::size_t>(frames_per_call) * channels);
    const auto read = [&] {  // libsndfile forgets an error with the next call
        const sf_count_t count = sf_readf_double(file, frames.data(), frames_per_call);
        if (sf_error(file) != SF_ERR_NO_ERROR) throw FileError(sf_strerror(file));
        return static_cast<std::size_t>(std::max<sf_count_t>(count, 0));
    };
    for (std::size_t n = 0; (n = read()) > 0;) {
        if ((sound[0].size() + n) * channels > most_samples)
            throw FileError("the file is longer than " + std::to_string(most_samples) + " samples");
        for (std::size_t i = 0; i < n * channels; ++i) {
            if (!std::isfinite(frames[i]))
                throw FileError("sample " + std::to_string(sound[i % channels].size()) + " is not a finite number");
            sound[i % channels].push_back(frames[i]);
        }
    }
    const bool known = info.frames != SF_COUNT_MAX;  // a FLAC stream from a pipe does not know its length
    if (known && static_cast<sf_count_t>(sound[0].size()) < info.frames)
        throw FileError("the file is cut short: it ends after " + std::to_string(sound[0].size()) + " samples");
    if (sound[0].empty()) throw FileError("the file holds no samples");
    return sound;
}

double energy(const std::vector<double>& x) { return std::inner_product(x.begin(), x.end(), x.begin(), 0.0); }

std::string read_string(SNDFILE* file, int kind) {
    const char* text = sf_get_string(file, kind);
    return text == nullptr ? "" : text;
}

std::string read_description(SNDFILE* file) {
    SF_BROADCAST_INFO bext{};
    if (sf_command(file, SFC_GET_BROADCAST_INFO, &bext, sizeof bext) != SF_TRUE) return "";
    return {bext.description, strnlen(bext.description, sizeof bext.description)};
}

std::vector<std::byte> read_bytes(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) throw FileError("is a directory");
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw FileError(std::generic_category().message(errno));
    std::vector<std::byte> bytes;
    std::array<char, 65536> chunk;
    while (stream.read(chunk.data(), chunk.size()), stream.gcount() > 0) {
        const auto* data = reinterpret_cast<const std::byte*>(chunk.data());
        bytes.insert(bytes.end(), data, data + stream.gcount());
        if (bytes.size() > most_bytes) throw FileError("is larger than " + std::to_string(most_bytes) + " bytes");
    }
    if (stream.bad()) throw FileError("could not be read to its end");
    return bytes;
}

}  // namespace

Encoded encode(const Signal& signal, const EncodeSettings& settings, const Metadata& metadata) {
    require_writable(signal);
    MemoryFile target(settings.max_bytes);
    SF_INFO info{};
    info.samplerate = static_cast<int>(signal.sample_rate_hz);
    info.channels = 1;
    info.format = format_of(settings.encoding);
    Handle file = open_memory(target, SFM_WRITE, info);
    sf_command(file.get(), SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE);  // it holds the time of day
    double quality = vorbis_quality;
    sf_command(file.get(), SFC_SET_VBR_ENCODING_QUALITY, &quality, sizeof quality);
    write_metadata(file.get(), settings.encoding, metadata, signal.sample_rate_hz);

    if (settings.encoding == Encoding::float32 || settings.encoding == Encoding::ogg)
        write_samples(file.get(), signal.samples, sf_writef_double, target);
    else if (settings.encoding == Encoding::pcm16)
        write_samples(file.get(), quantised(dithered_16_bit(signal, settings.dither_seed).samples, 16), sf_writef_int,
                      target);
    else
        write_samples(file.get(), quantised(signal.samples, 24), sf_writef_int, target);
    const int closed = sf_close(file.release());
    if (target.overflowed())
        throw FileError("the file would be longer than " + std::to_string(settings.max_bytes) + " bytes");
    if (closed != 0) throw FileError(sf_error_number(closed));
    if (settings.encoding == Encoding::ogg) set_ogg_serial(target.bytes(), ogg_serial);
    return {std::move(target.bytes()), settings.encoding == Encoding::float32 ? 0 : count_beyond_full_scale(signal)};
}

Decoded decode(std::span<const std::byte> bytes) {
    if (bytes.empty()) throw FileError("the file is empty");
    MemoryFile source(std::vector<std::byte>(bytes.begin(), bytes.end()));
    SF_INFO info{};
    const Handle file = open_memory(source, SFM_READ, info);
    require_whole_sound(bytes);
    auto sound = read_channels(file.get(), info);
    const auto loudest = std::max_element(sound.begin(), sound.end(),
                                          [](const auto& a, const auto& b) { return energy(a) < energy(b); });

    Decoded decoded{{static_cast<double>(info.samplerate), 0.0, std::move(*loudest)},
                    info.channels,
                    read_string(file.get(), SF_STR_TITLE),
                    read_string(file.get(), SF_STR_COMMENT),
                    {}};
    decoded.full_scale_db_spl = find_calibration(read_description(file.get()));
    if (!decoded.full_scale_db_spl) decoded.full_scale_db_spl = find_calibration(decoded.comment);
    return decoded;
}

Decoded decode_file(const std::filesystem::path& path) {
    try {
        Decoded decoded = decode(read_bytes(path));
        if (!decoded.full_scale_db_spl) decoded.full_scale_db_spl = find_calibration(path.filename().string());
        return decoded;
    } catch (const FileError& error) {
        throw FileError(path.string() + ": " + error.what());
    }
}

}  // namespace synovia::audio
