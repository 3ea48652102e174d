#include "apps/cli/parse.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "apps/cli/failure.hpp"
#include "apps/preset/text.hpp"

namespace synovia::cli {
namespace {

constexpr std::string_view exit_codes =
    "Exit codes: 0 done (\"no pop\" included), 2 usage, 3 bad preset or value,\n"
    "4 the solver could not finish, 5 a file cannot be read or written,\n"
    "6 no sound device or MIDI port, or it was lost.\n"
    "Not a medical device.";

constexpr std::size_t option_column = 26;
constexpr std::size_t help_width = 80;

std::string wrapped(std::string_view text, std::size_t width) {
    std::string out;
    std::size_t column = 0;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        const bool next_line = column > 0 && column + 1 + word.size() > width;
        if (column > 0) out += next_line ? '\n' : ' ';
        column = (next_line || column == 0 ? 0 : column + 1) + word.size();
        out += word;
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    return out;
}

/// Examples first, everything within 80 columns, exit codes last.
class HelpFormatter : public CLI::Formatter {
public:
    explicit HelpFormatter(std::string examples) : examples_(std::move(examples)) { column_width(option_column); }

    std::string make_description(const CLI::App* app) const override {
        return wrapped(app->get_description(), help_width) + "\n\nExamples:\n" + examples_ + "\n";
    }
    std::string make_usage(const CLI::App* app, std::string name) const override {
        return "\n" + CLI::Formatter::make_usage(app, std::move(name));
    }
    std::string make_option_name(const CLI::Option* option, bool positional) const override {
        const std::string name = CLI::Formatter::make_option_name(option, positional);
        const auto comma = name.find(',');
        return comma == std::string::npos ? name : name.substr(0, comma) + ", " + name.substr(comma + 1);
    }
    std::string make_option_opts(const CLI::Option* option) const override {
        return option->get_option_text().empty() ? "" : " " + option->get_option_text();
    }
    std::string make_option_desc(const CLI::Option* option) const override {
        return wrapped(option->get_description(), help_width - option_column);
    }

private:
    std::string examples_;
};

using Setup = Command (*)(CLI::App&, std::span<const std::string>);

struct CommandEntry {
    std::string_view name;
    std::string_view text;
    std::string_view examples;
    Setup parse;
};

std::vector<std::string_view> option_names(const CLI::App& app, std::vector<std::string>& storage) {
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) storage.push_back("--" + name);
    return {storage.begin(), storage.end()};
}

[[noreturn]] void usage_failure(const std::string& program, const std::string& message) {
    throw Failure(ExitCode::usage, message + "\n\"" + program + " --help\" tells more");
}

void refuse_leftovers(const CLI::App& app) {
    std::string problems;
    std::vector<std::string> storage;
    const auto names = option_names(app, storage);
    for (const std::string& word : app.remaining()) {
        const bool option = word.size() > 1 && word.front() == '-';
        const std::string name = word.substr(0, word.find('='));
        problems += option ? "unknown option " + preset::printable(name) + preset::suggestion(name, names)
                           : "unexpected argument " + preset::in_quotes(word);
        problems += '\n';
    }
    if (!problems.empty()) usage_failure(app.get_name(), problems.substr(0, problems.size() - 1));
}

/// Runs CLI11. True when help was asked for.
bool parse_words(CLI::App& app, std::span<const std::string> words) {
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    app.allow_extras();
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        return true;
    } catch (const CLI::ParseError& error) {
        usage_failure(app.get_name(), error.what());
    }
    refuse_leftovers(app);
    return false;
}

void require(const CLI::App& app, bool given, const std::string& what) {
    if (!given) usage_failure(app.get_name(), "which " + what + "?");
}

/// parse_words, then help or the options.
template <class Options>
Command finish(CLI::App& app, std::span<const std::string> words, const Options& options) {
    if (parse_words(app, words)) return TextRequest{app.help()};
    return options;
}

void add_quiet(CLI::App& app, CommonOptions& common) {
    app.add_flag("--quiet", common.quiet, "say nothing but errors");
}

void add_common(CLI::App& app, CommonOptions& common) {
    add_quiet(app, common);
    app.add_option_function<std::string>(
           "--format", [&common](const std::string& format) { common.json = format == "json"; },
           "text (default) or json: what is printed on standard output")
        ->check(CLI::IsMember({"text", "json"}))
        ->option_text("FORMAT");
}

/// CLI11 reads -1 as the largest unsigned number, and so anything beyond it.
std::string check_seed(const std::string& text) {
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    return error == std::errc() && end == text.data() + text.size() ? ""
                                                                    : "must be a whole number below 2^64, got " + text;
}

