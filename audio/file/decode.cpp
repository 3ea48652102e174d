// decode() of sound_file.hpp.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>

#include "audio/device/errors_silenced.hpp"
#include "audio/file/calibration.hpp"
#include "audio/file/disk_file.hpp"
#include "audio/file/memory_file.hpp"
#include "audio/file/ogg_pages.hpp"
#include "audio/file/sound_chunk.hpp"
#include "audio/file/virtual_file.hpp"

namespace synovia::audio {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_samples = std::size_t{1} << 26;
constexpr std::int64_t most_bytes = std::int64_t{1} << 30;

void require_whole_sound(ByteFile& source) {
    if (is_cut_ogg(source)) throw FileError("the file is cut short: it lacks its last page");
    const auto chunk = find_sound_chunk(source);
    if (chunk && is_cut_short(*chunk))
        throw FileError("the file is cut short: it holds " + std::to_string(chunk->present_bytes) + " of " +
                        std::to_string(chunk->declared_bytes) + " bytes of sound");
}

void require_sound(double x, std::size_t frame) {
    if (!std::isfinite(x)) throw FileError("sample " + std::to_string(frame) + " is not a finite number");
    if (std::abs(x) > static_cast<double>(std::numeric_limits<float>::max()))
        throw FileError("sample " + std::to_string(frame) + " is larger than a 32-bit float can be");
}

[[noreturn]] void refuse_length() {
    throw FileError("the file is longer than " + std::to_string(most_samples) + " samples");
}

/// How many samples the file says it holds; 0 where it does not know, as a FLAC stream from a pipe.
std::size_t declared_samples(const SF_INFO& info) {
    if (info.frames == SF_COUNT_MAX || info.frames < 0) return 0;
    if (info.frames > static_cast<sf_count_t>(most_samples) / info.channels) refuse_length();
    return static_cast<std::size_t>(info.frames * info.channels);
}

/// What of a file is digital silence costs nothing.
void add_block(SparseSignal& signal, std::span<const double> block) {
    const auto no_sound = [](double x) { return x == 0.0; };
    if (std::all_of(block.begin(), block.end(), no_sound))
        signal.length += block.size() / signal.channels;
    else
        append(signal, block);
}

SparseSignal read_signal(SNDFILE* file, const SF_INFO& info) {
    SparseSignal signal(info.samplerate, 0.0, static_cast<std::size_t>(info.channels), 0);
    const std::size_t declared = declared_samples(info);
    std::vector<double> block(static_cast<std::size_t>(frames_per_call) * signal.channels);
    const auto read = [&] {  // libsndfile forgets an error with the next call
        const sf_count_t count = sf_readf_double(file, block.data(), frames_per_call);
        if (sf_error(file) != SF_ERR_NO_ERROR) throw unreadable(file);
        return static_cast<std::size_t>(std::max<sf_count_t>(count, 0)) * signal.channels;
    };
    for (std::size_t count = 0; (count = read()) > 0;) {
        if (signal.frames() * signal.channels + count > most_samples) refuse_length();
        for (std::size_t i = 0; i < count; ++i) require_sound(block[i], signal.frames() + i / signal.channels);
        add_block(signal, std::span(block).first(count));
    }
    if (signal.frames() * signal.channels < declared)
        throw FileError("the file is cut short: it ends after " + std::to_string(signal.frames()) + " samples");
    if (signal.frames() == 0) throw FileError("the file holds no samples");
    return signal;
}

std::string read_string(SNDFILE* file, int kind) {
    const char* text = sf_get_string(file, kind);
    return text == nullptr ? "" : text;
}

std::string read_description(SNDFILE* file) {
    SF_BROADCAST_INFO bext{};
    if (sf_command(file, SFC_GET_BROADCAST_INFO, &bext, sizeof bext) != SF_TRUE) return "";
    return {bext.description, strnlen(bext.description, sizeof bext.description)};
}

/// libsndfile's decoder of MPEG prints what it thinks of a file, and cannot be told not to.
bool is_mpeg(ByteFile& source) {
    std::array<unsigned char, 3> start{};
    source.seek(0, SEEK_SET);
    source.read(start.data(), start.size());
    source.seek(0, SEEK_SET);
    const bool tag = start[0] == 'I' && start[1] == 'D' && start[2] == '3';
    return tag || (start[0] == 0xFF && (start[1] & 0xE0U) == 0xE0U);
}

Decoded decode_whole(ByteFile& source) {
    if (source.length() == 0) throw FileError("the file is empty");
    if (source.length() > most_bytes) throw FileError("is larger than " + std::to_string(most_bytes) + " bytes");
    const ErrorsSilenced silenced(is_mpeg(source));
    require_whole_sound(source);
    source.seek(0, SEEK_SET);
    SF_INFO info{};
    const SoundFileHandle file = open_bytes(source, SFM_READ, info);
    Decoded decoded{read_signal(file.get(), info),
                    read_string(file.get(), SF_STR_TITLE),
                    read_string(file.get(), SF_STR_COMMENT),
                    {}};
    decoded.full_scale_db_spl = find_calibration(read_description(file.get()));
    if (!decoded.full_scale_db_spl) decoded.full_scale_db_spl = find_calibration(decoded.comment);
    return decoded;
}

Decoded decode_path(const fs::path& path) {
    DiskFile source(path);
    Decoded decoded = decode_whole(source);
    if (source.failed()) throw FileError("could not be read to its end");
    if (!decoded.full_scale_db_spl) decoded.full_scale_db_spl = find_calibration(path.filename().string());
    return decoded;
}

}  // namespace

Decoded decode(std::span<const std::byte> bytes) {
    MemoryFile source(std::vector<std::byte>(bytes.begin(), bytes.end()));
    return decode_whole(source);
}

Decoded decode_file(const fs::path& path) {
    try {
        return decode_path(path);
    } catch (const FileError& error) {
        throw FileError(path.string() + ": " + error.what());
    }
}

}  // namespace synovia::audio
