#include "audio/core/timeline.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace synovia::audio;

namespace {

/// Silence, a faint step of -90 dB at 0.1 s, the sound from 0.2 s to 0.5 s.
Signal late_sound() {
    Signal signal{48000.0, 1.0, std::vector<double>(24000)};
    for (std::size_t n = 4800; n < 9600; ++n) signal.samples[n] = 3e-5;
    for (std::size_t n = 9600; n < 24000; ++n) signal.samples[n] = n % 2 == 0 ? 1.0 : -1.0;
    return signal;
}

}  // namespace

TEST_CASE("the onset is the first sample above the threshold") {
    CHECK(onset_sample(late_sound(), -80.0) == 9600);
    CHECK(onset_sample(late_sound(), -100.0) == 4800);
    CHECK_FALSE(onset_sample({48000.0, 0.0, std::vector<double>(10)}, -80.0));
    CHECK_FALSE(onset_sample({}, -80.0));
}

TEST_CASE("a file begins 5 ms before the onset and knows when") {
    const Signal file = cut(late_sound());
    CHECK(file.samples.size() == 24000 - 9600 + 240);
    CHECK(file.start_time_s == doctest::Approx(1.2 - 5e-3).epsilon(1e-14));
    CHECK(file.samples[239] == 3e-5);
    CHECK(file.samples[240] == 1.0);
}

TEST_CASE("zeros stand in front of a sound that begins at once") {
    const Signal file = cut({48000.0, 0.0, std::vector<double>(4800, 1.0)});
    CHECK(file.samples.size() == 4800 + 240);
    CHECK(file.start_time_s == doctest::Approx(-5e-3).epsilon(1e-14));
    CHECK(file.samples[239] == 0.0);
    CHECK(file.samples[240] == 1.0);
}

TEST_CASE("the last 10 ms are a raised cosine down to zero") {
    const Signal file = cut({48000.0, 0.0, std::vector<double>(4800, 1.0)});
    const std::size_t end = file.samples.size();
    CHECK(file.samples[end - 1] == 0.0);
    CHECK(file.samples[end - 1 - 240] == doctest::Approx(0.5).epsilon(1e-12));
    CHECK(file.samples[end - 1 - 120] == doctest::Approx(0.5 - 0.5 * std::sqrt(0.5)).epsilon(1e-12));
    CHECK(file.samples[end - 1 - 480] == 1.0);
    CHECK(file.samples[end - 1 - 479] < 1.0);
}

TEST_CASE("a duration cuts the sound, faded, or lengthens the file with silence") {
    CutSettings settings;
    settings.duration_s = 0.1;
    const Signal shorter = cut(late_sound(), settings);
    CHECK(shorter.samples.size() == 4800);
    CHECK(shorter.samples.back() == 0.0);
    CHECK(std::abs(shorter.samples[4800 - 481]) == 1.0);

    settings.duration_s = 1.0;
    const Signal longer = cut(late_sound(), settings);
    const std::size_t sounding = 24000 - 9600 + 240;
    CHECK(longer.samples.size() == 48000);
    CHECK(longer.samples[sounding - 1] == 0.0);
    CHECK(std::abs(longer.samples[sounding - 2]) > 0.0);
    CHECK(std::abs(longer.samples[sounding - 2]) < 1e-4);
    CHECK(longer.samples[sounding + 100] == 0.0);
}

TEST_CASE("silence keeps its start and its length") {
    const Signal silent{48000.0, 0.25, std::vector<double>(100)};
    CHECK(cut(silent).samples == silent.samples);
    CHECK(cut(silent).start_time_s == 0.25);
    CHECK(cut({}).samples.empty());
}

TEST_CASE("a sound shorter than its fade and a file shorter than its lead are cut all the same") {
    CHECK(cut({48000.0, 0.0, {1.0}}).samples.size() == 241);
    CutSettings settings;
    settings.duration_s = 1e-3;
    CHECK(cut(late_sound(), settings).samples.size() == 48);
    settings.duration_s = 0.0;
    CHECK(cut(late_sound(), settings).samples.empty());
}

TEST_CASE("every bad setting is named at once") {
    try {
        cut(late_sound(), {-1.0, 3.0, 1e9, std::numeric_limits<double>::quiet_NaN()});
        FAIL("accepted");
    } catch (const std::invalid_argument& error) {
        CHECK(std::string(error.what()) ==
              "lead_s is -1, allowed are 0 to 3600\nonset_db is 3, allowed are -400 to 0\n"
              "fade_s is 1e+09, allowed are 0 to 3600\nduration_s is nan, allowed are 0 to 3600");
    }
}
