#include "audio/live/mixer.hpp"

#include <dlfcn.h>
#include <doctest/doctest.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <new>
#include <numbers>
#include <vector>

#include "audio/live/null_clock.hpp"
#include "tests/near.hpp"
#include "tests/skip.hpp"

using namespace synovia::audio;
using synovia::test::near;

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
#define SYNOVIA_SANITIZED 1
#endif

#ifndef SYNOVIA_SANITIZED  // sanitizers replace these functions themselves
namespace {
thread_local std::size_t allocations = 0, locks = 0;
}
void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    ++allocations;
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    ++allocations;
    std::free(memory);
}
extern "C" int pthread_mutex_lock(pthread_mutex_t* mutex) {
    ++locks;
    using Lock = int (*)(pthread_mutex_t*);
    static const Lock next = reinterpret_cast<Lock>(dlsym(RTLD_NEXT, "pthread_mutex_lock"));
    return next(mutex);
}
#endif

namespace {

const float level = static_cast<float>(std::pow(10.0, first_level_dbfs / 20.0));

std::vector<float> sine(std::size_t count, double frequency, double amplitude) {
    std::vector<float> x(count);
    for (std::size_t i = 0; i < count; ++i)
        x[i] = static_cast<float>(amplitude *
                                  std::sin(2.0 * std::numbers::pi * frequency * static_cast<double>(i) / 48000.0));
    return x;
}

Order sound(std::uint64_t id, const std::vector<float>& samples) { return {Order::Kind::sound, id, samples}; }
Order piece(std::uint64_t id, const std::vector<float>& samples) { return {Order::Kind::stream, id, samples}; }

std::vector<float> filled(Mixer& mixer, std::size_t frames, std::size_t block = 256) {
    std::vector<float> out(frames);
    for (std::size_t i = 0; i < frames; i += block) mixer.fill(out.data() + i, std::min(block, frames - i));
    return out;
}

std::vector<Receipt> receipts(Mixer& mixer) {
    std::vector<Receipt> all;
    for (Receipt receipt; mixer.receive(receipt);) all.push_back(receipt);
    return all;
}

}  // namespace

TEST_CASE("a sound starts with the next block, behind the limiter's delay, at the first level") {
    Mixer mixer;
    const std::vector<float> x = sine(1000, 1000.0, 1.0);
    filled(mixer, 512);
    REQUIRE(mixer.send(sound(7, x)));
    const std::vector<float> y = filled(mixer, 2048);
    for (std::size_t i = 0; i < x.size(); ++i) CHECK(y[i + Mixer::latency] == x[i] * level);
    CHECK(y[Mixer::latency + x.size()] == 0.0F);
    const auto told = receipts(mixer);
    REQUIRE(told.size() == 2);
    CHECK(told[0].kind == Receipt::Kind::started);
    CHECK(told[0].frame == 512);
    CHECK(told[1].kind == Receipt::Kind::finished);
    CHECK(told[1].id == 7);
    CHECK(mixer.meter().frames == 2560);
}

TEST_CASE("the output does not depend on the size of the blocks") {
    const std::vector<float> x = sine(3000, 700.0, 0.8), z = sine(2500, 90.0, 0.9);
    std::vector<float> reference;
    for (const std::size_t block : {64U, 256U, 1024U, 61U}) {
        Mixer mixer;
        mixer.send(sound(1, x));
        mixer.send(piece(2, z));
        mixer.send(piece(3, x));
        mixer.send({Order::Kind::level, 4, {}, false, 0.5F});
        const std::vector<float> y = filled(mixer, 8192, block);
        if (reference.empty()) reference = y;
        CHECK(y == reference);
    }
}

TEST_CASE("pieces of a stream join without a gap, and a late one is counted") {
    Mixer mixer;
    const std::vector<float> x = sine(1000, 440.0, 0.5);
    const std::vector<float> head(x.begin(), x.begin() + 333), tail(x.begin() + 333, x.end());
    mixer.send(piece(1, head));
    mixer.send(piece(2, tail));
    const std::vector<float> y = filled(mixer, 1024 + Mixer::latency);
    for (std::size_t i = 0; i < x.size(); ++i) CHECK(y[i + Mixer::latency] == x[i] * level);
    CHECK(mixer.meter().starved == 24 + Mixer::latency);
    mixer.send({Order::Kind::stream, 3, head, true});
    filled(mixer, 1024);
    CHECK(mixer.meter().starved == 24 + Mixer::latency);  // ended: silence is meant
}

