// What each kind of failure becomes. What is printed with it is in the tests of the commands.
#include "apps/cli/program.hpp"

#include <system_error>

#include "apps/studio/score_text.hpp"
#include "tests/apps/support.hpp"

using namespace synovia;
using cli::ExitCode;
using test::Workplace;
using test::write_file;

namespace {

ExitCode run(std::vector<std::string> arguments) { return cli::run_program(arguments, cli::sound_commands(arguments)); }

}  // namespace

TEST_CASE("every failure has its exit code") {
    const Workplace place;
    const std::string csv = (place / "run.csv").string();
    CHECK(run({"simulate", "knuckle", "--quiet", "--csv", "-", "--format", "json"}) == ExitCode::usage);
    CHECK(run({"simulate", "nonsense"}) == ExitCode::bad_input);
    CHECK(run({"simulate", "knuckle", "--csv", (place / "missing/run.csv").string()}) == ExitCode::file);
    CHECK(run({"measure", csv}) == ExitCode::file);
    CHECK(run({"render", "knuckle", "--quiet", "-o", (place / "a.wav").string(), "--set", "traction.rise_time_s=5ms",
               "--set", "traction.release_time_s=100ms"}) == ExitCode::solver);
    CHECK(place.files().empty());
    CHECK(run({"render", "knuckle", "--quiet", "-o", (place / "a.wav").string()}) == ExitCode::done);
}

TEST_CASE("a score that asks for what no session can play is bad input") {
    const Workplace place;
    studio::Score score;
    score.frames = 100;
    score.events.assign(1000, {0, studio::LevelEvent{-3.0}});
    write_file(place / "score.json", to_text(score));
    CHECK(run({"live", "--replay", (place / "score.json").string(), "-o", (place / "a.wav").string()}) ==
          ExitCode::bad_input);
    CHECK(place.files() == "score.json");
}

TEST_CASE("a thread that the system does not give is missing memory, no file") {
    const auto refusing = [](std::errc error) {
        const auto play = [error](const cli::PlayOptions&) { throw std::system_error(make_error_code(error)); };
        return cli::run_program(std::vector<std::string>{"play", "knuckle"}, {play, {}});
    };
    CHECK(refusing(std::errc::resource_unavailable_try_again) == ExitCode::solver);
    CHECK(refusing(std::errc::not_enough_memory) == ExitCode::solver);
    CHECK(refusing(std::errc::too_many_files_open) == ExitCode::file);
}
