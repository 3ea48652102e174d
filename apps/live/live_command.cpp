// synovia live: an instrument that is played with keys and mouse, or by commands on standard input.
#include <unistd.h>

#include <array>
#include <chrono>

#include "apps/cli/commands.hpp"
#include "apps/cli/console.hpp"
#include "apps/cli/human.hpp"
#include "apps/cli/interrupt.hpp"
#include "apps/cli/load.hpp"
#include "apps/cli/output_file.hpp"
#include "apps/cli/sound_output.hpp"
#include "apps/live/full_screen.hpp"
#include "apps/live/latency.hpp"
#include "apps/live/line_reader.hpp"
#include "apps/live/plain.hpp"
#include "apps/live/terminal_kind.hpp"
#include "apps/preset/library.hpp"

namespace synovia::live {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double usual_share = 0.1;  // of --vary, so that no two pops are alike
constexpr int turn_ms = 3;

SessionSettings session_settings(const cli::LiveOptions& options, int sample_rate_hz) {
    SessionSettings settings;
    settings.preset = options.preset;
    settings.overrides = options.scenario.overrides;
    settings.share = options.scenario.vary.empty() ? usual_share : cli::parse_share(options.scenario.vary);
    settings.seed = options.scenario.seed.value_or(1);
    settings.sample_rate_hz = sample_rate_hz;
    settings.refractory = options.refractory;
    settings.record = !options.record.empty();
    return settings;
}

void print_line(const std::string& line) { cli::write_stdout(line + "\n"); }

/// Until the reader ends, "quit", or an interrupt.
void obey_all(Stage& stage, LineReader& reader) {
    Clock::time_point resume = Clock::now();
    while (!cli::interrupted() && !reader.ended()) {
        stage.turn();
        if (Clock::now() < resume) {
            usleep(1000);
            continue;
        }
        const auto line = reader.next(turn_ms);
        if (!line) continue;
        const Answer answer = obey(stage.session(), *line, print_line);
        if (answer.quit) return;
        resume =
            Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(answer.wait_s));
    }
}

void greet(const cli::LiveOptions& options, const Card& card) {
    cli::note("playing " + options.preset + " on " + card.name() + " at " + std::to_string(card.sample_rate_hz()) +
                  " Hz, never above " + cli::decibels(audio::first_level_dbfs) +
                  "FS until \"level\" raises it; \"help\" lists the commands",
              options.common.quiet);
}

void keep_recording(const Session& session, Tape& tape, const cli::LiveOptions& options) {
    tape.finish();
    const std::filesystem::path side_car = cli::side_car_path(options.record);
    cli::write_files(std::array{cli::OutputFile{side_car, to_text(session.score())}}, options.force);
    cli::note("wrote " + options.record + " and " + side_car.string() + ": " +
                  cli::with_prefix(static_cast<double>(tape.frames()) / session.score().sample_rate_hz, "s"),
              options.common.quiet);
}

void play_on(Stage& stage, const Messages* messages, const Say& say) {
    if (!messages) {
        LineReader reader(STDIN_FILENO);
        return obey_all(stage, reader);
    }
    Instrument instrument(stage.session(), preset::shipped_names(preset::search_dirs()), say);
    play_full_screen(stage, instrument, *messages);
}

/// A device that is lost ends the playing, not what was recorded of it.
void play_session(Session& session, Card& card, const Messages* messages, const Say& say) {
    Stage stage(session, card);
    play_on(stage, messages, say);
    stage.play_out();
}

void play_live(const cli::LiveOptions& options) {
    const bool full_screen = !options.plain && has_terminal();
    if (full_screen) require_screen();
    Messages messages;
    const Say say = full_screen ? Say([&](const std::string& line) { messages.add(line); }) : Say(print_line);
    Card card(options.device, options.verbose);
    Session session(session_settings(options, card.sample_rate_hz()), say);
    std::optional<Tape> tape;
    if (!options.record.empty()) {
        cli::check_writable(std::array{cli::side_car_path(options.record)}, options.force);
        session.record_to(&tape.emplace(options.record, card.sample_rate_hz(), options.force));
    }
    const cli::InterruptsCaught guard;
    greet(options, card);
    try {
        play_session(session, card, full_screen ? &messages : nullptr, say);
    } catch (const audio::DeviceError&) {
        if (tape) keep_recording(session, *tape, options);
        throw;
    }
    if (tape) keep_recording(session, *tape, options);
    if (card.underflows() > 0)
        cli::warn("the device ran dry " + std::to_string(card.underflows()) + " times: there may have been gaps",
                  options.common.quiet);
}

void measure(const cli::LiveOptions& options) {
    constexpr int triggers = 100;
    Card card(options.device, options.verbose);
    SessionSettings settings;  // a knuckle that pops each time
    settings.share = 0.0;
    settings.refractory = false;
    settings.sample_rate_hz = card.sample_rate_hz();
    Session session(settings, [](const std::string&) {});
    Stage stage(session, card);
    const LatencyFigures figures = measure_latency(stage, triggers);
    stage.play_out();
    cli::write_stdout(latency_text(figures, card));
}

void replay(const cli::LiveOptions& options) {
    if (options.output.empty())
        throw cli::Failure(cli::ExitCode::usage, "--replay needs -o FILE: where to write the sound");
    const Score score = read_score(options.replay);
    Tape tape(options.output, score.sample_rate_hz, options.force);
    tape.write(perform(score));
    tape.finish();
    cli::note("wrote " + options.output, options.common.quiet);
}

}  // namespace
}  // namespace synovia::live

namespace synovia::cli {

void run(const LiveOptions& options) {
    if (!options.replay.empty()) return live::replay(options);
    if (options.measure_latency) return live::measure(options);
    live::play_live(options);
}

}  // namespace synovia::cli