TEST_CASE("the level goes where it is told, and nothing ever exceeds it") {
    Mixer mixer;
    const std::vector<float> loud = sine(48'000, 50.0, 3.0);
    for (std::uint64_t id = 0; id < 5; ++id) mixer.send(sound(id, loud));
    float peak = 0.0F;
    for (const float y : filled(mixer, 24'000)) peak = std::max(peak, std::abs(y));
    CHECK(peak <= level);
    CHECK(peak > 0.9F * level);
    mixer.send({Order::Kind::level, 9, {}, false, 0.8F});
    filled(mixer, 4800);
    peak = 0.0F;
    for (const float y : filled(mixer, 12'000)) peak = std::max(peak, std::abs(y));
    CHECK(peak <= 0.8F);
    CHECK(peak > 0.72F);
}

TEST_CASE("the seventeenth sound fades the oldest out without a click") {
    Mixer mixer;
    // A tenth of a sine each, slow enough that any step shows: the fastest the sum can move is 16 sines and one fade.
    const std::vector<float> x = sine(20'000, 100.0, 0.05);
    for (std::uint64_t id = 1; id <= polyphony; ++id) mixer.send(sound(id, x));
    const std::vector<float> before = filled(mixer, 1024 + 120);  // stolen at a top of the wave: the worst place
    mixer.send(sound(17, x));
    const std::vector<float> after = filled(mixer, 4096);
    const double slope = 2.0 * std::numbers::pi * 100.0 / 48000.0;  // of a sine of amplitude 1, per sample
    const double fade_slope = 1.5 / static_cast<double>(Mixer::fade_frames);
    const double bound = (17 * slope + fade_slope) * 0.05 * static_cast<double>(level) * 1.01;
    float last = before.back(), step = 0.0F;
    for (const float y : after) {
        step = std::max(step, std::abs(y - last));
        last = y;
    }
    CHECK(step < bound);
    const auto told = receipts(mixer);
    REQUIRE_FALSE(told.empty());
    CHECK(told.back().kind == Receipt::Kind::finished);
    CHECK(told.back().id == 1);
    CHECK(mixer.meter().voices == polyphony);
}

TEST_CASE("more than sixteen new sounds within one fade are refused, and nothing is lost track of") {
    Mixer mixer;
    const std::vector<float> x = sine(500, 100.0, 0.05);
    for (std::uint64_t id = 1; id <= 40; ++id) REQUIRE(mixer.send(sound(id, x)));
    filled(mixer, 2048);
    std::size_t started = 0, finished = 0, refused = 0;
    for (const Receipt& receipt : receipts(mixer)) {
        if (receipt.kind == Receipt::Kind::started) ++started;
        if (receipt.kind == Receipt::Kind::finished) ++finished;
        if (receipt.kind == Receipt::Kind::refused) ++refused;
    }
    CHECK(started == 2 * polyphony);
    CHECK(finished == started);
    CHECK(refused == 40 - started);
}

TEST_CASE("too much under way is refused at the sender, not lost") {
    Mixer mixer;
    const std::vector<float> x(10, 0.1F);
    std::size_t sent = 0;
    while (mixer.send(sound(sent, x))) ++sent;
    CHECK(sent == Mixer::most_orders);
    filled(mixer, 256);
    std::size_t ended = 0;
    for (const Receipt& receipt : receipts(mixer))
        if (receipt.kind != Receipt::Kind::started) ++ended;
    CHECK(ended == sent);
    CHECK(mixer.send(sound(sent, x)));
}

TEST_CASE("the tape holds what was played; what does not fit is counted") {
    Mixer mixer(1024);
    const std::vector<float> x = sine(700, 440.0, 0.5);
    mixer.send(sound(1, x));
    const std::vector<float> y = filled(mixer, 1280);
    std::vector<float> tape(2000);
    REQUIRE(mixer.fetch_tape(tape) == 1024);
    CHECK(std::equal(y.begin(), y.begin() + 1024, tape.begin()));
    CHECK(mixer.meter().unrecorded == 256);
}

#ifndef SYNOVIA_SANITIZED
namespace {

/// Every kind of work the callback has: starting, stealing, fading, refusing, streams, levels, the tape overflowing.
void busy_callback(Mixer& mixer, const std::vector<float>& x, std::vector<float>& block) {
    for (std::uint64_t id = 0; id < 600; id += 3) {
        mixer.send(sound(id, x));
        mixer.send(piece(id + 1, x));
        mixer.send({Order::Kind::level, id + 2, {}, false, 0.1F});
        mixer.fill(block.data(), block.size());
        for (Receipt receipt; mixer.receive(receipt);) continue;
    }
}

}  // namespace

TEST_CASE("the callback neither allocates nor locks") {
    Mixer mixer(4096);
    const std::vector<float> x = sine(10'000, 100.0, 0.9);
    std::vector<float> block(256);
    const std::size_t allocations_before = allocations, locks_before = locks;
    busy_callback(mixer, x, block);
    const std::size_t allocated = allocations - allocations_before, locked = locks - locks_before;
    CHECK(allocated == 0);
    CHECK(locked == 0);
    // The counters count.
    delete new int(1);
    CHECK(allocations > allocations_before);
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&mutex);
    pthread_mutex_unlock(&mutex);
    CHECK(locks > locks_before);
}

TEST_CASE("the callback makes no system call") {
    Mixer mixer(4096);
    const std::vector<float> x = sine(10'000, 100.0, 0.9);
    std::vector<float> block(256);
    const auto under_seccomp = [](auto&& work) {
        const pid_t child = fork();
        if (child == 0) {
            // From here on the kernel kills the process at any system call but read, write and exit.
            if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT) != 0) _exit(77);
            work();
            syscall(SYS_exit, 0);
        }
        int status = 0;
        waitpid(child, &status, 0);
        return status;
    };
    const int control = under_seccomp([] { syscall(SYS_getpid); });
    if (WIFEXITED(control) && WEXITSTATUS(control) == 77)
        return synovia::test::skip_test("this kernel does not offer strict seccomp");
    CHECK(WIFSIGNALED(control));
    CHECK(under_seccomp([&] { busy_callback(mixer, x, block); }) == 0);
}
#endif

TEST_CASE("a thousand sounds in ten seconds, through a clock of its own thread, without an underflow") {
    Mixer mixer;
    const std::vector<float> x = sine(19'200, 300.0, 0.5);
    NullClock clock(48000.0, 256, [&](float* out, std::size_t frames) { mixer.fill(out, frames); });
    std::uint64_t sent = 0;
    std::size_t started = 0, ended = 0, refused = 0;
    const auto count = [&] {
        for (Receipt receipt; mixer.receive(receipt);) {
            ++(receipt.kind == Receipt::Kind::started ? started : ended);
            if (receipt.kind == Receipt::Kind::refused) ++refused;
        }
    };
    while (sent < 1000) {
        if (mixer.meter().frames >= sent * 480 && mixer.send(sound(sent, x))) ++sent;
        count();
        usleep(500);
    }
    while (ended < sent) {
        count();
        usleep(500);
    }
    CHECK(refused == 0);
    CHECK(started == 1000);
#ifndef SYNOVIA_SANITIZED
    CHECK(clock.underflows() == 0);
#endif
}

TEST_CASE("two channels: each order goes where it belongs, one of one channel to both, under one gain") {
    Mixer mixer(1000, 2);
    const std::vector<float> mono = sine(300, 700.0, 0.25), other = sine(300, 90.0, 0.5);
    std::vector<float> stereo;
    for (std::size_t i = 0; i < 300; ++i) stereo.insert(stereo.end(), {other[i], -0.5F * other[i]});
    mixer.send(sound(1, mono));
    mixer.send({Order::Kind::sound, 2, stereo, false, 0.0F, 2});
    std::vector<float> y(2 * 500), tape(2 * 500);
    mixer.fill(y.data(), 200);
    mixer.fill(y.data() + 400, 300);
    for (std::size_t i = 0; i < 300; ++i) {
        CHECK(y[2 * (i + Mixer::latency)] == (mono[i] + other[i]) * level);
        CHECK(y[2 * (i + Mixer::latency) + 1] == (mono[i] - 0.5F * other[i]) * level);
    }
    CHECK(mixer.meter().frames == 500);
    CHECK(mixer.fetch_tape(tape) == 1000);
    CHECK(tape == y);
    CHECK(receipts(mixer).size() == 4);
}

TEST_CASE("a stream of two channels joins its pieces, and what is too loud on one side is turned down on both") {
    Mixer mixer(0, 2);
    std::vector<float> loud;
    for (int i = 0; i < 400; ++i) loud.insert(loud.end(), {2.0F, 0.5F});
    mixer.send({Order::Kind::stream, 1, std::span(loud).first(2 * 150), false, 0.0F, 2});
    mixer.send({Order::Kind::stream, 2, std::span(loud).subspan(2 * 150), true, 0.0F, 2});
    std::vector<float> y(2 * (400 + Mixer::latency));
    mixer.fill(y.data(), 400 + Mixer::latency);
    for (std::size_t i = Mixer::latency; i < 400 + Mixer::latency; ++i) {
        REQUIRE(y[2 * i] == near(level, 1e-5));
        REQUIRE(y[2 * i + 1] == near(0.25F * level, 1e-5));
    }
    CHECK(mixer.meter().starved == 0);
}

TEST_CASE("a tape that is full keeps whole frames, so that after the gap each channel is still itself") {
    Mixer mixer(100, 3);  // room for 512 samples: 170 frames and two samples
    std::vector<float> x;
    for (int n = 0; n < 400; ++n) x.insert(x.end(), {0.1F, 0.2F, 0.3F});
    Order order = sound(1, x);
    order.channels = 3;
    mixer.send(order);
    std::vector<float> y(3 * 300), tape(3 * 300);
    mixer.fill(y.data(), 300);
    CHECK(mixer.meter().unrecorded == 3 * 130);
    CHECK(mixer.fetch_tape(tape) == 3 * 170);
    mixer.fill(y.data(), 100);
    REQUIRE(mixer.fetch_tape(tape) == 3 * 100);
    CHECK(std::equal(y.begin(), y.begin() + 300, tape.begin()));
    CHECK(tape[0] < tape[1]);
    CHECK(tape[1] < tape[2]);
}
