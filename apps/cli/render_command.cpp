// synovia render: presets to sound files.
#include <nlohmann/json.hpp>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/load.hpp"
#include "apps/cli/plan_render.hpp"
#include "apps/studio/drawn_take.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/json_text.hpp"
#include "apps/studio/output_file.hpp"
#include "apps/studio/side_car.hpp"
#include "apps/studio/sound_output.hpp"
#include "apps/studio/why_silent.hpp"
#include "audio/core/level.hpp"

namespace synovia::cli {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

std::string silent_text(const studio::DrawnTake& take) {
    std::string text;
    for (std::size_t i = 0; i < take.runs.size(); ++i) {
        const studio::Part& part = take.recipe.parts[i];
        if (sounds(take.runs[i])) continue;
        text += (text.empty() ? "" : "\n") + part.name +
                ": no pop: " + studio::why_silent(part.scenario, take.runs[i].summary.min_gap_pressure);
    }
    return text;
}

std::string written_text(const fs::path& path, const studio::DrawnTake& take, const studio::Sound& sound) {
    const double seconds = static_cast<double>(sound.frames()) / sound.signal.sample_rate_hz;
    std::string text = "wrote " + path.string() + ": " + studio::with_prefix(seconds, "s") + ", ";
    text += std::to_string(take.recipe.sample_rate_hz) + " Hz " + std::string(audio::to_text(take.recipe.encoding));
    if (sound.silent) return text + ", silent";
    const double peak_pa = audio::sample_peak(sound.signal) / sound.gain_fs_per_pa;
    return text + ", peak " + studio::sound_pressure(peak_pa) + " (" +
           studio::peak_level_text(peak_pa, take.recipe.parts.front().scenario.kind) +
           "), full scale = " + studio::sound_pressure(1.0 / sound.gain_fs_per_pa);
}

/// What of the sound a duration has cut off, where anybody could hear it.
void warn_of_cut(const fs::path& path, const studio::Sound& sound, bool quiet) {
    constexpr double inaudible_db = -60.0;
    if (!(sound.cut.left_out_db > inaudible_db)) return;
    const std::string where = path.string() + ": the sound goes on behind the end of the file; ";
    if (sound.cut.left_out_db >= 0.0) return warn(where + "its loudest instant is cut off", quiet);
    warn(where + "what was faded and cut off reaches " + studio::decibel_text(sound.cut.left_out_db) + " of its peak",
         quiet);
}

/// Says which draws the solver gave up on, and fails where it was the last one.
void check_runs(const studio::DrawnTake& take) {
    for (const studio::Redraw& redraw : take.redraws)
        if (!finished(redraw.ending))
            warn(unfinished_text(take.recipe.parts[redraw.part].name, redraw.ending) + "; drawn again", false);
    for (std::size_t i = 0; i < take.runs.size(); ++i)
        require_finished(take.recipe.parts[i].name, studio::ending_of(take.runs[i].trajectory));
}

/// The files of a command and what is said about them.
class Writer {
public:
    Writer(const studio::RenderPlan& plan, const RenderOptions& options) : plan_(plan), options_(options) {}

    void check_targets() const;
    void write(std::size_t number, const studio::DrawnTake& take);
    void finish();

private:
    bool to_stdout() const { return options_.output == "-"; }
    void add_files(const fs::path& path, const studio::Recipe& recipe, const studio::Sound& sound,
                   std::span<const studio::PartRun> runs);
    void add_stems(const fs::path& path, const studio::DrawnTake& take, const studio::Sound& mix);

