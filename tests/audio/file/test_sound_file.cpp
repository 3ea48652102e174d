#include "audio/file/sound_file.hpp"

#include <doctest/doctest.h>
#include <sndfile.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>

#include "audio/file/memory_file.hpp"

using namespace synovia::audio;

namespace {

constexpr std::array every_encoding{Encoding::pcm16, Encoding::pcm24, Encoding::float32, Encoding::flac, Encoding::ogg};

Signal pop(std::size_t size = 4800) {
    Signal signal{48000.0, 0.0, {}};
    for (std::size_t n = 0; n < size; ++n) {
        const double t = static_cast<double>(n) / 48000.0;
        signal.samples.push_back(0.8 * std::exp(-t / 0.01) * std::sin(2.0 * 3.141592653589793 * 900.0 * t));
    }
    return signal;
}

Metadata metadata() {
    Metadata m;
    m.title = "knuckle";
    m.comment = R"({"bubble.nucleus_radius_m":3e-7})";
    m.copyright = "CC0";
    m.full_scale_db_spl = 103.28741;
    m.time_reference_s = 0.0634;
    return m;
}

Encoded write(const Signal& signal, Encoding encoding, const Metadata& m = metadata()) {
    EncodeSettings settings;
    settings.encoding = encoding;
    return encode(signal, settings, m);
}

std::string_view text(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool contains(const std::vector<std::byte>& bytes, std::string_view part) {
    return text(bytes).find(part) != std::string_view::npos;
}

double largest_difference(const Signal& a, const Signal& b) {
    REQUIRE(a.samples.size() == b.samples.size());
    double worst = 0.0;
    for (std::size_t n = 0; n < a.samples.size(); ++n) worst = std::max(worst, std::abs(a.samples[n] - b.samples[n]));
    return worst;
}

std::string error_of(const std::vector<std::byte>& bytes) {
    try {
        decode(bytes);
    } catch (const FileError& error) {
        return error.what();
    }
    return "no error";
}

std::vector<std::byte> bytes_of(std::string_view characters) {
    std::vector<std::byte> bytes(characters.size());
    std::memcpy(bytes.data(), characters.data(), characters.size());
    return bytes;
}

/// A file in the temporary folder that goes away with the object.
class TemporaryFile {
public:
    TemporaryFile(const std::string& name, const std::vector<std::byte>& bytes)
        : path_(std::filesystem::temp_directory_path() / name) {
        std::ofstream(path_, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a sound survives its file, to the resolution of the encoding") {
    const Signal signal = pop();
    // pcm16: TPDF dither of one step and rounding of half a step; pcm24, FLAC: half a step; float: half its last bit.
    CHECK(largest_difference(decode(write(signal, Encoding::pcm16).bytes).signal, signal) < 1.5 / 32768.0);
    CHECK(largest_difference(decode(write(signal, Encoding::pcm16).bytes).signal, signal) > 0.5 / 32768.0);
    CHECK(largest_difference(decode(write(signal, Encoding::pcm24).bytes).signal, signal) <= 0.5 / 8388608.0);
    CHECK(largest_difference(decode(write(signal, Encoding::flac).bytes).signal, signal) <= 0.5 / 8388608.0);
    CHECK(largest_difference(decode(write(signal, Encoding::float32).bytes).signal, signal) <= std::ldexp(1.0, -25));
    CHECK(largest_difference(decode(write(signal, Encoding::ogg).bytes).signal, signal) <
          0.05);  // lossy: it is the same sound
    for (const Encoding encoding : every_encoding)
        CHECK(decode(write(signal, encoding).bytes).signal.sample_rate_hz == 48000.0);
}

TEST_CASE("every rate and the shortest sound can be written") {
    for (const Encoding encoding : every_encoding)
        for (const double rate : {8000.0, 44100.0, 192000.0}) {
            CAPTURE(to_text(encoding));
            CAPTURE(rate);
            Signal signal = pop(1);
            signal.sample_rate_hz = rate;
            const Decoded decoded = decode(write(signal, encoding).bytes);
            CHECK(decoded.signal.sample_rate_hz == rate);
            CHECK(decoded.signal.samples.size() == 1);
        }
}

// ---- libsndfile's traps ----------------------------------------------------------------------------------------

TEST_CASE("trap: integers beyond full scale are held there, not wrapped around, and counted") {
    const Signal loud{48000.0, 0.0, {0.5, 1.2, -1.2, 1.0, -1.0, 0.25}};
    for (const Encoding encoding : {Encoding::pcm16, Encoding::pcm24, Encoding::flac}) {
        CAPTURE(to_text(encoding));
        const Encoded encoded = write(loud, encoding);
        const Signal read = decode(encoded.bytes).signal;
        CHECK(encoded.clipped_samples == 2);
        REQUIRE(read.samples.size() == loud.samples.size());  // FLAC writes nothing at all without clipping
        const double step = encoding == Encoding::pcm16 ? 1.0 / 32768.0 : 1.0 / 8388608.0;
        CHECK(read.samples[1] == 1.0 - step);
        CHECK(read.samples[2] == -1.0);
    }
    CHECK(write(loud, Encoding::ogg).clipped_samples == 2);
}

TEST_CASE("float keeps what is beyond full scale and counts nothing") {
    const Encoded encoded = write({48000.0, 0.0, {0.5, 20.0, -3.5}}, Encoding::float32);
    CHECK(encoded.clipped_samples == 0);
    CHECK(decode(encoded.bytes).signal.samples == std::vector<double>{0.5, 20.0, -3.5});
}

TEST_CASE("trap: a file that does not fit is an error, whichever byte is one too many") {
    for (const Encoding encoding : every_encoding) {
        const std::size_t size = write(pop(), encoding).bytes.size();
        EncodeSettings settings;
        settings.encoding = encoding;
        settings.max_bytes = size;
        CHECK(encode(pop(), settings, metadata()).bytes.size() == size);
        for (const std::size_t limit : {size - 1, size / 2, std::size_t{100}, std::size_t{1}}) {
            CAPTURE(to_text(encoding));
            CAPTURE(limit);
            settings.max_bytes = limit;
            CHECK_THROWS_AS(encode(pop(), settings, metadata()), FileError);
        }
    }
    CHECK_THROWS_WITH(encode(pop(), {Encoding::pcm24, 0, 5000}, {}), "the file would be longer than 5000 bytes");
}

TEST_CASE("trap: no PEAK chunk with the time of day; equal sounds are equal files, Ogg included") {
    for (const Encoding encoding : every_encoding) {
        CAPTURE(to_text(encoding));
        CHECK(write(pop(), encoding).bytes == write(pop(), encoding).bytes);
    }
    CHECK_FALSE(contains(write(pop(), Encoding::float32).bytes, "PEAK"));
}

TEST_CASE("the seed decides the dither of 16 bits and nothing else") {
    const EncodeSettings seven{Encoding::pcm16, 7}, eight{Encoding::pcm16, 8}, wide{Encoding::pcm24, 7},
        wider{Encoding::pcm24, 8};
    CHECK(encode(pop(), seven, {}).bytes == encode(pop(), seven, {}).bytes);
    CHECK(encode(pop(), seven, {}).bytes != encode(pop(), eight, {}).bytes);
    CHECK(encode(pop(), wide, {}).bytes == encode(pop(), wider, {}).bytes);
}

TEST_CASE("trap: libsndfile refuses WAV on a pipe; the bytes in memory are a whole file, lengths filled in") {
    const auto wav = write(pop(), Encoding::pcm24).bytes;
    const auto length = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 4; i > 0; --i) value = value << 8 | std::to_integer<std::uint32_t>(wav[at + i - 1]);
        return value;
    };
    CHECK(text(wav).substr(0, 4) == "RIFF");
    CHECK(length(4) == wav.size() - 8);
    const std::size_t data = text(wav).find("data");
    REQUIRE(data != std::string_view::npos);
    CHECK(length(data + 4) == 4800 * 3);
}

TEST_CASE("trap: texts are in the file and come back, as long as they may be") {
    for (const Encoding encoding : every_encoding) {
        CAPTURE(to_text(encoding));
        const auto bytes = write(pop(), encoding).bytes;
        for (const char* part : {"knuckle", "nucleus_radius_m", "CC0", "synovia", "0dBFS = 103.2874 dBSPL"}) {
            CAPTURE(part);
            CHECK(contains(bytes, part));
        }
        const Decoded decoded = decode(bytes);
        CHECK(decoded.title == "knuckle");
        CHECK(decoded.comment.find(metadata().comment) != std::string::npos);

        Metadata longest = metadata();
        longest.comment.clear();
        const std::size_t used = comment_text(longest, encoding).size();  // the calibration, in FLAC and Ogg
        const std::size_t room = longest_text(encoding) - used - (used == 0 ? 0 : 2);
        longest.comment = std::string(room, 'x');
        longest.title = longest.copyright = std::string(longest_text(encoding), 'y');
        const Decoded again = decode(write(pop(), encoding, longest).bytes);
        CHECK(again.comment.substr(again.comment.size() - room) == longest.comment);
        CHECK(again.title == longest.title);
        CHECK(again.full_scale_db_spl == 103.2874);
        CHECK(largest_difference(again.signal, decoded.signal) == 0.0);

        longest.comment += 'x';
        CHECK_THROWS_AS(write(pop(), encoding, longest), std::invalid_argument);
    }
}

TEST_CASE("a WAV file says where in the pull it begins, who made it and when") {
    MemoryFile file(write(pop(), Encoding::pcm24).bytes);
    SF_VIRTUAL_IO io{
        [](void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->length(); },
        [](sf_count_t o, int w, void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->seek(o, w); },
        [](void* d, sf_count_t n, void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->read(d, n); }, nullptr,
        [](void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->tell(); }};
    SF_INFO info{};
    SNDFILE* handle = sf_open_virtual(&io, SFM_READ, &info, &file);
    REQUIRE(handle != nullptr);
    SF_BROADCAST_INFO bext{};
    REQUIRE(sf_command(handle, SFC_GET_BROADCAST_INFO, &bext, sizeof bext) == SF_TRUE);
    CHECK(std::string(bext.description) == "knuckle; Sound: 0dBFS = 103.2874 dBSPL");
    CHECK(std::string(bext.originator) == "synovia");
    CHECK(std::string_view(bext.origination_date, 10) == "1970-01-01");
    CHECK(std::string_view(bext.origination_time, 8) == "00:00:00");
    CHECK(bext.time_reference_low == 3043);  // 0.0634 s at 48 kHz
    CHECK(bext.time_reference_high == 0);
    CHECK(std::string_view(sf_get_string(handle, SF_STR_SOFTWARE)).substr(0, 7) == "synovia");
    CHECK(std::string(sf_get_string(handle, SF_STR_COPYRIGHT)) == "CC0");
    sf_close(handle);
}

TEST_CASE("a file that begins before the pull refers to its start") {
    Metadata early = metadata(), zero = metadata();
    early.time_reference_s = -0.005;
    zero.time_reference_s = 0.0;
    CHECK(write(pop(), Encoding::pcm24, early).bytes == write(pop(), Encoding::pcm24, zero).bytes);
}

TEST_CASE("the calibration comes back from every encoding, and from a file name") {
    for (const Encoding encoding : every_encoding) {
        CAPTURE(to_text(encoding));
        CHECK(decode(write(pop(), encoding).bytes).full_scale_db_spl == 103.2874);
        CHECK_FALSE(decode(write(pop(), encoding, {}).bytes).full_scale_db_spl);
    }
    const TemporaryFile file("synovia_test_FS129.9dB(PK)_00.wav", write(pop(), Encoding::pcm16, {}).bytes);
    CHECK(decode_file(file.path()).full_scale_db_spl == 129.9);
}

// ---- what no file can hold -------------------------------------------------------------------------------------

TEST_CASE("signals that no file can hold are refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const Encoding encoding : every_encoding) {
        CHECK_THROWS_WITH_AS(write({48000.0, 0.0, {}}, encoding), "a sound file needs at least one sample",
                             std::invalid_argument);
        CHECK_THROWS_WITH_AS(write({48000.0, 0.0, {0.0, nan}}, encoding), "sample 1 is not a finite number",
                             std::invalid_argument);
        CHECK_THROWS_AS(write({48000.0, 0.0, {1e39}}, encoding), std::invalid_argument);  // beyond float
        CHECK_THROWS_AS(write({48000.5, 0.0, {0.0}}, encoding), std::invalid_argument);
        CHECK_THROWS_AS(write({nan, 0.0, {0.0}}, encoding), std::invalid_argument);
        CHECK_THROWS_AS(write({1e9, 0.0, {0.0}}, encoding), std::invalid_argument);
    }
}

// ---- reading what is broken ------------------------------------------------------------------------------------

TEST_CASE("a file cut short anywhere is an error, not a shorter sound") {
    for (const Encoding encoding : every_encoding) {
        const auto whole = write(pop(48000), encoding).bytes;
        for (const double part : {0.001, 0.05, 0.3, 0.5, 0.9, 0.99}) {
            CAPTURE(to_text(encoding));
            CAPTURE(part);
            const auto size = static_cast<std::ptrdiff_t>(part * static_cast<double>(whole.size()));
            CHECK(error_of({whole.begin(), whole.begin() + size}) != "no error");
        }
        CHECK(error_of(whole) == "no error");
    }
}

TEST_CASE("a FLAC stream that does not know its length is read to its end, a cut in it found") {
    auto flac = write(pop(48000), Encoding::flac).bytes;
    flac[21] &= std::byte{0xf0};  // the 36 bits of STREAMINFO that count the samples: 0 is "unknown"
    std::fill(flac.begin() + 22, flac.begin() + 26, std::byte{0});
    CHECK(decode(flac).signal.samples.size() == 48000);
    flac.resize(flac.size() / 2);
    CHECK(error_of(flac) != "no error");  // within a frame; a cut between two cannot be seen
}

TEST_CASE("a damaged FLAC frame is an error") {
    auto flac = write(pop(48000), Encoding::flac).bytes;
    for (std::size_t n = 0; n < 50; ++n) flac[flac.size() / 2 + n] ^= std::byte{0x5a};
    CHECK(error_of(flac) == "the sound file is damaged or cut short");
}

TEST_CASE("Ogg cut between two pages and FLAC cut between two frames are errors, too") {
    const auto ogg = write(pop(480000), Encoding::ogg).bytes, flac = write(pop(48000), Encoding::flac).bytes;
    int cuts = 0;
    for (std::size_t at = 0; (at = text(ogg).find("OggS", at + 1)) != std::string_view::npos; ++cuts)
        CHECK(error_of({ogg.begin(), ogg.begin() + static_cast<std::ptrdiff_t>(at)}) != "no error");
    for (std::size_t at = 0; (at = text(flac).find("\xff\xf8", at + 1)) != std::string_view::npos; ++cuts)
        CHECK(error_of({flac.begin(), flac.begin() + static_cast<std::ptrdiff_t>(at)}) != "no error");
    CHECK(cuts > 15);
}

TEST_CASE("the error says how much of a cut file is there") {
    auto wav = write(pop(), Encoding::pcm24).bytes;
    wav.resize(wav.size() - 400);
    CHECK(error_of(wav) == "the file is cut short: it holds 14000 of 14400 bytes of sound");
}

TEST_CASE("what is no sound file is an error that says so") {
    CHECK(error_of({}) == "the file is empty");
    CHECK(error_of(bytes_of("kind = \"joint\"\n[bubble]\nnucleus_radius_m = 3e-7\n"))
              .find("no sound file of a known format") != std::string::npos);
    std::vector<std::byte> noise(5000);
    for (std::size_t n = 0; n < noise.size(); ++n) noise[n] = static_cast<std::byte>(n * n * 31 + n);
    CHECK(error_of(noise) != "no error");
    CHECK(error_of(bytes_of("RIFF\xff\xff\xff\xffWAVEfmt ")) != "no error");
    CHECK(error_of(bytes_of("fLaC")) != "no error");
    CHECK(error_of(bytes_of("OggS")) != "no error");
}

TEST_CASE("damage anywhere in a file ends in a sound or an error") {
    for (const Encoding encoding : every_encoding) {
        const auto whole = write(pop(2000), encoding).bytes;
        for (std::size_t at = 0; at < std::min<std::size_t>(whole.size(), 1500); at += 7) {
            auto damaged = whole;
            damaged[at] ^= std::byte{0xff};
            try {
                const Decoded decoded = decode(damaged);
                for (const double x : decoded.signal.samples) REQUIRE(std::isfinite(x));
            } catch (const FileError&) {
            }
        }
    }
}

TEST_CASE("a float file with a number that is not finite is refused, with its place") {
    auto wav = write(pop(), Encoding::float32).bytes;
    const std::size_t data = text(wav).find("data") + 8;
    const float bad = std::numeric_limits<float>::infinity();
    std::memcpy(&wav[data + 4 * 17], &bad, 4);
    CHECK(error_of(wav) == "sample 17 is not a finite number");
}

// ---- several channels -------------------------------------------------------------------------------------------

namespace {

/// Channel c is the pop times 1/(c + 1).
Signal pops(std::size_t channels) {
    Signal signal{48000.0, 0.0, {}, channels};
    for (const double x : pop().samples)
        for (std::size_t c = 0; c < channels; ++c) signal.samples.push_back(x / static_cast<double>(c + 1));
    return signal;
}

std::uint32_t number_at(const std::vector<std::byte>& bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i > 0; --i) value = value << 8 | std::to_integer<std::uint32_t>(bytes[at + i - 1]);
    return value;
}

}  // namespace

