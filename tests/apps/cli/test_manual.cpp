// Help, manual page and shell completion name the same commands and options.
#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "tests/apps/cli/support.hpp"

using synovia::cli::test::read_file;
using synovia::cli::test::Workplace;

namespace {

using Names = std::set<std::string>;

Names matches(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    Names names;
    for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) names.insert((*it)[1]);
    return names;
}

const Names commands{"presets", "render", "simulate", "plot", "measure", "play", "live"};

Names options_of_help() {
    const Workplace place;
    Names names = matches(place.sh("synovia --help").out, "\n  (?:-\\w, )?--([a-z-]+)");
    for (const std::string& command : commands)
        names.merge(matches(place.sh("synovia " + command + " --help").out, "\n  (?:-\\w, )?--([a-z-]+)"));
    return names;
}

const std::string manual = read_file(SYNOVIA_SOURCE_DIR "/apps/synovia.1");
const std::string completion = read_file(SYNOVIA_SOURCE_DIR "/apps/cli/completion.bash");

}  // namespace

TEST_CASE("help, manual and completion name the same commands") {
    const Workplace place;
    CHECK(matches(place.sh("synovia --help").out, "\n  ([a-z]+) +[A-Z]") == commands);
    CHECK(matches(manual, "\n\\.It Cm ([a-z]+)") == commands);
    for (const std::string& command : commands)
        CHECK(std::regex_search(completion, std::regex("\n        " + command + "\\)|\\b" + command + " \\]\\]")));
}

TEST_CASE("help, manual and completion name the same options") {
    const Names help = options_of_help();
    CHECK(help.size() == 29);
    CHECK(matches(manual, "\n\\.It (?:Fl \\w , )?Fl -([a-z-]+)") == help);
    CHECK(matches(completion, "--([a-z-]+)") == help);
}

TEST_CASE("the completion offers what the program takes") {
    const Workplace place;
    const auto complete = [&](const std::string& words, int index) {
        return place
            .sh("PATH=$(dirname $synovia):$PATH bash -c 'source " SYNOVIA_SOURCE_DIR
                "/apps/cli/completion.bash; COMP_WORDS=(synovia " +
                words + "); COMP_CWORD=" + std::to_string(index) +
                "; _synovia synovia \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-1]}\"; echo "
                "${COMPREPLY[*]}'")
            .out;
    };
    CHECK(complete("rend", 1) == "render\n");
    CHECK(complete("render knuckle-s", 2) == "knuckle-slow\n");
    CHECK(complete("render knuckle --enc", 3) == "--encoding\n");
    CHECK(complete("render knuckle --encoding pcm", 4) == "pcm16 pcm24\n");
}

TEST_CASE("the manual page has no errors") {
    const Workplace place;
    if (place.sh("command -v groff").exit_status != 0) return;
    const auto result = place.sh("groff -mandoc -Tutf8 -ww " SYNOVIA_SOURCE_DIR "/apps/synovia.1 > /dev/null");
    CHECK(result.exit_status == 0);
    CHECK(result.err.empty());
}
