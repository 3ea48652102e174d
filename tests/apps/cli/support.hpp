// Runs the real program in a directory of its own.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "apps/cli/plot/child_process.hpp"
#include "tests/apps/support.hpp"
#include "tests/skip.hpp"

namespace synovia::cli::test {

using synovia::test::contains;
using synovia::test::read_file;
using synovia::test::write_file;

inline nlohmann::json read_json(const std::filesystem::path& path) { return nlohmann::json::parse(read_file(path)); }

class Workplace : public synovia::test::Workplace {
public:
    /// A shell script in this directory; `synovia` is the program that was just built.
    ChildResult sh(const std::string& script) const {
        const std::string program = SYNOVIA_PROGRAM;
        const std::string start = "synovia() { '" + program + "' \"$@\"; }\nsynovia='" + program + "'\ncd '" +
                                  path().string() + "' || exit 99\n";
        return run_child(std::vector<std::string>{"sh", "-c", start + script}, "");
    }
};

/// Can a program be run on a terminal here? script(1) may be missing, or a bare root file system have none to give: the
/// test is skipped then.
inline bool has_terminal(const Workplace& place) {
    if (place.sh("script -qec true /dev/null").exit_status == 0) return true;
    synovia::test::skip_test("no pseudo-terminal to be had here");
    return false;
}

}  // namespace synovia::cli::test
