#include "apps/cli/parse.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "apps/cli/failure.hpp"
#include "apps/cli/help.hpp"
#include "apps/cli/measure_keys.hpp"
#include "apps/cli/parse_tools.hpp"
#include "apps/cli/refractory/refractory_report.hpp"
#include "apps/cli/trajectory_table.hpp"
#include "apps/cli/values.hpp"
#include "apps/preset/suggestion.hpp"
#include "apps/preset/text.hpp"
#include "apps/preset/units.hpp"
#include "apps/studio/spine_json.hpp"
#include "apps/studio/summary_json.hpp"
#include "audio/core/listening.hpp"
#include "audio/core/room.hpp"
#include "solver/spine_population.hpp"

namespace synovia::cli {
namespace {

constexpr std::string_view exit_codes =
    "Exit codes: 0 done (\"no pop\" included), 2 usage, 3 bad preset or value,\n"
    "4 the solver could not finish or memory ran out, 5 a file cannot be read or\n"
    "written, 6 no sound device or MIDI port, or it was lost, 70 a fault of ours.\n"
    "Not a medical device.";

using Setup = Command (*)(CLI::App&, std::span<const std::string>);

struct CommandEntry {
    std::string_view name;
    std::string_view text;
    std::string_view examples;
    Setup parse;
};

void add_room(CLI::App& app, PlaceOptions& place) {
    add_value(app, "--room", "NAME",
              "none (default), near (chest, table and a diffuse tail) or small (the walls of a small room besides)",
              [&place](const std::string& text) {
                  parsed("--room", [&] { return audio::parse_room(text); });
                  place.room = text;
              });
}

void add_listener(CLI::App& app, PlaceOptions& place, const std::string& text) {
    add_value(app, "--listener", "NAME", text, [&place](const std::string& name) {
        parsed("--listener", [&] { return audio::parse_listening(name); });
        place.listener = name;
    });
}

Command parse_presets(CLI::App& app, std::span<const std::string> words) {
    PresetsOptions options;
    add_argument(app, "NAME", options.presets, "a shipped preset or a file: print it");
    app.add_flag("--check", options.check, "instead, load all that are named and say everything that is wrong");
    app.add_flag("--keys", options.keys, "every key that a preset or --set may set: unit, range, default, meaning");
    app.add_flag("--names", options.names, "the names and nothing else");
    app.add_flag(
        "--levels", options.levels,
        "the spine's table of levels as CSV, built-in or of the spine preset that is named; changed, it is what "
        "spine.levels takes (columns: --keys)");
    add_common(app, options.common);
    return finish(app, words, options);
}

void add_render_output(CLI::App& app, RenderOptions& options) {
    add_file(app, "-o,--output", options.output, "the sound file, \"-\" for standard output (default NAME.wav)");
    app.add_flag("--force", options.force, "replace existing files");
    add_value(app, "--rate", "HZ", "sample rate, 44100 to 192000 Hz (default 48000), for example 96k",
              [&options](const std::string& text) { options.rate_hz = parse_whole_rate("--rate", text); });
    app.add_option("--encoding", options.encoding,
                   "pcm16, pcm24 (default), float, flac or ogg; else the file's ending decides")
        ->option_text("NAME");
    app.add_option("--level", options.level,
                   "truepeak:-1 (default) normalises to -1 dB true peak; cal:120 makes full scale 120 dB SPL peak; pa "
                   "writes pascal as float")
        ->option_text("MODE");
    app.add_option("--duration", options.duration, "length of the sound file, for example 300ms")->option_text("TIME");
    add_room(app, options.place);
    add_listener(app, options.place,
                 "mono (default) hears at one point, stereo at two, 17 cm apart; place_m in a side-car moves a joint");
}

bool parse_joints(const std::string& text) {
    if (text == "same" || text == "new") return text == "new";
    refuse_value("--joints", preset::in_quotes(text) + " is neither same nor new");
}

double parse_velocity(const std::string& text) {
    const double velocity = parsed("--velocity", [&] { return preset::parse_quantity(text, ""); });
    if (!(velocity >= 0.0 && velocity <= 1.0))
        refuse_value("--velocity", preset::in_quotes(text) + " is not between 0 and 1");
    return velocity;
}

void add_render_takes(CLI::App& app, RenderOptions& options) {
    add_value(app, "-n,--takes", "N", "this many takes, NAME-01.wav and so on, and a manifest",
              [&options](const std::string& text) {
                  options.takes = static_cast<int>(parse_count("--takes", text, 1, 10'000));
              });
    add_value(app, "--joints", "WHICH",
              "same: all takes pull one joint (default); new: each its own (default with --vary)",
              [&options](const std::string& text) { options.new_joints = parse_joints(text); });
    add_value(app, "--velocity", "V", "how hard the pull is, from 0 to 1 as the keys of live; 0.7 is the preset's own",
              [&options](const std::string& text) { options.velocity = parse_velocity(text); });
    app.add_option("--spacing", options.spacing, "several presets: from one joint's pull to the next (default 150ms)")
        ->option_text("TIME");
    app.add_flag("--stems", options.stems, "one more file per joint, aligned to the mix");
    app.add_flag("--allow-silent", options.allow_silent, "write a silent file where nothing pops");
}

void add_render_texts(CLI::App& app, RenderOptions& options) {
    add_value(app, "--date", "DATE", "written into the file: 2026-11-27 or 2026-11-27T09:30:00 (default none)",
              [&options](const std::string& text) {
                  options.texts.date = parsed("--date", [&] { return studio::parse_date(text); });
              });
    app.add_option_function<std::vector<std::string>>(
           "--metadata",
           [&options](const std::vector<std::string>& texts) {
               for (const std::string& text : texts)
                   options.texts.pairs.push_back(parsed("--metadata", [&] { return studio::parse_pair(text); }));
               parsed("--metadata", [&] { return require_writable(options.texts); });
           },
           "written into the file, for example artist=me; may be given again")
        ->allow_extra_args(false)
        ->option_text("KEY=VALUE");
}

Command parse_render(CLI::App& app, std::span<const std::string> words) {
    RenderOptions options;
    add_argument(app, "PRESET", options.presets, "shipped names, preset files or side-cars; several are mixed");
    add_render_output(app, options);
    add_render_takes(app, options);
    add_render_texts(app, options);
    add_scenario(app, options.scenario);
    add_common(app, options.common);
    Command command = finish(app, words, options);
    if (std::holds_alternative<RenderOptions>(command)) require(app, !options.presets.empty(), "preset");
    return command;
}

/// What the data that simulate prints holds, from where it is printed.
std::string simulate_tables() {
    return "Columns of --csv, of a joint:\n" + table_text(table_columns(Kind::joint)) + "\nof a free bubble:\n" +
           table_text(table_columns(Kind::bubble)) + "\nKeys of --format json:\n" + table_text(studio::summary_keys()) +
           "\n";
}

Command parse_simulate(CLI::App& app, std::span<const std::string> words) {
    SimulateOptions options;
    add_argument(app, "PRESET", options.preset, "a shipped name, a preset file or a side-car");
    add_file(app, "--csv", options.csv, "the trajectory as a table, \"-\" for standard output");
    add_value(app, "--sample-rate", "HZ",
              "rows of the table per second, for example 100kHz; else the solver's own steps",
              [&options](const std::string& text) { options.sample_rate_hz = parse_rate("--sample-rate", text); });
    app.add_flag("--force", options.force, "replace an existing file");
    add_scenario(app, options.scenario);
    add_common(app, options.common);
    app.footer(simulate_tables() + app.get_footer());
    Command command = finish(app, words, options);
    if (std::holds_alternative<SimulateOptions>(command)) require(app, !options.preset.empty(), "preset");
    return command;
}

Command parse_plot(CLI::App& app, std::span<const std::string> words) {
    PlotOptions options;
    add_argument(app, "PRESET", options.presets,
                 "shipped names, preset files or side-cars; several are compared in one picture");
    add_file(app, "-o,--output", options.output, "FILE.svg or FILE.png, \"-\" for SVG on standard output");
    app.add_flag("--force", options.force, "replace an existing file");
    add_scenario(app, options.scenario);
    add_quiet(app, options.common);
    Command command = finish(app, words, options);
    if (std::holds_alternative<PlotOptions>(command)) require(app, !options.presets.empty(), "preset");
    return command;
}

Command parse_spine(CLI::App& app, std::span<const std::string> words) {
    SpineOptions options;
    add_argument(app, "PRESET", options.preset, "a shipped name, a preset file or a side-car, of kind spine");
    add_file(app, "-o,--output", options.output, "draw it: FILE.svg or FILE.png, \"-\" for SVG on standard output");
    app.add_flag("--force", options.force, "replace an existing file");
    add_value(app, "--draws", "N",
              "so many people instead of one, drawn from --seed: how often, and where, beside what "
              "was published",
              [&options](const std::string& text) { options.draws = parse_count("--draws", text, 1, most_subjects); });
    app.add_flag("--statements", options.statements,
                 "what people say of cracking backs, put to the model, with evidence");
    add_scenario(app, options.scenario);
    add_common(app, options.common);
    app.footer("Keys of a facet in --format json:\n" + table_text(studio::facet_keys()) + "\n" + app.get_footer());
    Command command = finish(app, words, options);
    if (std::holds_alternative<SpineOptions>(command)) require(app, !options.preset.empty(), "preset");
    return command;
}

Command parse_refractory(CLI::App& app, std::span<const std::string> words) {
    RefractoryOptions options;
    add_argument(app, "PRESET", options.preset, "a shipped name, a preset file or a side-car, of kind joint");
    add_value(app, "--minutes", "LIST", "rests before the next pull, for example 0,10,20 (default from 0 to 480)",
              [&options](const std::string& text) { options.minutes = parse_minutes("--minutes", text); });
    add_file(app, "-o,--output", options.output, "draw it, too: FILE.svg or FILE.png");
    app.add_flag("--force", options.force, "replace an existing file");
    add_scenario(app, options.scenario);
    add_common(app, options.common);
    app.footer("Keys of --format json:\n" + table_text(refractory_keys()) + "\n" + app.get_footer());
    Command command = finish(app, words, options);
    if (std::holds_alternative<RefractoryOptions>(command)) require(app, !options.preset.empty(), "preset");
    return command;
}

Command parse_measure(CLI::App& app, std::span<const std::string> words) {
    MeasureOptions options;
    add_argument(app, "FILE", options.file, "a sound file of any kind libsndfile reads");
    add_common(app, options.common);
    app.footer("Keys of --format json:\n" + table_text(measurement_keys()) + "\n" + app.get_footer());
    Command command = finish(app, words, options);
    if (std::holds_alternative<MeasureOptions>(command)) require(app, !options.file.empty(), "file");
    return command;
}

/// "forever" and 0 mean the same.
std::optional<std::uint64_t> parse_rounds(const std::string& text) {
    const std::uint64_t rounds = text == "forever" ? 0 : parse_count("--repeat", text, 0, UINT64_MAX);
    return rounds == 0 ? std::nullopt : std::optional(rounds);
}

void add_play_output(CLI::App& app, PlayOptions& options) {
    app.add_option("--device", options.device,
                   "name or index of the sound device (see --list-devices); null: none, silent at the pace of one")
        ->option_text("DEVICE");
    app.add_flag("--list-devices", options.list_devices, "list the sound devices and play nothing");
    app.add_option("--level", options.level,
                   "no sound is louder than this true peak (default truepeak:-12): presets are normalised to it, files "
                   "only turned down")
        ->option_text("MODE");
    add_room(app, options.place);
    add_listener(app, options.place,
                 "mono (default) hears presets and side-cars at one point, stereo at two, 17 cm apart");
    add_value(app, "--repeat", "N", "play everything this many times; 0 or forever until Ctrl-C",
              [&options](const std::string& text) { options.rounds = parse_rounds(text); });
    app.add_flag("--verbose", options.verbose, "let the sound library say what it wants to say");
}

Command parse_play(CLI::App& app, std::span<const std::string> words) {
    PlayOptions options;
    add_argument(app, "SOUND", options.sounds, "presets, side-cars and sound files, one after the other");
    add_play_output(app, options);
    add_scenario(app, options.scenario);
    add_common(app, options.common);
    Command command = finish(app, words, options);
    if (std::holds_alternative<PlayOptions>(command))
        require(app, options.list_devices || !options.sounds.empty(), "preset or sound file");
    return command;
}

void add_live_recording(CLI::App& app, LiveOptions& options) {
    add_file(app, "--record", options.record, "keep what is played as a WAV file, and its events beside it as JSON");
    add_file(app, "--replay", options.replay,
             "render the events of a recording again, to the same bytes; with -o. Also of one that broke off: "
             "FILE.json.part",
             "JSON");
    add_file(app, "-o,--output", options.output, "the WAV file that --replay writes");
    app.add_flag("--force", options.force, "replace existing files");
}

Command parse_live(CLI::App& app, std::span<const std::string> words) {
    LiveOptions options;
    add_argument(app, "PRESET", options.preset, "a shipped name or a preset file (default knuckle-crack)");
    app.add_option("--device", options.device,
                   "name or index of the sound device; null: none, silent at the pace of one")
        ->option_text("DEVICE");
    add_listener(app, options.place, "mono (default) hears at one point, stereo at two, 17 cm apart");
    app.add_flag("--plain", options.plain,
                 "commands on standard input, one line per event on standard output, instead of keys and mouse");
    app.add_flag(
        "--memory", options.memory,
        "a joint that has popped is quiet until it has rested, as in life; else every pull finds a rested one");
    app.add_option(
           "--midi", options.midi,
           "listen to MIDI ports with this in their names; none: to no port (default: all on a full screen, none "
           "with --plain)")
        ->option_text("PORT");
    app.add_flag("--list-midi", options.list_midi, "list the MIDI ports, and end");
    app.add_flag("--measure-latency", options.measure_latency, "from trigger to first sample, and end");
    add_live_recording(app, options);
    app.add_flag("--verbose", options.verbose, "let the sound library say what it wants to say");
    add_scenario(app, options.scenario);
    add_quiet(app, options.common);
    return finish(app, words, options);
}

Command parse_classroom(CLI::App& app, std::span<const std::string> words) {
    ClassroomOptions options;
    add_file(app, "-o,--output", options.output, "the page (default synovia-classroom.html)");
    app.add_flag_callback(
        "--no-open", [&options] { options.open = false; }, "write it only");
    app.add_flag("--force", options.force, "replace an existing file");
    add_quiet(app, options.common);
    return finish(app, words, options);
}

constexpr std::array<CommandEntry, 10> commands{{
    {"presets", "List the presets, print one, or check files.",
     "  synovia presets\n  synovia presets knuckle > mine.toml\n  synovia presets --check mine.toml", parse_presets},
    {"render", "Simulate presets and write their sound.",
     "  synovia render knuckle\n  synovia render knuckle thumb -n 8 --vary 25% -o crack.flac", parse_render},
    {"simulate", "The physics only: a summary, and the trajectory as a table.",
     "  synovia simulate knuckle --set traction.rise_time_s=1s\n  synovia simulate knuckle --format json --csv run.csv",
     parse_simulate},
    {"plot", "Draw hand, gap, volume, pressure, bubble and sound over time.",
     "  synovia plot knuckle\n  synovia plot knuckle knuckle-slow -o both.png", parse_plot},
    {"spine", "The back: which facet joints pop, and why the others do not.",
     "  synovia spine thrust-l45 -o back.svg\n  synovia spine thrust-l45 --draws 200\n  synovia spine thrust-l45 "
     "--statements",
     parse_spine},
    {"refractory", "How loud the next pull is after minutes of rest.",
     "  synovia refractory knuckle\n  synovia refractory knuckle --minutes 0,10,20,30 -o rest.svg", parse_refractory},
    {"measure", "Measure any sound file: length, pitch, level, number of pops.",
     "  synovia measure knuckle.wav\n  synovia measure recording.flac --format json", parse_measure},
    {"play", "Play presets and sound files through the sound card.",
     "  synovia play knuckle\n  synovia play knuckle.wav --repeat 3\n  synovia play --list-devices", parse_play},
    {"live", "Play pops like an instrument: with keys, mouse and MIDI.",
     "  synovia live knuckle\n  printf 'trigger 1\\nwait 0.5\\n' | synovia live --plain --record take.wav", parse_live},
    {"classroom", "Write the class-room page, one HTML file, and open it.",
     "  synovia classroom\n  synovia classroom -o lesson.html --no-open", parse_classroom},
}};

std::string program_help() {
    std::string text =
        "synovia " SYNOVIA_VERSION
        ": the sound of a joint cracking, computed from its physics.\n\nExamples:\n"
        "  synovia render knuckle\n  synovia plot knuckle\n\nUsage: synovia COMMAND [OPTIONS]\n\nCommands:\n";
    for (const CommandEntry& command : commands)
        text += "  " + std::string(command.name) + std::string(12 - command.name.size(), ' ') +
                std::string(command.text) + "\n";
    return text +
           "\nOptions:\n  -h, --help  this text; \"synovia COMMAND --help\" explains a command\n"
           "  --version   the version\n\n" +
           std::string(exit_codes) + "\n";
}

const CommandEntry& find_command(const std::string& name) {
    std::vector<std::string_view> names;
    for (const CommandEntry& command : commands) {
        if (command.name == name) return command;
        names.push_back(command.name);
    }
    if (name.starts_with('-'))
        usage_failure("synovia", "a command comes first, then its options; got " + preset::in_quotes(name));
    usage_failure("synovia", "unknown command " + preset::in_quotes(name) + preset::suggestion(name, names));
}

}  // namespace

Command parse(std::span<const std::string> arguments) {
    if (arguments.empty())
        usage_failure("synovia",
                      "which command? presets, render, simulate, plot, spine, refractory, measure, play, live or "
                      "classroom");
    const std::string& first = arguments.front();
    if (first == "--help" || first == "-h" || first == "help") return TextRequest{program_help()};
    if (first == "--version") return TextRequest{"synovia " SYNOVIA_VERSION "\n"};
    const CommandEntry& command = find_command(first);
    CLI::App app(std::string(command.text), "synovia " + std::string(command.name));
    app.formatter(std::make_shared<HelpFormatter>(std::string(command.examples)));
    app.set_help_flag("-h,--help", "this text");
    app.footer(std::string(exit_codes));
    return command.parse(app, arguments.subspan(1));
}

}  // namespace synovia::cli
