#include "apps/studio/output_file.hpp"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "apps/studio/temporary_file.hpp"

namespace synovia::studio {
namespace fs = std::filesystem;
namespace {

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

using Complete = std::vector<std::unique_ptr<TemporaryFile>>;

Complete completed(std::span<const OutputFile> files) {
    Complete complete;
    for (const OutputFile& file : files) complete.push_back(std::make_unique<TemporaryFile>(file.path, file.text()));
    for (const auto& file : complete) file->flush();
    return complete;
}

/// All or none: what has been replaced by force stays so.
void publish(const Complete& complete, std::span<const OutputFile> files, bool force) {
    for (std::size_t i = 0; i < complete.size(); ++i) {
        const int error = complete[i]->publish(force);
        if (error == 0) continue;
        for (std::size_t k = 0; k < i && !force; ++k) unlink(complete[k]->target().c_str());
        if (error == EEXIST) fail(files[i].path, exists_message);
        fail(files[i].path, error);
    }
}

}  // namespace

OutputFile::OutputFile(fs::path to, std::vector<std::byte> bytes) : path(std::move(to)), content(std::move(bytes)) {}

OutputFile::OutputFile(fs::path to, std::string_view text)
    : path(std::move(to)), content(std::as_bytes(std::span(text)).begin(), std::as_bytes(std::span(text)).end()) {}

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
    const SignalsHeld held;
    const Complete complete = completed(files);
    std::vector<fs::path> targets;
    for (const auto& file : complete) targets.push_back(file->target());
    const OutputClaim claim(targets);
    publish(complete, files, force);
}

void write_files(std::span<const OutputFile> files, bool force, const OutputClaim&) {
    check_writable(paths_of(files), force);
    const SignalsHeld held;
    publish(completed(files), files, force);
}

}  // namespace synovia::studio
