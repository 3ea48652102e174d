// synovia live: an instrument that is played with keys, mouse and MIDI, or by commands on standard input.
#include <unistd.h>

#include <exception>
#include <optional>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/console/human.hpp"
#include "apps/cli/console/interrupt.hpp"
#include "apps/cli/failure.hpp"
#include "apps/cli/live/full_screen.hpp"
#include "apps/cli/live/latency.hpp"
#include "apps/cli/live/plain.hpp"
#include "apps/cli/live/terminal_kind.hpp"
#include "apps/cli/load.hpp"
#include "apps/instrument/recording.hpp"
#include "apps/preset/library.hpp"
#include "apps/studio/output_file.hpp"

namespace synovia::live {
namespace {

constexpr double usual_share = 0.1;  // of --vary, so that no two pops are alike
constexpr const char* no_midi = "none";

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

/// How one plays, and where what is said goes.
struct Manner {
    explicit Manner(const cli::LiveOptions& options) : full_screen(!options.plain && has_terminal()) {
        if (full_screen) require_screen();
    }

    Say say() {
        if (full_screen) return [this](const std::string& line) { messages.add(line); };
        return [this](const std::string& line) { printer.print(line); };
    }
    void play(Player& player) {
        if (full_screen) return play_full_screen(player, messages);
        play_plain(player, STDIN_FILENO, printer);
    }

    bool full_screen;
    Messages messages;
    LinePrinter printer;
};

/// A script is played by MIDI only if it says so.
bool listens(const cli::LiveOptions& options, const Manner& manner) {
    return options.midi.empty() ? manner.full_screen : options.midi != no_midi;
}

void expect(Session& session, const Manner& manner, bool midi) {
    std::vector<double> velocities;
    if (manner.full_screen) velocities = key_velocities();
    if (midi) {
        const std::vector<double> more = midi_velocities();
        velocities.insert(velocities.end(), more.begin(), more.end());
    }
    session.expect(std::move(velocities));
}

void play_session(Session& session, Card& card, Manner& manner, const cli::LiveOptions& options) {
    Stage stage(session, card);
    Instrument instrument(session, preset::shipped_names(preset::search_dirs()), manner.say());
    std::optional<MidiInput> midi;
    if (listens(options, manner)) midi.emplace(options.midi, manner.say());
    expect(session, manner, midi.has_value());
    Player player{stage, instrument, midi ? std::optional<MidiPlayer>(std::in_place, instrument, *midi) : std::nullopt};
    manner.play(player);
    stage.play_out();
}

void greet(const cli::LiveOptions& options, const Card& card) {
    cli::note("playing " + options.preset + " on " + card.name() + " at " + std::to_string(card.sample_rate_hz()) +
                  " Hz, never above " + cli::decibels(audio::first_level_dbfs) +
                  "FS until \"level\" raises it; \"help\" lists the commands",
              options.common.quiet);
}

void play_live(const cli::LiveOptions& options) {
    Manner manner(options);
    if (!options.record.empty()) require_wav("--record", options.record);
    Card card(options);
    Session session(session_settings(options, card.sample_rate_hz()), manner.say());
    std::optional<Recording> recording;
    if (!options.record.empty()) recording.emplace(session, options);
    const cli::InterruptsCaught guard;
    if (!manner.full_screen) greet(options, card);
    try {
        play_session(session, card, manner, options);
    } catch (const std::exception&) {
        if (recording) recording->rescue();  // whatever ended the playing
        throw;
    }
    if (recording) recording->keep();
    if (card.underflows() > 0)
        cli::warn("the device ran dry " + std::to_string(card.underflows()) + " times: there may have been gaps",
                  options.common.quiet);
    manner.printer.complain();
}

void measure(const cli::LiveOptions& options) {
    constexpr int triggers = 100;
    Card card(options);
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
    require_wav("--output", options.output);
    const Score score = read_score(options.replay);
    Tape tape(options.output, score.sample_rate_hz, options.force);
    tape.write(perform(score));
    tape.finish();
    cli::note("wrote " + options.output, options.common.quiet);
}

void list_midi() {
    for (const std::string& port : MidiInput::ports()) cli::write_stdout(port + "\n");
}

}  // namespace
}  // namespace synovia::live

namespace synovia::cli {

void run(const LiveOptions& options) {
    if (options.list_midi) return live::list_midi();
    if (!options.replay.empty()) return live::replay(options);
    if (options.measure_latency) return live::measure(options);
    live::play_live(options);
}

}  // namespace synovia::cli
