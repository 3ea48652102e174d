#include "apps/instrument/tape.hpp"

#include <vector>

#include "apps/studio/file_error.hpp"
#include "apps/studio/nameless_file.hpp"
#include "audio/file/sound_file.hpp"
#include "tests/apps/instrument/full_disk.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::studio;
using synovia::test::read_file;
using synovia::test::Workplace;
using synovia::test::write_file;

namespace {

const std::vector<float> some{0.25F, -0.5F, 1.0F, 1e-30F};

}  // namespace

TEST_CASE("a tape can be read at any moment and has its name at the end") {
    const Workplace place;
    Tape tape(place / "a.wav", 44100, false);
    tape.write(some);
    // As a crash would leave it.
    const auto part = audio::decode_file(place / "a.wav.part");
    CHECK(part.signal().samples == std::vector<double>(some.begin(), some.end()));
    CHECK(part.signal().sample_rate_hz == 44100.0);
    CHECK(place.files() == "a.wav.part");
    tape.write(some);
    tape.finish();
    CHECK(place.files() == "a.wav");
    CHECK(audio::decode_file(place / "a.wav").signal().samples.size() == 8);
    CHECK(tape.frames() == 8);
}

TEST_CASE("an existing file, also one that a crash left, is replaced only by force") {
    const Workplace place;
    write_file(place / "a.wav", "kept");
    CHECK_THROWS_AS(Tape(place / "a.wav", 48000, false), FileError);
    CHECK(read_file(place / "a.wav") == "kept");
    write_file(place / "b.wav.part", "kept");
    CHECK_THROWS_AS(Tape(place / "b.wav", 48000, false), FileError);
    Tape tape(place / "b.wav", 48000, true);
    tape.finish();
    CHECK(place.files() == "a.wav b.wav");
    {
        const Tape empty(place / "c.wav", 48000, false);
        CHECK(place.files() == "a.wav b.wav c.wav.part");
    }
    CHECK(place.files() == "a.wav b.wav");
    CHECK_THROWS_AS(Tape(place / "missing/c.wav", 48000, false), FileError);
}

TEST_CASE("after a block that does not fit nothing more is written, and the tape keeps what it has") {
    const Workplace place;
    Tape tape(place / "a.wav", 48000, false);
    tape.write(some);
    {
        const FullDisk disk(Tape::header_bytes + 6 * sizeof(float));  // the header and six samples
        CHECK_THROWS_AS(tape.write(some), FileError);
        CHECK_THROWS_AS(tape.write(std::span(some).first(1)), FileError);
    }
    CHECK_THROWS_AS(tape.write(some), FileError);  // there would be a gap
    CHECK(tape.frames() == 4);
    tape.finish();
    CHECK(audio::decode_file(place / "a.wav").signal().samples == std::vector<double>(some.begin(), some.end()));
    CHECK(read_file(place / "a.wav").size() == Tape::header_bytes + 4 * sizeof(float));
}

TEST_CASE("a file that is being recorded is not taken away, not even by force") {
    const Workplace place;
    Tape tape(place / "a.wav", 48000, false);
    tape.write(some);
    CHECK_THROWS_WITH_AS(Tape(place / "a.wav", 48000, true),
                         ((place / "a.wav.part").string() + ": another session is recording it").c_str(), FileError);
    tape.finish();
    CHECK(audio::decode_file(place / "a.wav").signal().samples.size() == 4);
}

TEST_CASE("a tape of two channels") {
    const Workplace place;
    Tape tape(place / "a.wav", 48000, false, 2);
    tape.write(some);
    tape.write(some);
    CHECK(tape.frames() == 4);
    tape.finish();
    const audio::Signal read = audio::decode_file(place / "a.wav").signal();
    CHECK(read.channels == 2);
    CHECK(read.frames() == 4);
    CHECK(audio::channel(read, 1).samples == std::vector<double>{-0.5, 1e-30F, -0.5, 1e-30F});
    CHECK(read_file(place / "a.wav").size() == Tape::header_bytes + 8 * sizeof(float));
}

TEST_CASE("a tape says what is on it, and claims no loudness") {
    const Workplace place;
    Tape tape(place / "a.wav", 48000, false);
    tape.write(some);
    audio::Metadata texts;
    texts.title = "played live: knuckle";
    texts.software = "synovia 1";
    texts.comment = std::string(5000, 'x');  // cut to its place
    texts.full_scale_db_spl = 112.0;
    tape.set_texts(texts);
    tape.finish();
    const audio::Decoded read = audio::decode_file(place / "a.wav");
    CHECK(read.signal().samples == std::vector<double>(some.begin(), some.end()));
    CHECK(read.title == "played live: knuckle");
    CHECK(read.full_scale_db_spl == 112.0);
    CHECK(read.comment.starts_with("xxx"));
    const std::string bytes = read_file(place / "a.wav");
    CHECK(bytes.size() == Tape::header_bytes + some.size() * sizeof(float));
    // EBU Tech 3285: the chunk begins at 12, its text at 20; LoudnessValue to MaxShortTermLoudness at 412 of it, each
    // 0x7FFF where it is not used.
    REQUIRE(bytes.substr(12, 4) == "bext");
    for (std::size_t field = 0; field < 5; ++field) CHECK(bytes.substr(20 + 412 + 2 * field, 2) == "\xFF\x7F");
}

TEST_CASE("silence takes no room before the end, and what is cut off does not come back") {
    const Workplace place;
    Tape tape(std::make_unique<NamelessFile>(place / "a.wav", false), 48000, 2);
    CHECK(place.files().empty());
    tape.write(some);
    tape.silence(3);
    tape.write(some);
    tape.silence(10);
    tape.cut(8);
    tape.finish();
    const audio::Signal read = audio::decode_file(place / "a.wav").signal();
    std::vector<double> expected(some.begin(), some.end());
    expected.resize(10);
    expected.insert(expected.end(), some.begin(), some.end());
    expected.resize(16);
    CHECK(read.samples == expected);
}
