// synovia live: an instrument that is played with keys, mouse and MIDI, or by commands on standard input.
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/console/interrupt.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/failure.hpp"
#include "apps/cli/live/full_screen.hpp"
#include "apps/cli/live/keep_recording.hpp"
#include "apps/cli/live/latency.hpp"
#include "apps/cli/live/plain.hpp"
#include "apps/cli/live/terminal_kind.hpp"
#include "apps/cli/load.hpp"
#include "apps/instrument/play_midi.hpp"
#include "apps/instrument/replay.hpp"
#include "apps/preset/library.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/nameless_file.hpp"
#include "apps/studio/preset_order.hpp"
#include "apps/studio/score_file.hpp"
#include "apps/studio/score_metadata.hpp"

namespace synovia::cli {
namespace {

constexpr const char* no_midi = "none";

instrument::SessionSettings session_settings(const LiveOptions& options) {
    instrument::SessionSettings settings;
    settings.preset = options.preset;
    settings.overrides = placed(options.scenario, options.place).overrides;
    if (!options.scenario.vary.empty()) settings.share = parse_share(options.scenario.vary);
    settings.seed = options.scenario.seed.value_or(1);
    settings.joint_seed = options.scenario.joint_seed.value_or(settings.seed);
    settings.refractory = options.memory;
    settings.record = !options.record.empty();
    return settings;
}

/// How one plays, and where what is said goes.
struct Manner {
    explicit Manner(const LiveOptions& options) : full_screen(!options.plain && has_terminal()) {
        if (full_screen) require_screen();
    }

    instrument::Say say() {
        if (full_screen) return [this](const std::string& line) { messages.add(line); };
        return [this](const std::string& line) { printer.say(line); };
    }
    void play(Concert& concert) {
        if (full_screen) return play_full_screen(concert, messages);
        play_plain(concert, STDIN_FILENO, printer);
    }

    bool full_screen;
    Messages messages;
    LinePrinter printer;
};

/// A script is played by MIDI only if it says so.
bool listens(const LiveOptions& options, const Manner& manner) {
    return options.midi.empty() ? manner.full_screen : options.midi != no_midi;
}

void expect(instrument::Session& session, const Manner& manner, bool midi) {
    std::vector<double> velocities;
    if (manner.full_screen) velocities = key_velocities();
    if (midi) {
        const std::vector<double> more = instrument::midi_velocities();
        velocities.insert(velocities.end(), more.begin(), more.end());
    }
    session.takes().expect(std::move(velocities));
}

void play_session(instrument::Session& session, Card& card, Manner& manner, const LiveOptions& options) {
    Stage stage(session, card);
    const auto dirs = preset::search_dirs();
    instrument::Instrument instrument(session, studio::in_order_of_use(preset::shipped_names(dirs), dirs),
                                      manner.say());
    std::optional<MidiInput> midi;
    if (listens(options, manner)) midi.emplace(options.midi, manner.say());
    expect(session, manner, midi.has_value());
    Concert concert{stage, instrument,
                    midi ? std::optional<MidiPlayer>(std::in_place, instrument, *midi) : std::nullopt};
    manner.play(concert);
    if (manner.full_screen || interrupted())
        stage.fade_out();
    else
        stage.play_out();
}

instrument::LoadedPreset playable(const instrument::SessionSettings& settings) {
    instrument::LoadedPreset preset = instrument::load_preset(settings, settings.preset);
    require_finished(preset.patch.name, preset.reference);
    return preset;
}

void greet(const LiveOptions& options, const Card& card) {
    note("playing " + options.preset + " on " + card.name() + " at " + std::to_string(card.sample_rate_hz()) +
             " Hz, never above " + studio::decibel_text(audio::first_level_dbfs) +
             "FS until \"level\" raises it; \"help\" lists the commands",
         options.common.quiet);
}

void play_live(const LiveOptions& options) {
    Manner manner(options);
    if (!options.record.empty()) require_wav("--record", options.record);
    instrument::SessionSettings settings = session_settings(options);
    Card card(options);
    settings.sample_rate_hz = card.sample_rate_hz();
    instrument::Session session(settings, playable(settings), manner.say());
    std::optional<instrument::Recording> recording;
    if (!options.record.empty()) recording.emplace(session, options.record, options.force);
    const InterruptsCaught guard;
    if (!manner.full_screen) greet(options, card);
    try {
        play_session(session, card, manner, options);
    } catch (const std::exception&) {
        if (recording) rescue(*recording, options.common.quiet);  // whatever ended the playing
        throw;
    }
    if (recording) end(*recording, options.common.quiet);
    if (card.underflows() > 0)
        warn("the device ran dry " + std::to_string(card.underflows()) + " times: there may have been gaps",
             options.common.quiet);
    manner.printer.complain();
}

void measure(const LiveOptions& options) {
    constexpr int triggers = 100;
    Card card(options);
    instrument::SessionSettings settings;  // a knuckle that pops each time
    settings.share = 0.0;
    settings.refractory = false;
    settings.sample_rate_hz = card.sample_rate_hz();
    instrument::Session session(settings, playable(settings), [](const std::string&) {});
    Stage stage(session, card);
    const LatencyFigures figures = measure_latency(stage, triggers);
    stage.play_out();
    print(latency_text(figures, card));
}

/// The silence between sounds takes no room on the disk.
void put_on(instrument::Tape& tape, std::span<const float> samples, std::size_t channels) {
    const bool silent =
        std::all_of(samples.begin(), samples.end(), [](float x) { return x == 0.0F && !std::signbit(x); });
    if (silent)
        tape.silence(samples.size() / channels);
    else
        tape.write(samples);
}

std::uint64_t render(const studio::Score& score, instrument::Tape& tape) {
    const std::size_t channels = audio::channels_of(score.listening);
    const instrument::Replay played =
        instrument::replay(score, [&](std::span<const float> samples) { put_on(tape, samples, channels); });
    require_finished(played.part, played.ending);
    tape.set_texts(studio::metadata_of(score));
    tape.finish();
    return played.frames;
}

/// What is wrong with the score is told with its name.
std::uint64_t rendered(const studio::Score& score, instrument::Tape& tape, const std::string& name) {
    try {
        return render(score, tape);
    } catch (const std::invalid_argument& error) {
        throw Failure(ExitCode::bad_input, name + ": " + error.what());
    }
}

void replay(const LiveOptions& options) {
    if (options.output.empty()) throw Failure(ExitCode::usage, "--replay needs -o FILE: where to write the sound");
    require_wav("--output", options.output);
    const studio::Score score = studio::read_score(options.replay);
    instrument::Tape tape(std::make_unique<studio::NamelessFile>(options.output, options.force), score.sample_rate_hz,
                          audio::channels_of(score.listening));
    const std::uint64_t frames = rendered(score, tape, options.replay);
    note("wrote " + options.output + ": " +
             studio::with_prefix(static_cast<double>(frames) / score.sample_rate_hz, "s") +
             (score.broken_off ? "; the recording broke off there" : "") +
             (frames < score.frames ? "; the rest of the score is silent" : ""),
         options.common.quiet);
}

void list_midi() {
    for (const std::string& port : MidiInput::ports()) print(port + "\n");
}

}  // namespace

void run(const LiveOptions& options) {
    if (options.list_midi) return list_midi();
    if (!options.replay.empty()) return replay(options);
    if (options.measure_latency) return measure(options);
    play_live(options);
}

}  // namespace synovia::cli
