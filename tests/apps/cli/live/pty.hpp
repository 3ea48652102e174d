// A terminal without a screen: runs the program in it, types, and keeps what it would have shown.
#pragma once
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "tests/skip.hpp"

namespace synovia::cli::test {

class Pty {
public:
    /// Starts `command` with this TERM in `directory`, 120 x 36 characters. Where there are none,
    /// `started()` is false and the test is skipped.
    Pty(const std::string& directory, const std::string& term, std::vector<std::string> command) {
        winsize size{36, 120, 0, 0};
        child_ = forkpty(&terminal_, nullptr, nullptr, &size);
        if (child_ == 0) run(directory, term, command);
    }
    ~Pty() {
        if (child_ > 0 && !ended_) {
            kill(child_, SIGKILL);
            waitpid(child_, nullptr, 0);
        }
        if (terminal_ >= 0) close(terminal_);
    }
    Pty(const Pty&) = delete;
    Pty& operator=(const Pty&) = delete;

    bool started() const {
        if (child_ <= 0) synovia::test::skip_test("no pseudo-terminal to be had here");
        return child_ > 0;
    }
    const std::string& shown() const { return shown_; }

    void type(const std::string& keys) const {
        [[maybe_unused]] const ssize_t written = write(terminal_, keys.data(), keys.size());
    }
    void signal(int number) const { kill(child_, number); }
    void resize(unsigned short rows, unsigned short columns) const {
        winsize size{rows, columns, 0, 0};
        ioctl(terminal_, TIOCSWINSZ, &size);
    }
    /// Reads until `text` has been shown since the last call; false after 20 s.
    bool shows(const std::string& text) {
        const auto end = Clock::now() + std::chrono::seconds(20);
        while (Clock::now() < end) {
            const std::size_t place = shown_.find(text, seen_);
            if (place != std::string::npos) {
                seen_ = place + text.size();
                return true;
            }
            if (!read_some()) return false;
        }
        return false;
    }
    /// Reads what is shown for this long.
    void watch(double seconds) {
        const auto end =
            Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
        while (Clock::now() < end && read_some()) continue;
    }
    /// Reads to the end; the exit code, 128 + signal when it was killed.
    int exit_status() {
        while (read_some()) continue;
        int status = 0;
        waitpid(child_, &status, 0);
        ended_ = true;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

private:
    using Clock = std::chrono::steady_clock;

    [[noreturn]] static void run(const std::string& directory, const std::string& term,
                                 std::vector<std::string>& command) {
        setenv("TERM", term.c_str(), 1);
        std::vector<char*> words;
        for (std::string& word : command) words.push_back(word.data());
        words.push_back(nullptr);
        if (chdir(directory.c_str()) == 0) execv(words[0], words.data());
        _exit(99);
    }

    /// False at the end of what the program writes.
    bool read_some() {
        pollfd wanted{terminal_, POLLIN, 0};
        if (poll(&wanted, 1, 20) == 0) return true;
        char bytes[4096];
        const ssize_t count = read(terminal_, bytes, sizeof bytes);
        if (count > 0) shown_.append(bytes, static_cast<std::size_t>(count));
        return count > 0;
    }

    int terminal_ = -1;
    pid_t child_ = -1;
    bool ended_ = false;
    std::string shown_;
    std::size_t seen_ = 0;
};

}  // namespace synovia::cli::test
