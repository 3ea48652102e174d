#include "apps/cli/live/midi_queue.hpp"

#include <poll.h>

#include <array>
#include <atomic>
#include <thread>

#include "tests/apps/instrument/support.hpp"

using namespace synovia::cli;
using namespace synovia::instrument;

namespace {

bool is_readable(int fd) {
    pollfd wanted{fd, POLLIN, 0};
    return poll(&wanted, 1, 0) == 1;
}

void put(MidiPort& port, int status, int first, int second) {
    const std::array bytes{static_cast<unsigned char>(status), static_cast<unsigned char>(first),
                           static_cast<unsigned char>(second)};
    port.put(bytes);
}

std::shared_ptr<MidiPort> added(MidiQueue& queue, const std::string& name) {
    auto port = std::make_shared<MidiPort>(name, queue.bell());
    queue.add(port);
    return port;
}

}  // namespace

TEST_CASE("messages of two ports come in the order in which they arrived") {
    MidiQueue queue;
    const auto one = added(queue, "one"), two = added(queue, "two");
    put(*two, 0x90, 1, 127);
    put(*one, 0x90, 2, 127);
    put(*one, 0xF8, 0, 0);  // a clock says nothing to us
    put(*two, 0x80, 1, 0);
    put(*one, 0x90, 3, 127);
    CHECK(queue.next() == MidiMessage(NoteOn{1, 1.0}));
    CHECK(queue.next() == MidiMessage(NoteOn{2, 1.0}));
    CHECK(queue.next() == MidiMessage(NoteOff{1}));
    CHECK(queue.next() == MidiMessage(NoteOn{3, 1.0}));
    CHECK_FALSE(queue.next());
}

TEST_CASE("the bell rings from the first message until all have been taken") {
    MidiQueue queue;
    const auto early = std::make_shared<MidiPort>("early", queue.bell());
    const int fd = queue.bell()->fd();
    CHECK_FALSE(is_readable(fd));
    put(*early, 0x90, 1, 127);
    CHECK(is_readable(fd));
    CHECK_FALSE(queue.next());  // nobody has told it of this port yet
    CHECK_FALSE(is_readable(fd));
    queue.add(early);
    CHECK(is_readable(fd));
    put(*early, 0x90, 2, 127);
    CHECK(queue.next());
    CHECK(is_readable(fd));
    CHECK(queue.next());
    CHECK_FALSE(queue.next());
    CHECK_FALSE(is_readable(fd));
    put(*early, 0xF8, 0, 0);
    CHECK_FALSE(is_readable(fd));
}

TEST_CASE("a port that goes delivers its last messages, then lets go what it held") {
    MidiQueue queue;
    const auto gone = added(queue, "gone"), stays = added(queue, "stays");
    put(*gone, 0x90, 60, 127);
    put(*stays, 0x90, 72, 127);
    while (queue.next()) continue;
    put(*gone, 0xB0, 64, 127);
    queue.end(*gone);
    CHECK(queue.next() == MidiMessage(ControlChange{64, 1.0}));
    CHECK(queue.next() == MidiMessage(NoteOff{60}));
    CHECK(queue.next() == MidiMessage(ControlChange{64, 0.0}));
    CHECK_FALSE(queue.next());
    CHECK(gone.use_count() == 1);
    CHECK_FALSE(is_readable(queue.bell()->fd()));
    queue.end(*stays);
    CHECK(is_readable(queue.bell()->fd()));
    CHECK(queue.next() == MidiMessage(NoteOff{72}));
}

TEST_CASE("a full queue drops the newest, and says so once") {
    MidiQueue queue;
    const auto port = added(queue, "fast");
    CHECK_FALSE(queue.next_overflow());
    const int room = static_cast<int>(MidiPort::capacity);
    for (int i = 0; i < room + 10; ++i) put(*port, 0xB0, i / 128, i % 128);
    CHECK(queue.next_overflow() == "fast");
    CHECK_FALSE(queue.next_overflow());
    for (int i = 0; i < room; ++i) CHECK(queue.next() == MidiMessage(ControlChange{i / 128, i % 128 / 127.0}));
    CHECK_FALSE(queue.next());
    put(*port, 0x90, 1, 127);
    CHECK(queue.next() == MidiMessage(NoteOn{1, 1.0}));
    CHECK_FALSE(queue.next_overflow());
}

TEST_CASE("a message that comes while the queue is found empty rings all the same") {
    constexpr int messages = 20'000;
    MidiQueue queue;
    std::atomic<int> heard = 0;
    std::thread player([&heard, port = added(queue, "port")] {
        for (int i = 0; i < messages; ++i) {
            put(*port, 0x90, 1, 127);
            // No later message makes up for one that was not heard. A busy wait strikes while the queue is looked at.
            for (int spin = 0; heard <= i; ++spin)
                if (spin % 4096 == 4095) std::this_thread::yield();
        }
    });
    pollfd bell{queue.bell()->fd(), POLLIN, 0};
    while (heard < messages && poll(&bell, 1, 10'000) == 1)
        while (queue.next()) ++heard;
    const int in_time = heard.exchange(messages);
    player.join();
    CHECK(in_time == messages);
}

TEST_CASE("three threads lose and reorder nothing") {
    constexpr int each = 20'000, threads = 3;
    MidiQueue queue;
    std::array<std::atomic<int>, threads> heard{};
    const auto play = [&heard](int channel, const std::shared_ptr<MidiPort>& port) {
        for (int i = 0; i < each; ++i) {
            while (i - heard[static_cast<std::size_t>(channel)] >= 1000) std::this_thread::yield();
            put(*port, 0xB0, 40 * channel + i / 128 % 40, i % 128);
        }
    };
    std::vector<std::thread> players;
    for (int channel = 0; channel < threads; ++channel) players.emplace_back(play, channel, added(queue, "port"));
    int wrong = 0, total = 0;
    pollfd bell{queue.bell()->fd(), POLLIN, 0};
    while (total < threads * each && poll(&bell, 1, 10'000) == 1) {
        while (const auto message = queue.next()) {
            const auto change = std::get<ControlChange>(*message);
            const int channel = change.controller / 40;
            const int i = heard[static_cast<std::size_t>(channel)]++;
            if (change != ControlChange{40 * channel + i / 128 % 40, i % 128 / 127.0}) ++wrong;
            ++total;
        }
    }
    REQUIRE(total == threads * each);  // else the threads wait for ever
    for (std::thread& player : players) player.join();
    CHECK(wrong == 0);
}