TEST_CASE("channels survive their file, in their order") {
    for (const Encoding encoding : every_encoding)
        for (const std::size_t channels : {2U, 3U, 6U, 8U}) {
            CAPTURE(to_text(encoding));
            CAPTURE(channels);
            const Signal signal = pops(channels), read = decode(write(signal, encoding).bytes).signal;
            REQUIRE(read.channels == channels);
            REQUIRE(read.frames() == 4800);
            // Vorbis is lossy, and more so in its channel for low frequencies; the channels differ by 0.1 at their
            // tops.
            CHECK(largest_difference(read, signal) < (encoding == Encoding::ogg     ? 0.1
                                                      : encoding == Encoding::pcm16 ? 1.5 / 32768.0
                                                                                    : 0.5001 / 8388608.0));
        }
    CHECK(decode(write(pops(64), Encoding::float32).bytes).signal.channels == 64);
    CHECK_THROWS_WITH_AS(write(pops(9), Encoding::flac), "a file of encoding flac holds 1 to 8 channels, not 9",
                         std::invalid_argument);
    CHECK_THROWS_AS(write({48000.0, 0.0, {0.0}, 0}, Encoding::pcm24), std::invalid_argument);
}

TEST_CASE("one and two channels are plain WAV, four have the mask of four speakers") {
    for (const std::size_t channels : {1U, 2U, 4U}) {
        const auto wav = write(pops(channels), Encoding::pcm24).bytes;
        const std::size_t fmt = text(wav).find("fmt ") + 8;
        CHECK(number_at(wav, fmt, 2) == (channels > 2 ? 0xFFFE : 1));  // WAVE_FORMAT_EXTENSIBLE, _PCM
        CHECK(number_at(wav, fmt + 2, 2) == channels);
        if (channels > 2) CHECK(number_at(wav, fmt + 20, 4) == 0x33);  // front and back, left and right
    }
}

