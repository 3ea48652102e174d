#include "apps/studio/output_file.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "apps/studio/write_all.hpp"

namespace synovia::studio {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
    throw FileError(path.string() + ": " + reason);
}

[[noreturn]] void fail(const fs::path& path, int error) { fail(path, std::generic_category().message(error)); }

/// Holds back the signals that end a program, so that none of them can leave a temporary file behind.
class SignalsHeld {
public:
    SignalsHeld() {
        sigset_t held;
        sigemptyset(&held);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&held, signal);
        sigprocmask(SIG_BLOCK, &held, &before_);
    }
    ~SignalsHeld() { sigprocmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

private:
    sigset_t before_{};
};

fs::path directory_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

/// The file a symbolic link leads to, so that the link itself stays a link.
fs::path resolved(const fs::path& path) {
    std::error_code error;
    if (!fs::is_symlink(path, error)) return path;
    const fs::path target = fs::canonical(path, error);
    return error ? path : target;
}

/// What open() would give a new file; mkostemp() makes it private.
mode_t usual_mode() {
    const mode_t mask = umask(0);
    umask(mask);
    return 0666U & ~mask;
}

/// A file under a temporary name. Removed unless it was published.
class TemporaryFile {
public:
    explicit TemporaryFile(const OutputFile& file)
        : path_(file.path),
          target_(resolved(file.path)),
          temporary_((directory_of(target_) / ".synovia-XXXXXX").string()),
          fd_(mkostemp(temporary_.data(), O_CLOEXEC)) {
        if (fd_ < 0) fail(path_, errno);
        fchmod(fd_, usual_mode());
        const int error = write_all(fd_, file.content);
        if (error == 0) return;
        discard();
        fail(path_, error);
    }
    ~TemporaryFile() {
        if (!published_) discard();
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    /// Waits until the disk has it.
    void flush() {
        if (fsync(fd_) != 0) fail(path_, errno);
        const int fd = std::exchange(fd_, -1);
        if (close(fd) != 0) fail(path_, errno);
    }

    const fs::path& target() const { return target_; }

    /// Gives the file its name. Returns 0 or errno, EEXIST when it exists and may not be replaced.
    int publish(bool force) {
        const int error = force ? replace() : rename_new();
        published_ = error == 0;
        return error;
    }

private:
    void discard() {
        if (fd_ >= 0) close(fd_);
        unlink(temporary_.c_str());
    }

    int replace() {
        struct stat existing {};
        if (stat(target_.c_str(), &existing) == 0) chmod(temporary_.c_str(), existing.st_mode & 07777U);
        return rename(temporary_.c_str(), target_.c_str()) == 0 ? 0 : errno;
    }

    /// A rename that never replaces, so that no other program's file is lost in a race.
    int rename_new() {
#ifdef RENAME_NOREPLACE
        if (renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) == 0) return 0;
        if (errno != EINVAL && errno != ENOSYS) return errno;  // else: the file system cannot, a hard link may
#endif
        if (link(temporary_.c_str(), target_.c_str()) != 0) return errno;
        unlink(temporary_.c_str());
        return 0;
    }

    fs::path path_;  // as the user gave it
    fs::path target_;
    std::string temporary_;
    int fd_;
    bool published_ = false;
};

constexpr const char* exists_message = "exists; --force replaces it";

std::optional<std::string> why_not_writable(const fs::path& path, bool force) {
    if (!path.has_filename()) return "is a directory, not a file name";
    struct stat found {};
    if (stat(path.c_str(), &found) == 0) {
        if (S_ISDIR(found.st_mode)) return "is a directory";
        if (!S_ISREG(found.st_mode)) return "is not a regular file (\"-\" means standard output)";
        if (!force) return exists_message;
    } else if (errno != ENOENT) {
        return std::generic_category().message(errno);
    }
    const fs::path directory = directory_of(path);
    if (stat(directory.c_str(), &found) != 0) return "the directory " + directory.string() + " does not exist";
    if (access(directory.c_str(), W_OK) != 0) return "the directory " + directory.string() + " is not writable";
    return std::nullopt;
}

}  // namespace

void check_writable(std::span<const fs::path> paths, bool force) {
    constexpr std::size_t most_lines = 10;
    std::string problems;
    std::size_t count = 0;
    for (const fs::path& path : paths) {
        const auto reason = why_not_writable(path, force);
        if (!reason || ++count > most_lines) continue;
        problems.append(problems.empty() ? "" : "\n").append(path.string()).append(": ").append(*reason);
    }
    if (count > most_lines) problems += "\nand " + std::to_string(count - most_lines) + " more files of this kind";
    if (count > 0) throw FileError(problems);
}

void write_files(std::span<const OutputFile> files, bool force) {
    std::vector<fs::path> paths;
    for (const OutputFile& file : files) paths.push_back(file.path);
    check_writable(paths, force);

    const SignalsHeld held;
    std::vector<std::unique_ptr<TemporaryFile>> complete;
    for (const OutputFile& file : files) complete.push_back(std::make_unique<TemporaryFile>(file));
    for (const auto& file : complete) file->flush();
    for (std::size_t i = 0; i < complete.size(); ++i) {
        const int error = complete[i]->publish(force);
        if (error == 0) continue;
        for (std::size_t k = 0; k < i && !force; ++k) unlink(complete[k]->target().c_str());
        if (error == EEXIST) fail(files[i].path, exists_message);
        fail(files[i].path, error);
    }
}

}  // namespace synovia::studio
