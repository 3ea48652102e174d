#include "audio/device/device_guard.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <future>
#include <optional>
#include <thread>

namespace synovia::audio {
namespace {

using Clock = std::chrono::steady_clock;

Clock::time_point after(double seconds) {
    return Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

/// The two ends of a pipe.
struct Pipe {
    int read = -1, write = -1;
};

Pipe open_pipe() {
    int ends[2];
    if (pipe(ends) != 0) throw DeviceError("no sound: the system has no pipe to try the sound library over");
    return {ends[0], ends[1]};
}

/// Never returns, runs no destructors, leaves no core file. Closing `done` tells that the call has come back.
[[noreturn]] void run_as_child(const std::function<void()>& call, int done, const std::function<void()>& leave) {
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    signal(SIGABRT, SIG_DFL);
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, stream);
    call();
    close(done);
    leave();
    _exit(0);
}

/// Has the other end been closed before `limit`? A process that has ended closes it, too.
bool closed_before(int end, Clock::time_point limit) {
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(limit - Clock::now());
        pollfd watched{end, POLLIN, 0};
        const int answers = poll(&watched, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
        if (answers > 0) return true;
        if (answers == 0 || errno != EINTR) return false;
    }
}

/// How the child ended; killed where it has not by `limit`. Empty: it was killed.
std::optional<int> status_before(pid_t child, Clock::time_point limit) {
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (Clock::now() < limit) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            continue;
        }
        kill(child, SIGKILL);
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        return std::nullopt;
    }
    return status;
}

}  // namespace

void within(double limit_s, const std::string& what, std::function<void()> call) {
    std::packaged_task<void()> task(std::move(call));
    std::future<void> done = task.get_future();
    std::thread thread(std::move(task));
    if (done.wait_until(after(limit_s)) == std::future_status::timeout) {
        thread.detach();
        throw Unresponsive(what + " does not answer");
    }
    thread.join();
    done.get();
}

Trial try_in_child(double limit_s, const std::function<void()>& call, double leave_limit_s,
                   const std::function<void()>& leave) {
    const Pipe done = open_pipe();
    const pid_t child = fork();
    if (child == 0) run_as_child(call, done.write, leave);
    close(done.write);
    const bool came_back = child > 0 && closed_before(done.read, after(limit_s));
    close(done.read);
    if (child < 0) throw DeviceError("no sound: the system has no process to try the sound library in");
    constexpr double exit_s = 1.0;  // of a process that has nothing left to do
    const auto status = status_before(child, came_back ? after(leave_limit_s + exit_s) : Clock::now());
    if (!came_back) return Trial::hung;
    if (!status) return Trial::returned;
    return WIFEXITED(*status) && WEXITSTATUS(*status) == 0 ? Trial::returned : Trial::crashed;
}

}  // namespace synovia::audio