void add_scenario(CLI::App& app, ScenarioOptions& scenario) {
    app.add_option("--set", scenario.overrides,
                   "change one parameter, for example traction.rise_time_s=80ms; may be given again")
        ->allow_extra_args(false)
        ->option_text("KEY=VALUE");
    app.add_option("--vary", scenario.vary,
                   "draw what differs between people anew, within this share of the preset's value, for example 25%")
        ->option_text("SHARE");
    app.add_option("--seed", scenario.seed, "of the draws and of the dither (default 1)")
        ->check(check_seed)
        ->option_text("N");
}

Command parse_presets(CLI::App& app, std::span<const std::string> words) {
    PresetsOptions options;
    app.add_option("NAME", options.name, "a shipped preset or a file: print it");
    app.add_option("--check", options.check, "load these files and say everything that is wrong")->option_text("FILE");
    add_common(app, options.common);
    return finish(app, words, options);
}

void add_render_output(CLI::App& app, RenderOptions& options) {
    app.add_option("-o,--output", options.output, "the sound file, \"-\" for standard output (default NAME.wav)")
        ->option_text("FILE");
    app.add_flag("--force", options.force, "replace existing files");
    app.add_option("--rate", options.rate_hz, "sample rate, 44100 to 192000 Hz (default 48000)")->option_text("HZ");
    app.add_option("--encoding", options.encoding,
                   "pcm16, pcm24 (default), float, flac or ogg; else the file's ending decides")
        ->option_text("NAME");
    app.add_option("--level", options.level,
                   "truepeak:-1 (default) normalises to -1 dB true peak; cal:120 makes full scale 120 dB SPL peak; pa "
                   "writes pascal as float")
        ->option_text("MODE");
    app.add_option("--duration", options.duration, "length of the sound file, for example 300ms")->option_text("TIME");
    app.add_option("--listener", options.listener,
                   "mono (default) hears at one point, stereo at two, 17 cm apart; place_m in a side-car moves a joint")
        ->option_text("NAME");
}