    const studio::RenderPlan& plan_;
    const RenderOptions& options_;
    std::vector<studio::OutputFile> files_;  // of the current take
    Json list_ = Json::array();
};

void Writer::check_targets() const {
    if (to_stdout()) return;
    std::vector<fs::path> paths;
    const auto add = [&paths](const fs::path& sound) {
        paths.push_back(sound);
        paths.push_back(studio::side_car_path(sound));
    };
    for (std::size_t take = 1; take <= plan_.takes; ++take) {
        const fs::path sound = studio::take_path(plan_, take);
        add(sound);
        for (std::size_t i = 0; options_.stems && i < plan_.recipe.parts.size(); ++i)
            add(studio::stem_path(sound, plan_.recipe, i));
    }
    if (plan_.numbered) paths.push_back(studio::manifest_path(plan_));
    studio::check_writable(paths, options_.force);
}

void Writer::add_files(const fs::path& path, const studio::Recipe& recipe, const studio::Sound& sound,
                       std::span<const studio::PartRun> runs) {
    studio::EncodedSound encoded = studio::encode_sound(recipe, sound);
    const Json result = studio::result_json(sound, encoded, runs, recipe);
    if (encoded.clipped_samples > 0)
        warn(path.string() + ": " + std::to_string(encoded.clipped_samples) +
                 " samples lie beyond full scale and were clipped; choose another --level",
             options_.common.quiet);
    files_.push_back({path, std::move(encoded.bytes)});
    files_.push_back({studio::side_car_path(path), studio::side_car_text(recipe, result)});
    list_.push_back(
        Json{{"file", path.string()}, {"side_car", studio::side_car_path(path).string()}, {"take", recipe.take}});
    list_.back().update(result);
    for (Json& joint : list_.back()["joints"]) joint.erase("events");  // the side-car has them
}

void Writer::add_stems(const fs::path& path, const studio::DrawnTake& take, const studio::Sound& mix) {
    for (std::size_t i = 0; i < take.runs.size(); ++i) {
        const studio::Recipe stem = studio::stem_recipe(take.recipe, i, mix);
        const std::span<const studio::PartRun> run(&take.runs[i], 1);
        add_files(studio::stem_path(path, take.recipe, i), stem, studio::mix_down(stem, run), run);
    }
}

void Writer::write(std::size_t number, const studio::DrawnTake& take) {
    const fs::path path = studio::take_path(plan_, number);
    const studio::Sound sound = studio::mix_down(take.recipe, take.runs);
    note(silent_text(take), options_.common.quiet);
    if (sound.silent && !options_.allow_silent) {
        note("nothing written; --allow-silent writes a silent file", options_.common.quiet);
        list_.push_back(
            Json{{"file", nullptr}, {"take", take.recipe.take}, {"silent", true}, {"redraws", take.redraws.size()}});
        return;
    }
    if (to_stdout()) return write_stdout(studio::encode_sound(take.recipe, sound).bytes);
    files_.clear();
    add_files(path, take.recipe, sound, take.runs);
    list_.back()["redraws"] = take.redraws.size();
    if (options_.stems) add_stems(path, take, sound);
    studio::write_files(files_, options_.force);
    note(written_text(path, take, sound), options_.common.quiet);
    warn_of_cut(path, sound, options_.common.quiet);
}

void Writer::finish() {
    Json report{{"schema", 1}, {"program", "synovia"}, {"version", SYNOVIA_VERSION}, {"presets", options_.presets}};
    report["vary"] = plan_.share;
    report["seed"] = plan_.recipe.seed;
    report["files"] = list_;
    if (plan_.numbered) {
        studio::write_files(std::vector<studio::OutputFile>{{studio::manifest_path(plan_), studio::json_text(report)}},
                            options_.force);
        note("wrote " + studio::manifest_path(plan_).string(), options_.common.quiet);
    }
    if (options_.common.json) write_stdout(studio::json_text(report));
}

}  // namespace

void run(const RenderOptions& options) {
    const studio::RenderPlan plan = plan_render(options);
    Writer writer(plan, options);
    writer.check_targets();
    Progress progress(plan.takes, options.common.quiet);
    for (std::size_t number = 1; number <= plan.takes; ++number) {
        const studio::DrawnTake take = studio::draw_take(plan, number);
        check_runs(take);
        writer.write(number, take);
        progress.advance();
    }
    writer.finish();
}

}  // namespace synovia::cli
