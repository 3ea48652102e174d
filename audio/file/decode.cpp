// decode() of sound_file.hpp.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <system_error>

#include "audio/file/calibration.hpp"
#include "audio/file/ogg_pages.hpp"
#include "audio/file/sound_chunk.hpp"
#include "audio/file/virtual_file.hpp"

namespace synovia::audio {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_samples = std::size_t{1} << 26;
constexpr std::size_t most_bytes = std::size_t{1} << 30;

void require_whole_sound(std::span<const std::byte> bytes) {
    if (is_cut_ogg(bytes)) throw FileError("the file is cut short: it lacks its last page");
    const auto chunk = find_sound_chunk(bytes);
    if (chunk && is_cut_short(*chunk))
        throw FileError("the file is cut short: it holds " + std::to_string(chunk->present_bytes) + " of " +
                        std::to_string(chunk->declared_bytes) + " bytes of sound");
}

void require_sound(double x, std::size_t frame) {
    if (!std::isfinite(x)) throw FileError("sample " + std::to_string(frame) + " is not a finite number");
    if (std::abs(x) > static_cast<double>(std::numeric_limits<float>::max()))
        throw FileError("sample " + std::to_string(frame) + " is larger than a 32-bit float can be");
}

Signal read_signal(SNDFILE* file, const SF_INFO& info) {
    Signal signal{static_cast<double>(info.samplerate), 0.0, {}, static_cast<std::size_t>(info.channels)};
    std::vector<double> block(static_cast<std::size_t>(frames_per_call) * signal.channels);
    const auto read = [&] {  // libsndfile forgets an error with the next call
        const sf_count_t count = sf_readf_double(file, block.data(), frames_per_call);
        if (sf_error(file) != SF_ERR_NO_ERROR) throw unreadable(file);
        return static_cast<std::size_t>(std::max<sf_count_t>(count, 0)) * signal.channels;
    };
    for (std::size_t count = 0; (count = read()) > 0;) {
        if (signal.samples.size() + count > most_samples)
            throw FileError("the file is longer than " + std::to_string(most_samples) + " samples");
        for (std::size_t i = 0; i < count; ++i) {
            require_sound(block[i], signal.frames());
            signal.samples.push_back(block[i]);
        }
    }
    const bool known = info.frames != SF_COUNT_MAX;  // a FLAC stream from a pipe does not know its length
    if (known && static_cast<sf_count_t>(signal.frames()) < info.frames)
        throw FileError("the file is cut short: it ends after " + std::to_string(signal.frames()) + " samples");
    if (signal.samples.empty()) throw FileError("the file holds no samples");
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

/// Opening anything but a regular file could wait for ever (pipe) or never end (/dev/zero).
void require_regular(const fs::path& path) {
    std::error_code error;
    const fs::file_type type = fs::status(path, error).type();
    if (type == fs::file_type::none) throw FileError("cannot be read: " + error.message());
    if (type == fs::file_type::not_found) throw FileError("no such file");
    if (type == fs::file_type::directory) throw FileError("this is a directory, not a file");
    if (type == fs::file_type::fifo || type == fs::file_type::socket)
        throw FileError("this is a pipe or socket; only regular files are read");
    if (type != fs::file_type::regular) throw FileError("this is a device; only regular files are read");
}

std::vector<std::byte> read_bytes(const fs::path& path) {
    require_regular(path);
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

Decoded decode_whole(std::vector<std::byte> bytes) {
    if (bytes.empty()) throw FileError("the file is empty");
    MemoryFile source(std::move(bytes));
    SF_INFO info{};
    const SoundFileHandle file = open_memory(source, SFM_READ, info);
    require_whole_sound(source.bytes());
    Decoded decoded{read_signal(file.get(), info),
                    read_string(file.get(), SF_STR_TITLE),
                    read_string(file.get(), SF_STR_COMMENT),
                    {}};
    decoded.full_scale_db_spl = find_calibration(read_description(file.get()));
    if (!decoded.full_scale_db_spl) decoded.full_scale_db_spl = find_calibration(decoded.comment);
    return decoded;
}

}  // namespace

Decoded decode(std::span<const std::byte> bytes) { return decode_whole({bytes.begin(), bytes.end()}); }

Decoded decode_file(const fs::path& path) {
    try {
        Decoded decoded = decode_whole(read_bytes(path));
        if (!decoded.full_scale_db_spl) decoded.full_scale_db_spl = find_calibration(path.filename().string());
        return decoded;
    } catch (const FileError& error) {
        throw FileError(path.string() + ": " + error.what());
    }
}

}  // namespace synovia::audio
