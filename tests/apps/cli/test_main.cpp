// What every command has in common: streams, exit codes, signals.
#include <doctest/doctest.h>

#include "tests/apps/cli/support.hpp"

using synovia::cli::test::contains;
using synovia::cli::test::has_terminal;
using synovia::cli::test::Workplace;

TEST_CASE("the exit code tells the kind of failure, and errors leave standard output empty") {
    const Workplace place;
    const std::vector<std::pair<std::string, int>> cases{
        {"synovia", 2},
        {"synovia nonsense", 2},
        {"synovia render", 2},
        {"synovia render nuckle", 3},
        {"synovia render knuckle --set joint.damping_n_s_m=-5", 3},
        {"synovia render knuckle -o no/such/knuckle.wav", 5},
        {"synovia measure nothing.wav", 5},
    };
    for (const auto& one : cases) {
        CAPTURE(one.first);
        const auto result = place.sh(one.first);
        CHECK(result.exit_status == one.second);
        CHECK(result.out.empty());
        CHECK(result.err.starts_with("synovia: "));
        CHECK(place.files().empty());
    }
}

TEST_CASE("a standard output that is full or closed is a file error") {
    const Workplace place;
    for (const std::string command : {"simulate knuckle", "--help", "presets", "presets knuckle", "plot knuckle -o -",
                                      "render knuckle -o -", "simulate knuckle --csv -"}) {
        CAPTURE(command);
        const auto full = place.sh("synovia " + command + " > /dev/full");
        CHECK(full.exit_status == 5);
        CHECK(contains(full.err, "synovia: standard output: No space left on device"));
        const auto closed = place.sh("synovia " + command + " >&-");
        CHECK(closed.exit_status == 5);
        CHECK(contains(closed.err, "synovia: standard output: Bad file descriptor"));
    }
    CHECK(place.files().empty());
}

TEST_CASE("a reader that goes away is no error, and nothing is said about it") {
    const Workplace place;
    const auto result = place.sh(
        "{ synovia simulate knuckle --csv - --sample-rate 1000000 --quiet 2> err; echo $? > code; } | head -c 10");
    CHECK(result.out.size() == 10);
    CHECK(place.sh("cat code err").out == "0\n");
}

TEST_CASE("nothing that a terminal obeys reaches it, whatever a name or a text holds") {
    const Workplace place;
    const std::string evil =
        "\x1b]0;x\x07\xc2\x9b"
        "31m\xe2\x80\xae"
        "gnp";
    const auto harmless = [](const std::string& text) {
        return !contains(text, "\x1b") && !contains(text, "\xc2\x9b") && !contains(text, "\xe2\x80\xae");
    };
    place.sh("synovia render knuckle --quiet");
    for (const std::string line :
         {"render 'E'", "simulate knuckle --set 'E=1'", "simulate knuckle --set 'traction.kind=E'", "'E'",
          "render knuckle '--E'", "render knuckle -o 'E/a.wav'", "render knuckle -o 'E.wav' --force", "measure 'E.wav'",
          "measure 'E.wav' --format json", "render knuckle -o 'E.wav'", "presets --check 'E.toml'",
          "render knuckle --level 'E'", "render knuckle --date 'E'", "render knuckle --metadata 'E'",
          "render knuckle --rate 'E'"}) {
        std::string filled = line;
        for (std::size_t at; (at = filled.find('E')) != std::string::npos;) filled.replace(at, 1, evil);
        CAPTURE(line);
        const auto result = place.sh("synovia " + filled);
        CHECK(harmless(result.out));
        CHECK(harmless(result.err));
        CHECK_FALSE((result.out + result.err).empty());
    }
}

TEST_CASE("closed standard streams do no harm to the files") {
    const Workplace place;
    CHECK(place.sh("synovia render knuckle <&- >&- 2>&-").exit_status == 0);
    CHECK(place.sh("synovia render knuckle -o again.wav").exit_status == 0);
    CHECK(place.sh("cmp knuckle.wav again.wav").exit_status == 0);
}

TEST_CASE("a full disk leaves nothing behind") {
    const Workplace place;
    // A limit on the size of files stands for a full disk: both are short writes followed by an error.
    const auto result = place.sh("ulimit -f 8; synovia render knuckle");  // blocks of 512 bytes
    CHECK(result.exit_status == 5);
    CHECK(contains(result.err, "synovia: knuckle.wav: File too large"));
    CHECK(place.files().empty());
}

TEST_CASE("no colour where standard error is no terminal") {
    const Workplace place;
    CHECK_FALSE(contains(place.sh("TERM=xterm synovia render nuckle").err, "\033"));
}

TEST_CASE("colour on a terminal, and none with NO_COLOR") {
    const Workplace place;
    if (!has_terminal(place)) return;
    const std::string on_terminal = "script -qec '" SYNOVIA_PROGRAM " render nuckle' /dev/null";
    CHECK(contains(place.sh("NO_COLOR= TERM=xterm " + on_terminal).out, "\033[1;31msynovia:"));
    CHECK_FALSE(contains(place.sh("NO_COLOR=1 TERM=xterm " + on_terminal).out, "\033"));
    CHECK_FALSE(contains(place.sh("NO_COLOR= TERM=dumb " + on_terminal).out, "\033"));
}

TEST_CASE("an interrupt at any time leaves whole files or none") {
    const Workplace place;
    for (const char* delay : {"0.002", "0.005", "0.01", "0.02", "0.04", "0.08"}) {
        place.sh("rm -f *; timeout -s INT " + std::string(delay) + " $synovia render knuckle -n 50 --vary 10% --quiet");
        CHECK(place.sh("ls -A | grep -v '^knuckle-\\([0-9][0-9][.]wav\\|[0-9][0-9][.]json\\|manifest[.]json\\)$'")
                  .out.empty());
        CHECK(place.sh("for f in *.wav; do [ -e $f ] || continue; $synovia measure $f > /dev/null || echo $f; done")
                  .out.empty());
        CHECK(place.sh("ls *.wav 2>/dev/null | wc -l").out == place.sh("ls *-[0-9][0-9].json 2>/dev/null | wc -l").out);
        // The manifest lists nothing that is not there.
        CHECK(place
                  .sh("[ -e knuckle-manifest.json ] || exit 0; sed -n 's/.*\"file\": \"\\(.*\\)\".*/\\1/p' "
                      "knuckle-manifest.json | while read -r f; do [ -e $f ] || echo $f; done")
                  .out.empty());
    }
}
