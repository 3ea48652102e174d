#include "audio/core/timeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

/// Silence, a faint step of -90 dB at 0.1 s, the sound from 0.2 s to 0.5 s.
Signal late_sound() {
    Signal signal{48000.0, 1.0, std::vector<double>(24000)};
    for (std::size_t n = 4800; n < 9600; ++n) signal.samples[n] = 3e-5;
    for (std::size_t n = 9600; n < 24000; ++n) signal.samples[n] = n % 2 == 0 ? 1.0 : -1.0;
    return signal;
}

/// A cut with its silence written out.
struct File {
    Signal signal;
    CutReport report;
};

File cut_file(const SparseSignal& signal, const CutSettings& settings = {}) {
    const CutSound sound = cut(signal, settings);
    return {dense(sound.signal), sound.report};
}

}  // namespace

TEST_CASE("the onset is the first frame above the threshold, in whichever channel") {
    CHECK(onset_frame(late_sound(), -80.0) == 9600);
    CHECK(onset_frame(late_sound(), -100.0) == 4800);
    CHECK_FALSE(onset_frame(Signal{48000.0, 0.0, std::vector<double>(10)}, -80.0));
    CHECK_FALSE(onset_frame({}, -80.0));
    CHECK(onset_frame(Signal{48000.0, 0.0, {0.0, 0.0, 0.0, 0.5, 1.0, 0.0}, 2}, -80.0) == 1);
}

TEST_CASE("a file begins 5 ms before the onset and knows when") {
    const File file = cut_file(late_sound());
    CHECK(file.signal.samples.size() == 24000 - 9600 + 240);
    CHECK(file.signal.start_time_s == near(1.2 - 5e-3, 1e-14));
    CHECK(file.signal.samples[239] == 3e-5);
    CHECK(file.signal.samples[240] == 1.0);
}

TEST_CASE("zeros stand in front of a sound that begins at once") {
    const File file = cut_file(Signal{48000.0, 0.0, std::vector<double>(4800, 1.0)});
    CHECK(file.signal.samples.size() == 4800 + 240);
    CHECK(file.signal.start_time_s == near(-5e-3, 1e-14));
    CHECK(file.signal.samples[239] == 0.0);
    CHECK(file.signal.samples[240] == 1.0);
}

TEST_CASE("a sound is not touched before its end, however loud it ends") {
    Signal swelling{48000.0, 0.0, {}};
    for (int n = 0; n < 4800; ++n) swelling.samples.push_back(n + 1.0);
    const File file = cut_file(swelling);
    CHECK(file.signal.samples.back() == 4800.0);
    CHECK(std::equal(swelling.samples.rbegin(), swelling.samples.rend() - 1, file.signal.samples.rbegin()));
    CHECK(file.report.fade_frames == 0);
    CHECK(file.signal.frames() == 4800 + 240);
    CHECK(file.report.left_out_db == -std::numeric_limits<double>::infinity());
}

TEST_CASE("a longer duration is silence behind the sound, which stays as it is") {
    CutSettings settings;
    settings.duration_s = 1.0;
    const File file = cut_file(late_sound(), settings);
    Signal longer = cut_file(late_sound()).signal;
    longer.samples.resize(48000);
    CHECK(file.signal.samples == longer.samples);
    CHECK(cut(late_sound(), settings).signal.pieces[0].samples.size() == 24000 - 9600 + 240);
    CHECK(file.report.fade_frames == 0);
}

TEST_CASE("a shorter duration fades out behind the peak and says what it left out") {
    // 1 for half a millisecond from 0.1 s on, then 0.1 for 50 ms, alternating.
    Signal pop{48000.0, 0.0, std::vector<double>(9600)};
    for (std::size_t n = 4800; n < 7200; ++n) pop.samples[n] = (n < 4824 ? 1.0 : 0.1) * (n % 2 == 0 ? 1.0 : -1.0);
    CutSettings settings;
    SUBCASE("a raised cosine of 10 ms where there is room for it") {
        settings.duration_s = 30e-3;
        const File file = cut_file(pop, settings);
        CHECK(file.signal.frames() == 1440);
        CHECK(file.report.fade_frames == 480);
        CHECK(file.report.left_out_db == near(-20.0, 1e-12));
        CHECK(std::abs(file.signal.samples[1440 - 481]) == 0.1);
        CHECK(std::abs(file.signal.samples[1440 - 1 - 240]) == near(0.05, 1e-12));
        CHECK(std::abs(file.signal.samples[1440 - 1 - 120]) == near(0.05 - 0.05 * std::sqrt(0.5), 1e-12));
        CHECK(file.signal.samples.back() == 0.0);
    }
    SUBCASE("a shorter one where the peak is near") {
        settings.duration_s = 6e-3;
        const File file = cut_file(pop, settings);
        CHECK(sample_peak(file.signal) == 1.0);
        CHECK(file.report.fade_frames == 288 - 240 - 1 - 22);
        for (std::size_t n = 0; n < 23; ++n) CHECK(std::abs(file.signal.samples[240 + n]) == 1.0);
        CHECK(file.signal.samples.back() == 0.0);
    }
    SUBCASE("none where the file ends within the peak, and that is said") {
        settings.duration_s = 5.25e-3;
        const File file = cut_file(pop, settings);
        CHECK(file.report.fade_frames == 0);
        CHECK(file.report.left_out_db == 0.0);
        CHECK(std::abs(file.signal.samples.back()) == 1.0);
    }
    SUBCASE("nothing is faded that ends before the file does") {
        settings.duration_s = 56e-3;
        const File file = cut_file(pop, settings);
        CHECK(file.report.fade_frames == 0);
        CHECK(std::abs(file.signal.samples[240 + 2399]) == 0.1);
    }
}

