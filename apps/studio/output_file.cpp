#include "apps/studio/output_file.hpp"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "apps/studio/disk_bytes.hpp"
#include "apps/studio/temporary_file.hpp"

namespace synovia::studio {
namespace fs = std::filesystem;
namespace {

/// Holds back the signals that end a program, so that none of them can leave a temporary file behind.
class SignalsHeld {
public:
    SignalsHeld() { hold(); }
    ~SignalsHeld() { let_go(); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

    void hold() {
        sigset_t held;
        sigemptyset(&held);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&held, signal);
        sigprocmask(SIG_BLOCK, &held, &before_);
    }
    void let_go() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

private:
    sigset_t before_{};
};

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
    const fs::path folder = folder_of(path);
    if (stat(folder.c_str(), &found) != 0) return "the directory " + folder.string() + " does not exist";
    if (access(folder.c_str(), W_OK) != 0) return "the directory " + folder.string() + " is not writable";
    return std::nullopt;
}

std::vector<fs::path> paths_of(std::span<const OutputFile> files) {
    std::vector<fs::path> paths;
    for (const OutputFile& file : files) paths.push_back(file.path);
    return paths;
}

using Files = std::vector<std::unique_ptr<TemporaryFile>>;

/// The disk's own reason comes before what the content says of it.
void fill(TemporaryFile& file, const Content& content) {
    DiskBytes bytes(file);
    try {
        content(bytes);
    } catch (...) {
        if (!bytes.error()) throw;
    }
    if (bytes.error()) std::rethrow_exception(bytes.error());
}

Files opened(std::span<const OutputFile> files) {
    Files open;
    for (const OutputFile& file : files) open.push_back(std::make_unique<TemporaryFile>(file.path));
    return open;
}

bool any_hidden(const Files& files) {
    return std::ranges::any_of(files, [](const auto& file) { return file->kind() == TemporaryFile::Kind::hidden; });
}

/// The files, whole but without their names. A sound of minutes takes seconds: where a program that ends leaves nothing
/// behind, it may end in between.
Files completed(std::span<const OutputFile> files, SignalsHeld& held) {
    Files complete = opened(files);
    const bool hold = any_hidden(complete);
    if (!hold) held.let_go();
    for (std::size_t i = 0; i < complete.size(); ++i) fill(*complete[i], files[i].content);
    for (const auto& file : complete) file->flush();
    if (!hold) held.hold();
    return complete;
}

/// Two names of one file would leave of both what was written last.
void require_apart(const Files& complete, std::span<const OutputFile> files) {
    std::map<fs::path, fs::path> names;  // of each file the first
    for (std::size_t i = 0; i < complete.size(); ++i) {
        std::error_code error;
        const auto [first, is_new] = names.emplace(fs::weakly_canonical(complete[i]->target(), error), files[i].path);
        if (!is_new && !error) fail(files[i].path, "is the same file as " + first->second.string());
    }
}

/// All or none: what has been replaced by force stays so.
void publish(const Files& complete, std::span<const OutputFile> files, bool force) {
    require_apart(complete, files);
    std::vector<fs::path> fresh;
    for (std::size_t i = 0; i < complete.size(); ++i) {
        const fs::path& target = complete[i]->target();
        const bool replaces = access(target.c_str(), F_OK) == 0;
        const int error = complete[i]->publish(force);
        if (error == 0) {
            if (!replaces) fresh.push_back(target);
            continue;
        }
        for (const fs::path& path : fresh) unlink(path.c_str());
        if (error == EEXIST) fail(files[i].path, exists_message);
        fail(files[i].path, error);
    }
}

}  // namespace

OutputFile::OutputFile(fs::path to, std::string text)
    : OutputFile(std::move(to), [text = std::move(text)](audio::ByteFile& file) {
          file.write(text.data(), static_cast<std::int64_t>(text.size()));
      }) {}

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
    check_writable(paths_of(files), force);
    SignalsHeld held;
    const Files complete = completed(files, held);
    std::vector<fs::path> targets;
    for (const auto& file : complete) targets.push_back(file->target());
    const OutputClaim claim(targets);
    publish(complete, files, force);
}

void write_files(std::span<const OutputFile> files, bool force, const OutputClaim&) {
    check_writable(paths_of(files), force);
    SignalsHeld held;
    publish(completed(files, held), files, force);
}

}  // namespace synovia::studio