TEST_CASE("a sample that is not finite is named with its channel") {
    Signal signal = pops(2);
    signal.at(7, 1) = std::numeric_limits<double>::infinity();
    CHECK_THROWS_WITH_AS(write(signal, Encoding::pcm24), "sample 7 of channel 2 is not a finite number",
                         std::invalid_argument);
}

// ---- silence, loudness, what else a file says -----------------------------------------------------------------

TEST_CASE("silence behind the sound is written as if it were in the signal") {
    for (const Encoding encoding : every_encoding) {
        CAPTURE(to_text(encoding));
        EncodeSettings settings;
        settings.encoding = encoding;
        settings.silence_frames = 10000;  // across the border of a block
        Signal longer = pops(2);
        longer.samples.resize(2 * 14800);
        CHECK(encode(pops(2), settings, metadata()).bytes == write(longer, encoding).bytes);
    }
    EncodeSettings nothing_else;
    nothing_else.silence_frames = 5;
    CHECK(decode(encode({}, nothing_else, {}).bytes).signal.samples == std::vector<double>(5));
}

namespace {

/// Loudness, range, highest true peak, momentary and short-term loudness, in hundredths, as bext holds them.
std::array<int, 5> loudness_in(const std::vector<std::byte>& wav) {
    const std::size_t bext = text(wav).find("bext") + 8;
    REQUIRE(number_at(wav, bext + 346, 2) == 2);  // version
    std::array<int, 5> fields{};
    for (std::size_t i = 0; i < 5; ++i)
        fields[i] = static_cast<std::int16_t>(number_at(wav, bext + 348 + 64 + 2 * i, 2));
    return fields;
}

constexpr int unused = 0x7FFF;

Signal tone(double seconds, double amplitude) {
    Signal signal{48000.0, 0.0, {}};
    for (int n = 0; n < seconds * 48000.0; ++n)
        signal.samples.push_back(amplitude * std::sin(2.0 * 3.141592653589793 * 997.0 * n / 48000.0));
    return signal;
}

}  // namespace

