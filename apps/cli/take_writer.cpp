#include "apps/cli/take_writer.hpp"

#include <utility>
#include <vector>

#include "apps/cli/console/console.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/json_text.hpp"
#include "apps/studio/output_file.hpp"
#include "apps/studio/side_car.hpp"
#include "apps/studio/sound_output.hpp"
#include "apps/studio/why_silent.hpp"
#include "audio/core/true_peak.hpp"
#include "audio/file/memory_file.hpp"
#include "audio/file/sound_file.hpp"

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

std::string written_text(const RenderedSound& rendered) {
    const studio::Recipe& recipe = rendered.recipe;
    const studio::Sound& sound = rendered.sound;
    const double seconds = static_cast<double>(sound.frames()) / sound.signal.sample_rate_hz;
    std::string text = "wrote " + rendered.path.string() + ": " + studio::with_prefix(seconds, "s") + ", ";
    text += std::to_string(recipe.sample_rate_hz) + " Hz " + std::string(audio::to_text(recipe.encoding));
    if (sound.silent) return text + ", silent";
    const double peak_pa = audio::true_peak(sound.signal) / sound.gain_fs_per_pa;
    return text + ", peak " + studio::sound_pressure(peak_pa) + " (" +
           studio::peak_level_text(peak_pa, recipe.parts.front().scenario.kind) +
           "), full scale = " + studio::sound_pressure(1.0 / sound.gain_fs_per_pa);
}

/// What of the sound a duration has cut off, where anybody could hear it.
void warn_of_cut(const RenderedSound& rendered, bool quiet) {
    constexpr double inaudible_db = -60.0;
    const double left_out_db = rendered.sound.cut.left_out_db;
    if (!(left_out_db > inaudible_db)) return;
    const std::string where = rendered.path.string() + ": the sound goes on behind the end of the file; ";
    if (left_out_db >= 0.0) return warn(where + "its loudest instant is cut off", quiet);
    warn(where + "what was faded and cut off reaches " + studio::decibel_text(left_out_db) + " of its peak", quiet);
}

/// Which runs end in the middle of their sound, as a source that is switched off.
void warn_of_stop(const studio::DrawnTake& take, bool quiet) {
    for (std::size_t i = 0; i < take.runs.size(); ++i)
        for (const Warning& warning : take.runs[i].summary.warnings)
            if (cuts_short(warning.limit)) warn(take.recipe.parts[i].name + ": " + warning.text, quiet);
}

void warn_of_clipping(const RenderedSound& sound, bool quiet) {
    const std::size_t count = audio::clipped_samples(sound.sound.signal, sound.recipe.encoding);
    if (count > 0)
        warn(sound.path.string() + ": " + std::to_string(count) +
                 " samples lie beyond full scale and were clipped; choose another --level",
             quiet);
}

/// A WAV file has its lengths in front, and a pipe does not go back: the bytes are collected first.
void pipe(const RenderedSound& sound) {
    audio::MemoryFile file;
    studio::encode_sound(sound.recipe, sound.sound, file);
    write_stdout({reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()});
}

void save(const RenderedTake& rendered, bool force) {
    std::vector<studio::OutputFile> files;
    for (const RenderedSound& sound : rendered.sounds) {
        files.emplace_back(sound.path,
                           [&sound](audio::ByteFile& file) { studio::encode_sound(sound.recipe, sound.sound, file); });
        files.emplace_back(studio::side_car_path(sound.path), sound.side_car);
    }
    studio::write_files(files, force);
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
        pipe(rendered.sounds.front());
    } else {
        save(rendered, options_.force);
        for (RenderedSound& sound : rendered.sounds) list_.push_back(std::move(sound.row));
        note(written_text(rendered.sounds.front()), quiet);
        warn_of_cut(rendered.sounds.front(), quiet);
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