void add_render_takes(CLI::App& app, RenderOptions& options) {
    app.add_option("-n,--takes", options.takes, "this many takes, NAME-01.wav and so on, and a manifest")
        ->check(CLI::Range(1, 10'000))
        ->option_text("N");
    app.add_option("--spacing", options.spacing, "several presets: from one joint's pull to the next (default 150ms)")
        ->option_text("TIME");
    app.add_flag("--stems", options.stems, "one more file per joint, aligned to the mix");
    app.add_flag("--allow-silent", options.allow_silent, "write a silent file where nothing pops");
}

Command parse_render(CLI::App& app, std::span<const std::string> words) {
    RenderOptions options;
    app.add_option("PRESET", options.presets, "shipped names, preset files or side-cars; several are mixed");
    add_render_output(app, options);
    add_render_takes(app, options);
    add_scenario(app, options.scenario);
    add_common(app, options.common);
    Command command = finish(app, words, options);
    if (std::holds_alternative<RenderOptions>(command)) require(app, !options.presets.empty(), "preset");
    return command;
}

Command parse_simulate(CLI::App& app, std::span<const std::string> words) {
    SimulateOptions options;
    app.add_option("PRESET", options.preset, "a shipped name, a preset file or a side-car");
    app.add_option("--csv", options.csv, "the trajectory as a table, \"-\" for standard output")->option_text("FILE");
    app.add_option("--sample-rate", options.sample_rate_hz, "rows of the table per second; else the solver's own steps")
        ->option_text("HZ");
    app.add_flag("--force", options.force, "replace an existing file");
    add_scenario(app, options.scenario);
    add_common(app, options.common);
    Command command = finish(app, words, options);
    if (std::holds_alternative<SimulateOptions>(command)) require(app, !options.preset.empty(), "preset");
    return command;
}

Command parse_plot(CLI::App& app, std::span<const std::string> words) {
    PlotOptions options;
    app.add_option("PRESET", options.presets,
                   "shipped names, preset files or side-cars; several are compared in one picture");
    app.add_option("-o,--output", options.output, "FILE.svg or FILE.png, \"-\" for SVG on standard output")
        ->option_text("FILE");
    app.add_flag("--force", options.force, "replace an existing file");
    add_scenario(app, options.scenario);
    add_quiet(app, options.common);
    Command command = finish(app, words, options);
    if (std::holds_alternative<PlotOptions>(command)) require(app, !options.presets.empty(), "preset");
    return command;
}

Command parse_measure(CLI::App& app, std::span<const std::string> words) {
    MeasureOptions options;
    app.add_option("FILE", options.file, "a sound file of any kind libsndfile reads");
    add_common(app, options.common);
    Command command = finish(app, words, options);
    if (std::holds_alternative<MeasureOptions>(command)) require(app, !options.file.empty(), "file");
    return command;
}

/// "forever" and 0 mean the same.
std::string check_rounds(const std::string& text) { return text == "forever" ? "" : check_seed(text); }

void add_play_output(CLI::App& app, PlayOptions& options) {
    app.add_option("--device", options.device, "name or index of the sound device (see --list-devices)")
        ->option_text("DEVICE");
    app.add_flag("--list-devices", options.list_devices, "list the sound devices and play nothing");
    app.add_option("--level", options.level,
                   "no sound is louder than this true peak (default truepeak:-12): presets are normalised to it, files "
                   "only turned down")
        ->option_text("MODE");
    app.add_option_function<std::string>(
           "--repeat",
           [&options](const std::string& text) {
               const std::uint64_t rounds = text == "forever" ? 0 : std::stoull(text);
               options.rounds = rounds == 0 ? std::nullopt : std::optional(rounds);
           },
           "play everything this many times; 0 or forever until Ctrl-C")
        ->check(check_rounds)
        ->option_text("N");
    app.add_flag("--verbose", options.verbose, "let the sound library say what it wants to say");
}

Command parse_play(CLI::App& app, std::span<const std::string> words) {
    PlayOptions options;
    app.add_option("SOUND", options.sounds, "presets, side-cars and sound files, one after the other");
    add_play_output(app, options);
    add_scenario(app, options.scenario);
    add_common(app, options.common);
    Command command = finish(app, words, options);
    if (std::holds_alternative<PlayOptions>(command))
        require(app, options.list_devices || !options.sounds.empty(), "preset or sound file");
    return command;
}

void add_live_recording(CLI::App& app, LiveOptions& options) {
    app.add_option("--record", options.record, "keep what is played as a WAV file, and its events beside it as JSON")
        ->option_text("FILE");
    app.add_option("--replay", options.replay, "render the events of a recording again, to the same bytes; with -o")
        ->option_text("JSON");
    app.add_option("-o,--output", options.output, "the WAV file that --replay writes")->option_text("FILE");
    app.add_flag("--force", options.force, "replace existing files");
}

Command parse_live(CLI::App& app, std::span<const std::string> words) {
    LiveOptions options;
    app.add_option("PRESET", options.preset, "a shipped name or a preset file (default knuckle)");
    app.add_option("--device", options.device, "name or index of the sound device; null: silent, at the pace of one")
        ->option_text("DEVICE");
    app.add_flag("--plain", options.plain,
                 "commands on standard input, one line per event on standard output, instead of keys and mouse");
    app.add_flag_callback(
        "--no-refractory", [&options] { options.refractory = false; }, "every pull finds a rested joint");
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

constexpr std::array<CommandEntry, 7> commands{{
    {"presets", "List the presets, print one, or check files.",
     "  synovia presets\n  synovia presets knuckle > mine.toml", parse_presets},
    {"render", "Simulate presets and write their sound.",
     "  synovia render knuckle\n  synovia render knuckle thumb -n 8 --vary 25% -o crack.flac", parse_render},
    {"simulate", "The physics only: a summary, and the trajectory as a table.",
     "  synovia simulate knuckle --set traction.rise_time_s=1s\n  synovia simulate knuckle --format json --csv run.csv",
     parse_simulate},
    {"plot", "Draw hand, gap, volume, pressure, bubble and sound over time.",
     "  synovia plot knuckle\n  synovia plot knuckle knuckle-slow -o both.png", parse_plot},
    {"measure", "Measure any sound file: length, pitch, level, number of pops.",
     "  synovia measure knuckle.wav\n  synovia measure recording.flac --format json", parse_measure},
    {"play", "Play presets and sound files through the sound card.",
     "  synovia play knuckle\n  synovia play knuckle.wav --repeat 3\n  synovia play --list-devices", parse_play},
    {"live", "Play pops like an instrument: with keys, mouse and MIDI.",
     "  synovia live knuckle\n  printf 'trigger 1\\nwait 0.5\\n' | synovia live --plain --record take.wav", parse_live},
}};

std::string program_help() {
    std::string text =
        "synovia " SYNOVIA_VERSION
        ": the sound of a joint cracking, computed from its physics.\n\nExamples:\n"
        "  synovia render knuckle\n  synovia plot knuckle\n\nUsage: synovia COMMAND [OPTIONS]\n\nCommands:\n";
    for (const CommandEntry& command : commands)
        text += "  " + std::string(command.name) + std::string(10 - command.name.size(), ' ') +
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
        usage_failure("synovia", "which command? presets, render, simulate, plot, measure, play or live");
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