TEST_CASE("trap: bext says how loud the sound is, or that it is too short to say") {
    // BS.1770: 997 Hz at full scale in one channel is -3.01 LUFS; a tenth of that, -23.01. Steady: range 0.
    const auto steady = loudness_in(write(tone(5.0, 0.1), Encoding::pcm24).bytes);
    CHECK(std::abs(steady[0] + 2301) <= 2);
    CHECK(std::abs(steady[1]) <= 2);
    CHECK(std::abs(steady[2] + 2000) <= 1);
    CHECK(std::abs(steady[3] + 2301) <= 2);
    CHECK(std::abs(steady[4] + 2301) <= 2);
    const auto second = loudness_in(write(tone(1.0, 0.1), Encoding::pcm24).bytes);
    CHECK(std::abs(second[0] + 2301) <= 3);
    CHECK(second[1] == unused);
    CHECK(std::abs(second[3] + 2301) <= 3);
    CHECK(second[4] == unused);
    const auto brief = loudness_in(write(tone(0.3, 0.1), Encoding::pcm24).bytes);
    CHECK(brief == std::array{unused, unused, brief[2], unused, unused});
    CHECK(std::abs(brief[2] + 2000) <= 1);
    CHECK(loudness_in(write({48000.0, 0.0, std::vector<double>(48000)}, Encoding::float32).bytes) ==
          std::array{unused, unused, unused, unused, unused});
    // Loud beyond two digits before the point, as 1e9 Pa in a file of pascals.
    CHECK(loudness_in(write(tone(1.0, 1e9), Encoding::float32).bytes)[2] == unused);
}

