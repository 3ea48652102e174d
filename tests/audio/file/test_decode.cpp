// Reading, above all what is broken.
#include "audio/file/sound_file.hpp"

#include <sndfile.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <limits>

#include "audio/file/memory_file.hpp"
#include "tests/audio/file/support.hpp"
#include "tests/audio/file/temporary_file.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;

TEST_CASE("a file cut short anywhere is an error, not a shorter sound") {
    for (const Encoding encoding : every_encoding) {
        const auto whole = write(pop(48000), encoding);
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
    auto flac = write(pop(48000), Encoding::flac);
    flac[21] &= std::byte{0xf0};  // the 36 bits of STREAMINFO that count the samples: 0 is "unknown"
    std::fill(flac.begin() + 22, flac.begin() + 26, std::byte{0});
    CHECK(decode(flac).signal().samples.size() == 48000);
    flac.resize(flac.size() / 2);
    CHECK(error_of(flac) != "no error");  // within a frame; a cut between two cannot be seen
}

TEST_CASE("a damaged FLAC frame is an error") {
    auto flac = write(pop(48000), Encoding::flac);
    for (std::size_t n = 0; n < 50; ++n) flac[flac.size() / 2 + n] ^= std::byte{0x5a};
    CHECK(error_of(flac) == "the sound file is damaged or cut short");
}

TEST_CASE("Ogg cut between two pages and FLAC cut between two frames are errors, too") {
    const auto ogg = write(pop(480000), Encoding::ogg), flac = write(pop(48000), Encoding::flac);
    int cuts = 0;
    for (std::size_t at = 0; (at = text(ogg).find("OggS", at + 1)) != std::string_view::npos; ++cuts)
        CHECK(error_of({ogg.begin(), ogg.begin() + static_cast<std::ptrdiff_t>(at)}) != "no error");
    for (std::size_t at = 0; (at = text(flac).find("\xff\xf8", at + 1)) != std::string_view::npos; ++cuts)
        CHECK(error_of({flac.begin(), flac.begin() + static_cast<std::ptrdiff_t>(at)}) != "no error");
    CHECK(cuts > 15);
}

TEST_CASE("the error says how much of a cut file is there") {
    auto wav = write(pop(), Encoding::pcm24);
    wav.resize(wav.size() - 400);
    CHECK(error_of(wav) == "the file is cut short: it holds 14000 of 14400 bytes of sound");
}

TEST_CASE("what is no sound file is an error that says so") {
    CHECK(error_of({}) == "the file is empty");
    CHECK(
        error_of(bytes_of("kind = \"joint\"\n[bubble]\nnucleus_radius_m = 3e-7\n")).find("no sound file of a known") !=
        std::string::npos);
    std::vector<std::byte> noise(5000);
    for (std::size_t n = 0; n < noise.size(); ++n) noise[n] = static_cast<std::byte>(n * n * 31 + n);
    CHECK(error_of(noise) != "no error");
    CHECK(error_of(bytes_of("RIFF\xff\xff\xff\xffWAVEfmt ")) != "no error");
    CHECK(error_of(bytes_of("fLaC")) != "no error");
    CHECK(error_of(bytes_of("OggS")) != "no error");
}

TEST_CASE("damage anywhere in a file ends in a sound or an error") {
    for (const Encoding encoding : every_encoding) {
        const auto whole = write(pop(2000), encoding);
        for (std::size_t at = 0; at < std::min<std::size_t>(whole.size(), 1500); at += 7) {
            auto damaged = whole;
            damaged[at] ^= std::byte{0xff};
            try {
                const Decoded decoded = decode(damaged);
                for (const double x : decoded.signal().samples) REQUIRE(std::isfinite(x));
            } catch (const FileError&) {
            }
        }
    }
}

TEST_CASE("a float file with a number that is not finite is refused, with its place") {
    auto wav = write(pop(), Encoding::float32);
    const std::size_t data = text(wav).find("data") + 8;
    const float bad = std::numeric_limits<float>::infinity();
    std::memcpy(&wav[data + 4 * 17], &bad, 4);
    CHECK(error_of(wav) == "sample 17 is not a finite number");
}

TEST_CASE("paths: a folder, a missing file and a broken one are named in the error") {
    const auto folder = std::filesystem::temp_directory_path();
    CHECK_THROWS_WITH_AS(decode_file(folder), (folder.string() + ": this is a directory, not a file").c_str(),
                         FileError);
    const auto missing = folder / "synovia_no_such_file.wav";
    CHECK_THROWS_WITH_AS(decode_file(missing), (missing.string() + ": no such file").c_str(), FileError);
    const TemporaryFile empty("synovia_test_empty.wav", {});
    CHECK_THROWS_WITH_AS(decode_file(empty.path()), (empty.path().string() + ": the file is empty").c_str(), FileError);
    const TemporaryFile good("synovia_test_good.wav", write(pop(), Encoding::pcm24));
    CHECK(decode_file(good.path()).signal().samples.size() == 4800);
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

TEST_CASE("a long file is judged by its size and its header, before its sound is read") {
    auto wav = write(pop(), Encoding::pcm16);
    const std::size_t data = text(wav).find("data") + 4;
    const auto declare = [&](std::size_t at, std::uint64_t bytes) {
        for (std::size_t i = 0; i < 4; ++i) wav[at + i] = static_cast<std::byte>(bytes >> (8 * i));
    };
    const auto error = [&](std::uint64_t bytes) {
        declare(4, data + 4 + bytes - 8);
        declare(data, bytes);
        const TemporaryFile file("synovia_test_sparse.wav", wav);
        std::filesystem::resize_file(file.path(), data + 4 + bytes);
        CHECK_THROWS_AS(decode_file(file.path()), FileError);
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        CHECK(used.ru_maxrss < 400 * 1024);  // kilobytes, of all tests so far
        try {
            decode_file(file.path());
        } catch (const FileError& refused) {
            return std::string(refused.what());
        }
        return std::string("no error");
    };
    CHECK(error(200U << 20U).ends_with("the file is longer than 67108864 samples"));
    CHECK(error(1U << 30U).ends_with("is larger than 1073741824 bytes"));
}

TEST_CASE("what a decoder prints of a bad MPEG file stays with it") {
    std::vector<std::byte> mpeg = bytes_of("ID3");
    for (std::size_t n = 0; n < 20000; ++n) mpeg.push_back(static_cast<std::byte>(n * n * 31 + n));
    std::vector<std::byte> bare = bytes_of("\xff\xfb\x90\x64");
    bare.insert(bare.end(), mpeg.begin() + 3, mpeg.end());
    std::FILE* caught = std::tmpfile();
    REQUIRE(caught != nullptr);
    const int before = dup(2);
    dup2(fileno(caught), 2);
    const std::string tagged = error_of(mpeg), untagged = error_of(bare);
    dup2(before, 2);
    close(before);
    CHECK(tagged != "no error");
    CHECK(untagged != "no error");
    CHECK(std::fseek(caught, 0, SEEK_END) == 0);
    CHECK(std::ftell(caught) == 0);
    std::fclose(caught);
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
