#include "apps/cli/take_writer.hpp"

#include <cmath>
#include <utility>

#include "apps/cli/console/console.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/json_text.hpp"
#include "apps/studio/side_car.hpp"
#include "apps/studio/why_silent.hpp"
#include "audio/core/true_peak.hpp"

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
    const double peak_pa = audio::true_peak(sound.signal) / sound.gain_fs_per_pa;
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

/// Which runs end in the middle of their sound, as a source that is switched off.
void warn_of_stop(const studio::DrawnTake& take, bool quiet) {
    for (std::size_t i = 0; i < take.runs.size(); ++i)
        for (const Warning& warning : take.runs[i].summary.warnings)
            if (cuts_short(warning.limit)) warn(take.recipe.parts[i].name + ": " + warning.text, quiet);
}

void warn_of_clipping(const RenderedSound& sound, bool quiet) {
    if (sound.clipped_samples > 0)
        warn(sound.file.path.string() + ": " + std::to_string(sound.clipped_samples) +
                 " samples lie beyond full scale and were clipped; choose another --level",
             quiet);
}

Json silent_row(const studio::DrawnTake& take) {
    return {{"file", nullptr}, {"take", take.recipe.take}, {"silent", true}, {"redraws", take.redraws.size()}};
}

}  // namespace

void TakeWriter::check_targets() const {
    if (to_stdout()) return;
    std::vector<fs::path> paths;
    const auto add = [&paths](const fs::path& sound) {
        paths.push_back(sound);
        paths.push_back(studio::side_car_path(sound));
    };
    for (std::size_t take = 1; take <= plan_.takes; ++take) {
        const fs::path sound = studio::take_path(plan_, take);
        add(sound);
        if (!options_.stems) continue;
        for (const fs::path& stem : studio::stem_paths(sound, plan_.recipe)) add(stem);
    }
    if (plan_.numbered) paths.push_back(studio::manifest_path(plan_));
    studio::check_writable(paths, options_.force);
}

void TakeWriter::write(std::size_t number, RenderedTake rendered) {
    const bool quiet = options_.common.quiet;
    written_ = number;
    note(silent_text(rendered.take), quiet);
    for (const RenderedSound& sound : rendered.sounds) warn_of_clipping(sound, quiet);
    if (rendered.sounds.empty()) {
        note("nothing written; --allow-silent writes a silent file", quiet);
        list_.push_back(silent_row(rendered.take));
    } else if (to_stdout()) {
        write_stdout(rendered.sounds.front().file.text());
    } else {
        std::vector<studio::OutputFile> files;
        for (RenderedSound& sound : rendered.sounds) {
            files.push_back(std::move(sound.file));
            files.push_back(std::move(sound.side_car));
            list_.push_back(std::move(sound.row));
        }
        studio::write_files(files, options_.force);
        note(written_text(files.front().path, rendered.take, rendered.mix), quiet);
        warn_of_cut(files.front().path, rendered.mix, quiet);
        warn_of_stop(rendered.take, quiet);
    }
    // The manifest grows with every take: written after each it would cost the square of their number.
    constexpr std::size_t share = 16;
    if (plan_.numbered && (number - listed_) * share >= number) {
        write_manifest();
        listed_ = number;
    }
}

Json TakeWriter::report() const {
    Json report{{"schema", 1}, {"program", "synovia"}, {"version", SYNOVIA_VERSION}, {"presets", options_.presets}};
    report["vary"] = plan_.share;
    report["joints"] = plan_.new_joints ? "new" : "same";
    report["joint_seed"] = plan_.recipe.joint_seed;
    report["seed"] = plan_.recipe.seed;
    report["files"] = list_;
    return report;
}

void TakeWriter::write_manifest() {
    const bool ours = listed_ > 0;
    studio::write_files(std::vector<studio::OutputFile>{{studio::manifest_path(plan_), studio::json_text(report())}},
                        options_.force || ours);
}

void TakeWriter::finish() {
    if (plan_.numbered && written_ > 0) {
        if (listed_ < written_) write_manifest();
        note("wrote " + studio::manifest_path(plan_).string(), options_.common.quiet);
    }
    if (options_.common.json) write_stdout(studio::json_text(report()));
}

}  // namespace synovia::cli
