// synovia render: presets to sound files.
#include <nlohmann/json.hpp>

#include "apps/cli/blake.hpp"
#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/console/human.hpp"
#include "apps/cli/render_plan.hpp"
#include "apps/cli/summary_report.hpp"
#include "apps/studio/drawn_take.hpp"
#include "apps/studio/sound_output.hpp"
#include "audio/core/level.hpp"

namespace synovia::cli {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

std::string silent_text(const Take& take) {
    std::string text;
    for (std::size_t i = 0; i < take.runs.size(); ++i) {
        const Part& part = take.recipe.parts[i];
        if (sounds(take.runs[i])) continue;
        text += (text.empty() ? "" : "\n") + part.name + ": no pop: ";
        text += why_silent(part.scenario, take.runs[i].summary.min_gap_pressure);
    }
    return text;
}

std::string written_text(const fs::path& path, const Take& take, const Sound& sound) {
    const double seconds = static_cast<double>(sound.signal.samples.size()) / sound.signal.sample_rate_hz;
    std::string text = "wrote " + path.string() + ": " + with_prefix(seconds, "s") + ", ";
    text += std::to_string(take.recipe.sample_rate_hz) + " Hz " + std::string(audio::to_text(take.recipe.encoding));
    if (sound.silent) return text + ", silent";
    const double peak_pa = audio::sample_peak(sound.signal) / sound.gain_fs_per_pa;
    return text + ", peak " + sound_pressure(peak_pa) + " (" + decibels(audio::db_spl(peak_pa)) +
           " SPL), full scale = " + sound_pressure(1.0 / sound.gain_fs_per_pa);
}

/// The files of a command and what is said about them.
class Writer {
public:
    Writer(const RenderPlan& plan, const RenderOptions& options) : plan_(plan), options_(options) {}

    void check_targets() const;
    void write(std::size_t number, const Take& take);
    void finish();

private:
    void add_files(const fs::path& path, const Recipe& recipe, const Sound& sound, std::span<const PartRun> runs);
    void add_stems(const fs::path& path, const Take& take, const Sound& mix);

    const RenderPlan& plan_;
    const RenderOptions& options_;
    std::vector<OutputFile> files_;  // of the current take
    Json list_ = Json::array();
};

void Writer::check_targets() const {
    if (plan_.to_stdout) return;
    std::vector<fs::path> paths;
    const auto add = [&paths](const fs::path& sound) {
        paths.push_back(sound);
        paths.push_back(side_car_path(sound));
    };
    for (std::size_t take = 1; take <= plan_.takes; ++take) {
        const fs::path sound = take_path(plan_, take);
        add(sound);
        for (std::size_t i = 0; options_.stems && i < plan_.recipe.parts.size(); ++i)
            add(stem_path(sound, plan_.recipe, i));
    }
    if (plan_.numbered) paths.push_back(manifest_path(plan_));
    check_writable(paths, options_.force);
}

void Writer::add_files(const fs::path& path, const Recipe& recipe, const Sound& sound, std::span<const PartRun> runs) {
    EncodedSound encoded = encode_sound(recipe, sound);
    const Json result = result_json(sound, encoded, runs, recipe);
    if (encoded.clipped_samples > 0)
        warn(path.string() + ": " + std::to_string(encoded.clipped_samples) +
                 " samples lie beyond full scale and were clipped; choose another --level",
             options_.common.quiet);
    files_.push_back({path, std::move(encoded.bytes)});
    files_.push_back({side_car_path(path), side_car_text(recipe, result)});
    list_.push_back(Json{{"file", path.string()}, {"side_car", side_car_path(path).string()}, {"take", recipe.take}});
    list_.back().update(result);
    for (Json& joint : list_.back()["joints"]) joint.erase("events");  // the side-car has them
}

void Writer::add_stems(const fs::path& path, const Take& take, const Sound& mix) {
    for (std::size_t i = 0; i < take.runs.size(); ++i) {
        const Recipe stem = stem_recipe(take.recipe, i, mix);
        const std::span<const PartRun> run(&take.runs[i], 1);
        add_files(stem_path(path, take.recipe, i), stem, perform(stem, run), run);
    }
}

void Writer::write(std::size_t number, const Take& take) {
    const fs::path path = take_path(plan_, number);
    const Sound sound = perform(take.recipe, take.runs);
    note(silent_text(take), options_.common.quiet);
    if (sound.silent && !options_.allow_silent) {
        note("nothing written; --allow-silent writes a silent file", options_.common.quiet);
        list_.push_back(
            Json{{"file", nullptr}, {"take", take.recipe.take}, {"silent", true}, {"redraws", take.redraws}});
        return;
    }
    if (plan_.to_stdout) return write_stdout(encode_sound(take.recipe, sound).bytes);
    files_.clear();
    add_files(path, take.recipe, sound, take.runs);
    list_.back()["redraws"] = take.redraws;
    if (options_.stems) add_stems(path, take, sound);
    write_files(files_, options_.force);
    note(written_text(path, take, sound), options_.common.quiet);
}

void Writer::finish() {
    Json report{{"schema", 1}, {"program", "synovia"}, {"version", SYNOVIA_VERSION}, {"presets", options_.presets}};
    report["vary"] = plan_.share;
    report["seed"] = plan_.recipe.seed;
    report["files"] = list_;
    if (plan_.numbered) {
        write_files(std::vector<OutputFile>{{manifest_path(plan_), json_text(report)}}, options_.force);
        note("wrote " + manifest_path(plan_).string(), options_.common.quiet);
    }
    if (options_.common.json) write_stdout(json_text(report));
}

}  // namespace

void run(const RenderOptions& options) {
    const RenderPlan plan = plan_render(options);
    Writer writer(plan, options);
    writer.check_targets();
    Progress progress(plan.takes, options.common.quiet);
    for (std::size_t number = 1; number <= plan.takes; ++number) {
        writer.write(number, draw_take(plan, number));
        progress.advance();
    }
    writer.finish();
}

}  // namespace synovia::cli
