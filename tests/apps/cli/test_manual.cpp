// Help, manual page and shell completion name the same commands and options.
#include <doctest/doctest.h>

#include "apps/cli/measure_keys.hpp"
#include "apps/cli/refractory/refractory_report.hpp"
#include "apps/cli/trajectory_table.hpp"
#include "apps/studio/spine_json.hpp"
#include "apps/studio/summary_json.hpp"
#include "tests/apps/cli/support.hpp"

using synovia::cli::test::Workplace;

namespace {

const std::string manual = SYNOVIA_SOURCE_DIR "/apps/synovia.1";
const std::string completion = SYNOVIA_SOURCE_DIR "/apps/cli/completion.bash";
const std::string all_help =
    "{ synovia --help; for c in presets render simulate plot spine refractory measure play live classroom; do synovia "
    "$c --help; "
    "done; "
    "}";

/// Every option in a text of `pattern`, one a line, sorted.
std::string options_in(const std::string& source, const std::string& pattern) {
    const Workplace place;
    return place.sh(source + " | grep -oE -- '" + pattern + "' | sed 's/.*[ -]-/--/' | sort -u").out;
}

}  // namespace

TEST_CASE("help, manual and completion name the same commands") {
    const Workplace place;
    const std::string commands = "classroom\nlive\nmeasure\nplay\nplot\npresets\nrefractory\nrender\nsimulate\nspine\n";
    CHECK(place.sh("synovia --help | grep -oE '^  [a-z]+  ' | tr -d ' ' | sort").out == commands);
    CHECK(place.sh("sed -n 's/^.It Cm \\([a-z]*\\) .*/\\1/p' " + manual + " | sort").out == commands);
    CHECK(place.sh("sed -n 's/.*-W \"\\([a-z ]*\\) --help --version.*/\\1/p' " + completion + " | tr ' ' '\\n' | sort")
              .out == commands);
}

TEST_CASE("help, manual and completion name the same options") {
    const std::string help = options_in(all_help, "^  (-., )?--[a-z-]+");
    CHECK(std::count(help.begin(), help.end(), '\n') == 45);
    CHECK(options_in("cat " + manual, "^.It (Fl . , )?Fl -[a-z-]+") == help);
    CHECK(options_in("cat " + completion, "--[a-z-]+") == help);
}

TEST_CASE("the manual tells every column and every key that is printed") {
    std::string names;
    for (const synovia::Kind kind : {synovia::Kind::joint, synovia::Kind::bubble})
        for (const auto& column : synovia::cli::table_columns(kind)) names.append(column.key).append("\n");
    for (const auto& key : synovia::studio::summary_keys()) names.append(key.key).append("\n");
    for (const auto& key : synovia::studio::facet_keys()) names.append(key.key).append("\n");
    for (const auto& key : synovia::cli::refractory_keys()) names.append(key.key).append("\n");
    for (const auto& key : synovia::cli::measurement_keys()) names.append(key.key).append("\n");
    const Workplace place;
    synovia::test::write_file(place / "names", names);
    CHECK(place.sh("sort -u names | while read -r n; do grep -q \"^.It Li $n\" " + manual + " || echo $n; done").out ==
          "");
}

TEST_CASE("the completion offers what the program takes") {
    const Workplace place;
    const auto complete = [&](const std::string& words, int index) {
        return place
            .sh("PATH=$(dirname $synovia):$PATH bash -c 'source " + completion + "; COMP_WORDS=(synovia " + words +
                "); COMP_CWORD=" + std::to_string(index) +
                "; _synovia synovia \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-1]}\"; echo "
                "${COMPREPLY[*]}'")
            .out;
    };
    CHECK(complete("rend", 1) == "render\n");
    CHECK(complete("render knuckle-s", 2) == "knuckle-slow\n");
    CHECK(complete("render knuckle --enc", 3) == "--encoding\n");
    CHECK(complete("render knuckle --encoding pcm", 4) == "pcm16 pcm24\n");
    CHECK(complete("render knuckle --set joint.moving", 4) == "joint.moving_mass_kg=\n");
}

TEST_CASE("the manual page has no errors") {
    const Workplace place;
    if (place.sh("command -v groff").exit_status != 0) return synovia::test::skip_test("groff is not installed");
    const auto result = place.sh("groff -mandoc -Tutf8 -ww " + manual + " > /dev/null");
    CHECK(result.exit_status == 0);
    CHECK(result.err.empty());
}