TEST_CASE("date, artist and free pairs are in every file") {
    Metadata m = metadata();
    m.date = "2026-11-27";
    m.time = "12:34:56";
    m.pairs = {{"Artist", "A. Knuckle"}, {"session", "left hand"}, {"license", "CC0-1.0"}};
    for (const Encoding encoding : every_encoding) {
        CAPTURE(to_text(encoding));
        const auto bytes = write(pop(), encoding, m).bytes;
        CHECK(contains(bytes, "2026-11-27"));
        CHECK(contains(bytes, "A. Knuckle"));
        CHECK_FALSE(contains(bytes, "Artist=A. Knuckle; "));
        CHECK(contains(bytes, "CC0-1.0"));
        const std::string comment = decode(bytes).comment;
        CHECK(comment.find("session=left hand; ") != std::string::npos);
        CHECK((comment.find("license=CC0-1.0; ") != std::string::npos) == (extension(encoding) == "wav"));
    }
    CHECK(contains(write(pop(), Encoding::pcm24, m).bytes, "2026-11-2712:34:56"));  // the two fields of bext
    CHECK_FALSE(contains(write(pop(), Encoding::flac).bytes, "1970"));
}

TEST_CASE("paths: a folder, a missing file and a broken one are named in the error") {
    const auto folder = std::filesystem::temp_directory_path();
    CHECK_THROWS_WITH_AS(decode_file(folder), (folder.string() + ": this is a directory, not a file").c_str(),
                         FileError);
    const auto missing = folder / "synovia_no_such_file.wav";
    CHECK_THROWS_WITH_AS(decode_file(missing), (missing.string() + ": no such file").c_str(), FileError);
    const TemporaryFile empty("synovia_test_empty.wav", {});
    CHECK_THROWS_WITH_AS(decode_file(empty.path()), (empty.path().string() + ": the file is empty").c_str(), FileError);
    const TemporaryFile good("synovia_test_good.wav", write(pop(), Encoding::pcm24).bytes);
    CHECK(decode_file(good.path()).signal.samples.size() == 4800);
}

