// synovia play: presets and sound files through the sound card.
#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/console/interrupt.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/play/null_driver.hpp"
#include "apps/cli/play/play_device.hpp"
#include "apps/cli/play/play_item.hpp"
#include "apps/cli/play/play_sequence.hpp"
#include "apps/cli/values.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/json_text.hpp"
#include "audio/device/device_stream.hpp"

namespace synovia::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Loud enough to hear in a quiet room, soft enough for a first sound over a system whose volume nobody has checked.
constexpr audio::Level safe_level{audio::LevelMode::true_peak, -12.0};

/// What plays and how loud it is, on a terminal only.
class LevelLine {
public:
    LevelLine(const std::vector<std::string>& names, const PlayOptions& options)
        : names_(names), rounds_(options.rounds), enabled_(!options.common.quiet && on_terminal()) {}
    ~LevelLine() {
        if (enabled_) erase_line();
    }
    LevelLine(const LevelLine&) = delete;
    LevelLine& operator=(const LevelLine&) = delete;

    void draw(const Sequence::Place& place) {
        if (!enabled_) return;
        constexpr double floor_db = -60.0;
        constexpr double fall_db = 3.0;  // per drawing, so that the eye can follow
        constexpr int width = 30;
        level_db_ = std::max({audio::decibels(static_cast<double>(place.peak)), level_db_ - fall_db, floor_db});
        const auto filled = static_cast<std::size_t>(std::lround(width * (1.0 - level_db_ / floor_db)));
        std::string line = "[";
        line.append(filled, '#').append(width - filled, '.').append("] ");
        line += (level_db_ > floor_db ? studio::decibel_text(level_db_) + "FS" : "silent") + "  " + names_[place.sound];
        if (rounds_ != 1) line += ", round " + std::to_string(place.round + 1);
        if (rounds_ && rounds_ != 1) line += " of " + std::to_string(*rounds_);
        draw_line(line);
    }

private:
    const std::vector<std::string>& names_;
    std::optional<std::uint64_t> rounds_;
    bool enabled_;
    double level_db_ = -60.0;
};

audio::Level ceiling(const PlayOptions& options) {
    if (!options.level) return safe_level;
    const audio::Level level = parse_level("--level", *options.level);
    if (level.mode != audio::LevelMode::true_peak)
        refuse_value("--level", "a sound card takes truepeak:DB, got " + preset::in_quotes(*options.level));
    return level;
}

/// The rate both sides can do: that of the files or 48 kHz, else the device's own.
int common_rate_hz(audio::Driver& driver, const audio::OutputDevice& device, std::span<const PlayItem> items,
                   bool quiet) {
    const int wanted = wanted_rate_hz(items);
    const int rate = agreed_rate_hz(driver, device, wanted, quiet);
    const bool renders =
        std::ranges::any_of(items, [=](const PlayItem& item) { return !item.sound || rate != wanted; });
    if (renders) check_rendered_rate(device, rate);
    return rate;
}

struct Programme {
    std::vector<std::string> names;
    std::vector<audio::SparseSignal> sounds;
    std::size_t channels = 1;  ///< the most that a sound has
};

Programme prepared(std::span<const PlayItem> items, int rate_hz, const PlayOptions& options) {
    Programme programme;
    for (const PlayItem& item : items) {
        audio::SparseSignal sound = signal_at(item, rate_hz, ceiling(options), options.common.quiet);
        if (sound.frames() == 0) continue;
        programme.names.push_back(preset::printable(item.name));
        programme.channels = std::max(programme.channels, sound.channels);
        programme.sounds.push_back(std::move(sound));
    }
    return programme;
}

std::vector<audio::SparseSignal> interleaved(const Programme& programme) {
    std::vector<audio::SparseSignal> sounds;
    for (const audio::SparseSignal& sound : programme.sounds) sounds.push_back(on_channels(sound, programme.channels));
    return sounds;
}

Json report_json(const Programme& programme, const audio::OutputDevice& device, const audio::StreamFigures& figures) {
    return {{"played", programme.names},        {"device", device.name},
            {"host_api", device.host_api},      {"sample_rate_hz", figures.sample_rate_hz},
            {"channels", programme.channels},   {"latency_s", figures.latency_s},
            {"frames", figures.frames},         {"callbacks", figures.callbacks},
            {"underflows", figures.underflows}, {"interrupted", interrupted()}};
}

void announce(const Programme& programme, const audio::OutputDevice& device, const audio::StreamFigures& figures,
              bool quiet) {
    std::size_t frames = 0;
    for (const audio::SparseSignal& sound : programme.sounds) frames += sound.frames();
    std::string names;
    for (const std::string& name : programme.names) names += (names.empty() ? "" : ", ") + name;
    note("playing " + names + ": " + studio::with_prefix(static_cast<double>(frames) / figures.sample_rate_hz, "s") +
             " at " + studio::significant(figures.sample_rate_hz, 7) + " Hz on " + device.name + " (" +
             device.host_api + "), latency " + studio::with_prefix(figures.latency_s, "s"),
         quiet);
}

audio::StreamFigures play(audio::Driver& driver, const audio::OutputDevice& device, int rate_hz,
                          const Programme& programme, const PlayOptions& options) {
    constexpr double redraw_time_s = 0.05;
    Sequence sequence(interleaved(programme), options.rounds);
    audio::StreamSettings settings;
    settings.device = device;
    settings.sample_rate_hz = rate_hz;
    settings.channels = programme.channels;
    audio::OutputStream stream(driver, settings,
                               [&sequence](float* out, std::size_t frames) { return sequence.fill(out, frames); });
    announce(programme, device, stream.figures(), options.common.quiet);
    const InterruptsCaught caught;
    LevelLine line(programme.names, options);
    stream.start();
    while (!stream.wait(redraw_time_s)) {
        if (interrupted()) stream.finish();
        line.draw(sequence.place());
    }
    return stream.figures();
}

void warn_of_gaps(const audio::StreamFigures& figures, bool quiet) {
    if (figures.underflows > 0)
        warn("the device ran dry " + std::to_string(figures.underflows) + " times: there may have been gaps", quiet);
}

}  // namespace

void run(const PlayOptions& options) {
    const audio::Level level = ceiling(options);
    std::vector<PlayItem> items;
    for (const std::string& name : options.sounds) items.push_back(read_item(name, options, level));

    const bool silent = options.device == null_device && !options.list_devices;
    const auto driver = silent ? null_driver() : audio::system_driver(options.verbose);
    const std::vector<audio::OutputDevice> devices = driver->devices();
    if (options.list_devices) {
        if (devices.empty()) note("no sound device", options.common.quiet);
        if (options.common.json) return write_stdout(studio::json_text(devices_json(devices)));
        return print(device_table(devices));
    }
    const audio::OutputDevice& device = choose_device(devices, options.device);
    const int rate_hz = common_rate_hz(*driver, device, items, options.common.quiet);
    const Programme programme = prepared(items, rate_hz, options);
    if (programme.sounds.empty()) return note("nothing to play", options.common.quiet);
    const audio::StreamFigures figures = play(*driver, device, rate_hz, programme, options);
    warn_of_gaps(figures, options.common.quiet);
    if (options.common.json) write_stdout(studio::json_text(report_json(programme, device, figures)));
}

}  // namespace synovia::cli
