#include "apps/instrument/meter_watch.hpp"

#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::instrument::test;

namespace {

struct Watched {
    explicit Watched(std::size_t channels, std::size_t tape_frames = 100) : mixer(tape_frames, channels) {}
    void play(std::size_t frames) {
        std::vector<float> block(frames * mixer.channels());
        mixer.fill(block.data(), frames);
        watch.look();
    }

    audio::Mixer mixer;
    std::vector<std::string> lines;
    Say say = [this](const std::string& line) { lines.push_back(line); };
    MeterWatch watch{mixer, 48000, say};
};

}  // namespace

TEST_CASE("a gap in the recording is told once, in seconds, whatever the channels") {
    for (const std::size_t channels : {1U, 2U}) {
        CAPTURE(channels);
        Watched watched(channels);
        watched.play(128);  // fills the tape: 128 or 256 samples
        CHECK(watched.lines.empty());
        watched.play(480);
        watched.watch.look();
        CHECK(watched.lines == std::vector<std::string>{"gaps in the recording: 1, together 10 ms; the disk is slow"});
        CHECK(watched.watch.last().frames == 608);
    }
}

TEST_CASE("a pull that starves is told") {
    Watched watched(1, 0);
    const std::vector<float> piece(48, 0.1F);
    audio::Order order{audio::Order::Kind::stream};
    order.samples = piece;
    REQUIRE(watched.mixer.send(order));
    watched.play(96);
    const std::vector<std::string> one{"gaps in the pull: 1, together 1 ms; the processor is busy"};
    CHECK(watched.lines == one);
    for (int i = 0; i < 4; ++i) watched.play(48);  // and on: told together, when 5 s have passed
    CHECK(watched.lines == one);
    watched.play(5 * 48000);
    REQUIRE(watched.lines.size() == 2);
    CHECK(watched.lines.back() == "gaps in the pull: 6, together 5.005 s; the processor is busy");
}

TEST_CASE("the peak is the largest since it was asked for") {
    Watched watched(1);
    const std::vector<float> loud(10, 0.5F);
    audio::Order order;
    order.samples = loud;
    REQUIRE(watched.mixer.send(order));
    watched.play(audio::Mixer::latency + 5);
    watched.play(audio::Mixer::latency + 5);  // silent by now
    CHECK(static_cast<double>(watched.watch.take_peak()) == near(0.5 * std::pow(10.0, -12.0 / 20.0), 1e-6));
    CHECK(watched.watch.take_peak() == 0.0F);
}
