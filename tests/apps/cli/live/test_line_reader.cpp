#include "apps/cli/live/line_reader.hpp"

#include <unistd.h>

#include <array>

#include "tests/apps/instrument/support.hpp"

using synovia::cli::LineReader;

namespace {

class Pipe {
public:
    Pipe() { REQUIRE(pipe(ends_.data()) == 0); }
    ~Pipe() {
        close(ends_[0]);
        end();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void write(const std::string& text) {
        REQUIRE(::write(ends_[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
    void end() {
        if (ends_[1] >= 0) close(ends_[1]);
        ends_[1] = -1;
    }
    int reader() const { return ends_[0]; }

private:
    std::array<int, 2> ends_{};
};

}  // namespace

TEST_CASE("lines come one by one, the last one also without its end") {
    Pipe pipe;
    LineReader reader(pipe.reader());
    CHECK_FALSE(reader.next(0));
    pipe.write("one\n\ntw");
    CHECK(reader.next(0) == "one");
    CHECK(reader.next(0) == "");
    CHECK_FALSE(reader.next(0));
    pipe.write("o\nthree");
    CHECK(reader.next(0) == "two");
    pipe.end();
    CHECK_FALSE(reader.ended());
    CHECK(reader.next(0) == "three");
    CHECK(reader.ended());
    CHECK_FALSE(reader.next(0));
}

TEST_CASE("an endless line is cut once and its rest dropped") {
    Pipe pipe;
    LineReader reader(pipe.reader());
    std::size_t longest = 0, lines = 0;
    const auto read = [&] {
        while (const auto line = reader.next(0)) {
            longest = std::max(longest, line->size());
            ++lines;
        }
    };
    for (int i = 0; i < 20; ++i) {
        pipe.write(std::string(4000, 'x'));
        for (int k = 0; k < 3; ++k) read();
    }
    CHECK(lines == 1);
    CHECK(longest <= 2 * LineReader::longest_line);
    pipe.write("\nnext\n");
    for (int k = 0; k < 3; ++k) read();
    CHECK(lines == 2);
}
