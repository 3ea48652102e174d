#include "apps/cli/play/play_item.hpp"

#include "apps/cli/failure.hpp"
#include "tests/apps/cli/support.hpp"

using namespace synovia;
using namespace synovia::cli;
using cli::test::Workplace;

namespace {

constexpr audio::Level quiet_level{audio::LevelMode::true_peak, -12.0};

}  // namespace

TEST_CASE("one channel is for all, of several each has its own, and what is not there is silent") {
    const audio::Signal mono{48000.0, 0.0, {1.0, 2.0}}, stereo{48000.0, 0.0, {1.0, 2.0, 3.0, 4.0}, 2};
    const auto samples = [](const audio::Signal& signal, std::size_t channels) {
        return dense(on_channels(signal, channels)).samples;
    };
    CHECK(samples(mono, 1) == std::vector<double>{1, 2});
    CHECK(samples(mono, 2) == std::vector<double>{1, 1, 2, 2});
    CHECK(samples(stereo, 2) == std::vector<double>{1, 2, 3, 4});
    CHECK(samples(stereo, 3) == std::vector<double>{1, 2, 0, 3, 4, 0});
    audio::SparseSignal later(48000.0, 0.0, 1, 9);
    later.pieces = {{7, {1.0}}};
    CHECK(on_channels(later, 2).pieces.at(0).first == 7);
    CHECK(on_channels(later, 2).frames() == 9);
}

TEST_CASE("a preset and a file of two channels keep both; a file is heard as it is") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle --listener stereo -o a.wav").exit_status == 0);
    PlayOptions options;
    options.common.quiet = true;
    const std::string file = place / "a.wav";
    CHECK(signal_at(read_item(file, options, quiet_level), 48000, quiet_level, true).channels == 2);
    options.place.listener = "stereo";
    const audio::SparseSignal preset = signal_at(read_item("knuckle", options, quiet_level), 48000, quiet_level, true);
    CHECK(preset.channels == 2);
    CHECK(audio::sample_peak(preset) > 0.1);
    CHECK_THROWS_AS(read_item(file, options, quiet_level), Failure);
}
