#include "apps/cli/plot/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <vector>

namespace synovia::cli {
namespace {

class Pipe {
public:
    Pipe() {
        if (pipe2(ends_.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    int read_end() const { return ends_[0]; }
    int write_end() const { return ends_[1]; }
    void close_end(std::size_t which) {
        if (ends_[which] >= 0) close(ends_[which]);
        ends_[which] = -1;
    }

private:
    std::array<int, 2> ends_{-1, -1};
};

/// Takes what a readable pipe has; closes it at its end.
void collect(Pipe& pipe, short events, std::string& text) {
    if ((events & (POLLIN | POLLHUP | POLLERR)) == 0) return;
    std::array<char, 65536> buffer;
    const ssize_t n = read(pipe.read_end(), buffer.data(), buffer.size());
    if (n > 0) text.append(buffer.data(), static_cast<std::size_t>(n));
    if (n == 0 || (n < 0 && errno != EINTR)) pipe.close_end(0);
}

/// Gives a writable pipe some more; closes it when all is written or nobody reads.
void feed(Pipe& pipe, short events, std::string_view& rest) {
    if ((events & (POLLOUT | POLLERR)) == 0) return;
    const ssize_t n = write(pipe.write_end(), rest.data(), rest.size());
    if (n > 0) rest.remove_prefix(static_cast<std::size_t>(n));
    if (rest.empty() || (n < 0 && errno != EINTR && errno != EAGAIN)) pipe.close_end(1);
}

/// Serves the three pipes at once, so that no side waits for the other for ever.
void converse(Pipe& in, std::string_view input, Pipe& out, Pipe& err, ChildResult& result) {
    fcntl(in.write_end(), F_SETFL, O_NONBLOCK);
    if (input.empty()) in.close_end(1);
    while (out.read_end() >= 0 || err.read_end() >= 0) {
        std::array<pollfd, 3> wait{
            {{in.write_end(), POLLOUT, 0}, {out.read_end(), POLLIN, 0}, {err.read_end(), POLLIN, 0}}};
        if (poll(wait.data(), wait.size(), -1) < 0) continue;
        feed(in, wait[0].revents, input);
        collect(out, wait[1].revents, result.out);
        collect(err, wait[2].revents, result.err);
    }
}

int wait_for(pid_t pid) {
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// posix_spawn with the three streams connected and SIGPIPE back at its default. 0 or errno.
int spawn(std::span<const std::string> command, const Pipe& in, const Pipe& out, const Pipe& err, pid_t& pid) {
    std::vector<std::string> words(command.begin(), command.end());  // posix_spawnp takes char*, not const char*
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.read_end(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.write_end(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err.write_end(), STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    const int error = posix_spawnp(&pid, arguments.front(), &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

}  // namespace

ChildResult run_child(std::span<const std::string> command, const std::string& input) {
    Pipe in;
    Pipe out;
    Pipe err;
    pid_t pid = 0;
    const int error = spawn(command, in, out, err, pid);
    if (error == ENOENT || error == EACCES) return {};
    if (error != 0) throw std::system_error(error, std::generic_category(), command.front());
    in.close_end(0);
    out.close_end(1);
    err.close_end(1);
    ChildResult result;
    result.started = true;
    converse(in, input, out, err, result);
    result.exit_status = wait_for(pid);
    return result;
}

}  // namespace synovia::cli
