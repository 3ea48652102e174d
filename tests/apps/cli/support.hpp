// Runs the real program in a directory of its own.
#pragma once
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "apps/cli/plot/child_process.hpp"
#include "tests/skip.hpp"

namespace synovia::cli::test {

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

/// An empty directory that goes with the test.
class Workplace {
public:
    Workplace() {
        std::string name = (std::filesystem::temp_directory_path() / "synovia-test-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Workplace() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

    /// A shell script in this directory; `synovia` is the program that was just built.
    ChildResult sh(const std::string& script) const {
        const std::string program = SYNOVIA_PROGRAM;
        const std::string start = "synovia() { '" + program + "' \"$@\"; }\nsynovia='" + program + "'\ncd '" +
                                  path_.string() + "' || exit 99\n";
        return run_child(std::vector<std::string>{"sh", "-c", start + script}, "");
    }

    /// Names of all files here, sorted, parted by blanks; temporary leftovers included.
    std::string files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(path_)) names.push_back(entry.path().filename());
        std::sort(names.begin(), names.end());
        std::string text;
        for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
        return text;
    }

private:
    std::filesystem::path path_;
};

/// Can a program be run on a terminal here? script(1) may be missing, or a bare root file system have none to give: the
/// test is skipped then.
inline bool has_terminal(const Workplace& place) {
    if (place.sh("script -qec true /dev/null").exit_status == 0) return true;
    synovia::test::skip_test("no pseudo-terminal to be had here");
    return false;
}

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace synovia::cli::test
