#include "apps/cli/parse.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "apps/cli/failure.hpp"
#include "tests/apps/cli/support.hpp"

using namespace synovia::cli;
using synovia::cli::test::contains;

namespace {

Command parse_line(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return parse(words);
}

template <class Options>
Options parse_as(const std::string& line) {
    return std::get<Options>(parse_line(line));
}

std::string usage_error(const std::string& line) {
    try {
        parse_line(line);
    } catch (const Failure& failure) {
        CHECK(failure.code() == ExitCode::usage);
        return failure.what();
    }
    return "";
}

}  // namespace

TEST_CASE("every option of render arrives") {
    const auto o = parse_as<RenderOptions>(
        "render knuckle thumb -o out.flac --force --rate 96000 --encoding flac --level cal:120 --duration 300ms -n 8 "
        "--vary 25% --seed 18446744073709551615 --spacing 80ms --stems --allow-silent --quiet --format json --set a=1 "
        "--set b=2");
    CHECK(o.presets == std::vector<std::string>{"knuckle", "thumb"});
    CHECK(o.output == "out.flac");
    CHECK(o.force);
    CHECK(o.rate_hz == 96000);
    CHECK(o.encoding == "flac");
    CHECK(o.level == "cal:120");
    CHECK(o.duration == "300ms");
    CHECK(o.takes == 8);
    CHECK(o.scenario.vary == "25%");
    CHECK(o.scenario.seed == 18446744073709551615U);
    CHECK(o.spacing == "80ms");
    CHECK(o.stems);
    CHECK(o.allow_silent);
    CHECK(o.common.quiet);
    CHECK(o.common.json);
    CHECK(o.scenario.overrides == std::vector<std::string>{"a=1", "b=2"});
}

TEST_CASE("options may stand before the preset, joined by = or apart") {
    const auto o = parse_as<RenderOptions>("render --set=a=1 --level=truepeak:-3 -o - -n3 knuckle");
    CHECK(o.presets == std::vector<std::string>{"knuckle"});
    CHECK(o.scenario.overrides == std::vector<std::string>{"a=1"});
    CHECK(o.level == "truepeak:-3");
    CHECK(o.output == "-");
    CHECK(o.takes == 3);
}

TEST_CASE("--set takes one value, the preset may follow it") {
    const auto o = parse_as<SimulateOptions>("simulate --set a=1 knuckle --csv - --sample-rate 1e5");
    CHECK(o.preset == "knuckle");
    CHECK(o.csv == "-");
    CHECK(o.sample_rate_hz == 1e5);
}

TEST_CASE("the other commands") {
    CHECK(parse_as<PlotOptions>("plot knuckle -o a.png --force").output == "a.png");
    CHECK(parse_as<PlotOptions>("plot knuckle toe").presets == std::vector<std::string>{"knuckle", "toe"});
    CHECK(parse_as<MeasureOptions>("measure a.wav --format json").common.json);
    CHECK(parse_as<PresetsOptions>("presets").presets.empty());
    for (const char* words :
         {"presets --check a b", "presets a --check b", "presets --check a -- b", "presets --check -- a b"}) {
        CAPTURE(words);
        CHECK(parse_as<PresetsOptions>(words).check);
        CHECK(parse_as<PresetsOptions>(words).presets == std::vector<std::string>{"a", "b"});
    }
}

TEST_CASE("a wrong word is named, and the nearest right one") {
    CHECK(contains(usage_error("rendr knuckle"), "unknown command \"rendr\" (did you mean \"render\"?)"));
    CHECK(contains(usage_error("render knuckle --forse"), "unknown option --forse (did you mean \"--force\"?)"));
    CHECK(contains(usage_error("render knuckle --setp=a=1"), "unknown option --setp (did you mean \"--set\"?)"));
    CHECK(contains(usage_error("simulate knuckle thumb"), "unexpected argument \"thumb\""));
    CHECK(contains(usage_error("--quiet render knuckle"), "a command comes first"));
    CHECK(contains(usage_error("dance"), "unknown command \"dance\""));
}

TEST_CASE("missing and malformed values are usage errors") {
    for (const std::string line :
         {"", "render", "simulate", "plot", "measure", "render knuckle -o", "render knuckle -n 0",
          "render knuckle -n x", "render knuckle --rate 48x", "render knuckle -o a -o b", "render knuckle --seed -1",
          "render knuckle --seed 18446744073709551616", "render knuckle --format xml",
          "simulate knuckle --sample-rate fast"}) {
        CAPTURE(line);
        CHECK_FALSE(usage_error(line).empty());
    }
}

TEST_CASE("numbers take units") {
    CHECK(parse_as<RenderOptions>("render knuckle --rate 96k").rate_hz == 96000);
    CHECK(parse_as<RenderOptions>("render knuckle --rate 44.1kHz").rate_hz == 44100);
    CHECK(parse_as<SimulateOptions>("simulate knuckle --sample-rate 100kHz").sample_rate_hz == 1e5);
    CHECK(parse_as<SimulateOptions>("simulate knuckle --sample-rate 0.5M").sample_rate_hz == 5e5);
    for (const std::string line : {"render knuckle --rate 44100.5", "render knuckle --rate 1s",
                                   "simulate knuckle --sample-rate 0", "simulate knuckle --sample-rate nan"})
        CHECK_FALSE(usage_error(line).empty());
}

