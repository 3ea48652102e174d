#include "audio/device/device_guard.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <future>
#include <thread>

namespace synovia::audio {
namespace {

using Clock = std::chrono::steady_clock;

Clock::time_point after(double seconds) {
    return Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

/// Never returns, runs no destructors, leaves no core file.
[[noreturn]] void run_as_child(const std::function<void()>& call) {
    const rlimit no_core{0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    signal(SIGABRT, SIG_DFL);
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, stream);
    call();
    _exit(0);
}

Trial judge(int status) { return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Trial::returned : Trial::crashed; }

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

Trial try_in_child(double limit_s, const std::function<void()>& call) {
    const pid_t child = fork();
    if (child < 0) throw DeviceError("no sound: the system has no process to try the sound library in");
    if (child == 0) run_as_child(call);
    const auto limit = after(limit_s);
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        if (Clock::now() < limit) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            continue;
        }
        kill(child, SIGKILL);
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        return Trial::hung;
    }
    return judge(status);
}

}  // namespace synovia::audio
