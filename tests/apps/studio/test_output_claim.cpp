#include "apps/studio/output_claim.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <array>
#include <atomic>
#include <thread>

#include "apps/studio/output_file.hpp"
#include "tests/apps/support.hpp"

using namespace synovia::studio;
using synovia::test::read_file;
using synovia::test::Workplace;

TEST_CASE("a claim locks each folder once, and leaves nothing behind") {
    const Workplace place;
    std::filesystem::create_directory(place / "b");
    const auto locked = [](const std::filesystem::path& folder) {
        const int fd = open(folder.c_str(), O_RDONLY | O_CLOEXEC);
        const bool free = flock(fd, LOCK_EX | LOCK_NB) == 0;
        close(fd);
        return !free;
    };
    {
        const OutputClaim claim(
            std::array<std::filesystem::path, 4>{place / "1", place / "2", place / "b/3", place / "b/../4"});
        CHECK(locked(place.path()));
        CHECK(locked(place / "b"));
    }
    CHECK_FALSE(locked(place.path()));
    CHECK(place.files() == "b");
}

TEST_CASE("two that write the same pair of files leave a pair of one of them") {
    const Workplace place;
    std::atomic<bool> go = false;
    const auto write = [&](const std::string& who) {
        while (!go) std::this_thread::yield();
        for (int i = 0; i < 15; ++i)
            write_files(std::array{OutputFile{place / "a.wav", who}, OutputFile{place / "a.json", who}}, true);
    };
    std::jthread first(write, "first"), second(write, "second");
    go = true;
    std::size_t torn = 0;
    for (int i = 0; i < 30; ++i) {
        const OutputClaim claim(std::array{place / "a.wav"});
        if (read_file(place / "a.wav") != read_file(place / "a.json")) ++torn;
    }
    CHECK(torn == 0);
}