TEST_CASE("an empty file name is a usage error wherever a file is named") {
    for (const std::vector<std::string>& words :
         std::initializer_list<std::vector<std::string>>{{"render", "knuckle", "-o", ""},
                                                         {"plot", "knuckle", "-o", ""},
                                                         {"simulate", "knuckle", "--csv", ""},
                                                         {"live", "--record", ""},
                                                         {"live", "--replay", ""},
                                                         {"live", "-o", ""}}) {
        try {
            parse(words);
            FAIL("accepted");
        } catch (const Failure& failure) {
            CHECK(failure.code() == ExitCode::usage);
            CHECK(contains(failure.what(), "an empty name is no file"));
        }
    }
}

TEST_CASE("-- ends the options") {
    CHECK(parse_as<RenderOptions>("render --quiet -- -x.toml --force").presets ==
          std::vector<std::string>{"-x.toml", "--force"});
    CHECK(parse_as<SimulateOptions>("simulate -- -x.toml").preset == "-x.toml");
    CHECK(parse_as<MeasureOptions>("measure -- -a.wav").file == "-a.wav");
    CHECK(contains(usage_error("measure -- a.wav -b.wav"), "unexpected argument \"-b.wav\""));
}

TEST_CASE("no message is in the words of a library") {
    for (const std::string line :
         {"render knuckle -o", "render knuckle -n", "render knuckle --rate", "render knuckle -n 1e99",
          "render knuckle --format xml", "render knuckle --force=maybe", "play a --repeat many"}) {
        CAPTURE(line);
        const std::string message = usage_error(line);
        CHECK_FALSE(message.empty());
        for (const char* word :
             {"could not", "TEXT", "UINT", "INT", "VALUE:", "stod", "stoull", "exception", "required"})
            CHECK_FALSE(contains(message, word));
    }
}

TEST_CASE("a flag's value and a missing value name their option") {
    CHECK(contains(usage_error("render knuckle --force=maybe"), "--force: takes no value"));
    CHECK(contains(usage_error("render knuckle --level"), "--level: takes exactly one value"));
}

TEST_CASE("date and texts arrive") {
    const auto o = parse_as<RenderOptions>("render knuckle --date 2026-11-27 --metadata a=1 --metadata b=2");
    CHECK(o.texts.date == "2026-11-27");
    CHECK(o.texts.pairs == std::vector<std::pair<std::string, std::string>>{{"a", "1"}, {"b", "2"}});
    CHECK(contains(usage_error("render knuckle --metadata a"), "--metadata: \"a\" is not of the form KEY=VALUE"));
}

TEST_CASE("help begins with what it is and two examples, ends with the exit codes, and fits a terminal") {
    for (const std::string line :
         {"--help", "render --help", "simulate -h", "plot --help", "measure --help", "presets -h"}) {
        CAPTURE(line);
        const std::string text = parse_as<TextRequest>(line).text;
        const std::size_t examples = text.find("Examples:\n  synovia ");
        REQUIRE(examples != std::string::npos);
        CHECK(examples < text.find("Usage:"));
        CHECK(contains(text, "Exit codes: 0 done"));
        CHECK(text.ends_with("Not a medical device.\n"));
        std::istringstream in(text);
        for (std::string row; std::getline(in, row);) CHECK(row.size() <= 80);
    }
}

TEST_CASE("the version is the project's") {
    CHECK(parse_as<TextRequest>("--version").text == "synovia " SYNOVIA_VERSION "\n");
}

TEST_CASE("every option of spine arrives") {
    const auto o = parse_as<SpineOptions>(
        "spine thrust-l45 --draws 200 --statements -o a.svg --force --seed 3 --set a=1 --quiet --format json");
    CHECK(o.preset == "thrust-l45");
    CHECK(o.draws == 200U);
    CHECK(o.statements);
    CHECK(o.output == "a.svg");
    CHECK(o.force);
    CHECK(o.scenario.seed == 3U);
    CHECK(o.scenario.overrides == std::vector<std::string>{"a=1"});
    CHECK(o.common.quiet);
    CHECK(o.common.json);
    for (const std::string line :
         {"spine", "spine x --draws 0", "spine x --draws 100001", "spine x --draws 1e9", "spine x -o"}) {
        CAPTURE(line);
        CHECK_FALSE(usage_error(line).empty());
    }
}

TEST_CASE("every option of refractory arrives") {
    const auto o = parse_as<RefractoryOptions>(
        "refractory knuckle --minutes 0,20.5 -o a.svg --force --seed 3 --set a=1 --quiet --format json");
    CHECK(o.preset == "knuckle");
    CHECK(o.minutes == std::vector<double>{0.0, 20.5});
    CHECK(o.output == "a.svg");
    CHECK(o.force);
    CHECK(o.scenario.seed == 3U);
    CHECK(o.scenario.overrides == std::vector<std::string>{"a=1"});
    CHECK(o.common.quiet);
    CHECK(o.common.json);
    CHECK(parse_as<RefractoryOptions>("refractory knuckle").minutes.size() == 16);
    CHECK_FALSE(usage_error("refractory").empty());
}
