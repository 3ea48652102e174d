// synovia classroom: writes the page that was built beside the program, and opens it.
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/plot/child_process.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/output_file.hpp"

namespace synovia::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* page_name = "synovia-classroom.html";

/// The whole file, if there is one that can be read.
std::optional<std::string> content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Installed beside the program, installed elsewhere, or as the source tree has built it.
std::string built_page() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
    const std::array places{program / "../share/synovia" / page_name, fs::path(SYNOVIA_INSTALLED_DATA) / page_name,
                            fs::path(SYNOVIA_BUILT_PAGE)};
    for (const fs::path& place : places)
        if (auto page = content(place)) return *page;
    throw Failure(ExitCode::file,
                  "the class-room page is not part of this installation; where the sources are, "
                  "`cmake --workflow --preset classroom` builds it");
}

/// Hands the page to the desktop and does not wait for what it starts.
bool shown(const fs::path& page) {
    const char* script =
        "for opener in xdg-open open; do\n"
        "    command -v $opener >/dev/null && { $opener \"$1\" >/dev/null 2>&1 & exit 0; }\n"
        "done\nexit 1";
    const std::array<std::string, 5> command{"sh", "-c", script, "sh", fs::absolute(page).string()};
    const ChildResult result = run_child(command, "");
    return result.started && result.exit_status == 0;
}

}  // namespace

void run(const ClassroomOptions& options) {
    const fs::path output = options.output;
    const std::string page = built_page();
    if (content(output) != page) {  // the same page may be opened again
        studio::write_files(std::array{studio::OutputFile{output, page}}, options.force);
        note("wrote " + preset::printable(output.string()), options.common.quiet);
    }
    if (options.open && !shown(output))
        note("open " + preset::printable(output.string()) + " in a browser", options.common.quiet);
}

}  // namespace synovia::cli