TEST_CASE("all channels are cut alike, where the first of them begins") {
    Signal stereo{48000.0, 0.0, std::vector<double>(2 * 9600), 2};
    for (std::size_t n = 4800; n < 9600; ++n) stereo.at(n, 1) = 1.0;
    for (std::size_t n = 6000; n < 9600; ++n) stereo.at(n, 0) = 0.5;
    CutSettings settings;
    settings.duration_s = 0.06;
    const File file = cut_file(stereo, settings);
    CHECK(file.signal.channels == 2);
    CHECK(file.signal.frames() == 2880);
    CHECK(file.signal.at(239, 1) == 0.0);
    CHECK(file.signal.at(240, 1) == 1.0);
    CHECK(file.signal.at(1439, 0) == 0.0);
    CHECK(file.signal.at(1440, 0) == 0.5);
    CHECK(file.signal.at(2879 - 240, 0) == near(0.25, 1e-12));
    CHECK(file.signal.at(2879 - 240, 1) == near(0.5, 1e-12));
}

TEST_CASE("silence keeps its start and its length, without a sample") {
    const Signal silent{48000.0, 0.25, std::vector<double>(100)};
    CHECK(cut(silent).signal.pieces.empty());
    CHECK(cut(silent).signal.frames() == 100);
    CHECK(cut(silent).signal.start_time_s == 0.25);
    CutSettings settings;
    settings.duration_s = 600.0;
    CHECK(cut(silent, settings).signal.pieces.empty());
    CHECK(cut(silent, settings).signal.frames() == 28'800'000);
    CHECK(cut(SparseSignal()).signal.frames() == 0);
}

TEST_CASE("what lies apart is cut as if the silence were written out") {
    SparseSignal apart(48000.0, 0.0, 1, 48000);
    apart.pieces.push_back({4800, std::vector<double>(100, 1e-5)});  // below the onset
    apart.pieces.push_back({9600, std::vector<double>(2400, 0.5)});
    apart.pieces.push_back({24000, std::vector<double>(4800, -1.0)});
    for (const double duration : {0.02, 0.06, 0.2, 0.31, 0.35, 2.0}) {
        CAPTURE(duration);
        CutSettings settings;
        settings.duration_s = duration;
        const File sparse = cut_file(apart, settings), whole = cut_file(dense(apart), settings);
        CHECK(sparse.signal.samples == whole.signal.samples);
        CHECK(sparse.signal.start_time_s == whole.signal.start_time_s);
        CHECK(sparse.report.fade_frames == whole.report.fade_frames);
        CHECK(sparse.report.left_out_db == whole.report.left_out_db);
        CHECK(sparse.signal.samples.size() == static_cast<std::size_t>(std::lround(duration * 48000.0)));
    }
}

TEST_CASE("a file shorter than its lead is cut all the same") {
    CutSettings settings;
    settings.duration_s = 1e-3;
    CHECK(cut_file(late_sound(), settings).signal.samples.size() == 48);
    CHECK(cut_file(late_sound(), settings).report.left_out_db == 0.0);
    settings.duration_s = 0.0;
    CHECK(cut_file(late_sound(), settings).signal.samples.empty());
    CHECK(cut_file(Signal{48000.0, 0.0, {1.0}}, settings).signal.samples.empty());
    CHECK(cut_file(Signal{48000.0, 0.0, {1.0}}).signal.samples.size() == 241);
}

TEST_CASE("every bad setting is named at once") {
    try {
        cut_file(late_sound(), {-1.0, 3.0, 1e9, std::numeric_limits<double>::quiet_NaN()});
        FAIL("accepted");
    } catch (const std::invalid_argument& error) {
        CHECK(std::string(error.what()) ==
              "lead_s is -1, allowed are 0 to 3600\nonset_db is 3, allowed are -400 to 0\n"
              "fade_s is 1e+09, allowed are 0 to 3600\nduration_s is nan, allowed are 0 to 3600");
    }
}