TEST_CASE("pipes and devices, which may never end, are refused unread") {
    const auto pipe = std::filesystem::temp_directory_path() / "synovia_test_pipe.wav";
    std::filesystem::remove(pipe);
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK_THROWS_WITH_AS(decode_file(pipe),
                         (pipe.string() + ": this is a pipe or socket; only regular files are read").c_str(),
                         FileError);
    std::filesystem::remove(pipe);
    CHECK_THROWS_WITH_AS(decode_file("/dev/zero"), "/dev/zero: this is a device; only regular files are read",
                         FileError);
}

TEST_CASE("a sample beyond 32-bit floats is no sound") {
    MemoryFile file(std::size_t{100000});
    SF_VIRTUAL_IO io{
        [](void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->length(); },
        [](sf_count_t o, int w, void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->seek(o, w); },
        [](void* d, sf_count_t n, void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->read(d, n); },
        [](const void* d, sf_count_t n, void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->write(d, n); },
        [](void* f) -> sf_count_t { return static_cast<MemoryFile*>(f)->tell(); }};
    SF_INFO info{};
    info.samplerate = 48000;
    info.channels = 1;
    info.format = SF_FORMAT_WAV | SF_FORMAT_DOUBLE;
    SNDFILE* handle = sf_open_virtual(&io, SFM_WRITE, &info, &file);
    REQUIRE(handle != nullptr);
    const std::array frames{0.125, 1e300};
    REQUIRE(sf_writef_double(handle, frames.data(), 2) == 2);
    REQUIRE(sf_close(handle) == 0);
    CHECK(error_of(file.bytes()) == "sample 1 is larger than a 32-bit float can be");
}
