// synovia measure: numbers of any sound file.
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/measure_keys.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/json_text.hpp"
#include "audio/file/calibration.hpp"
#include "audio/file/sound_file.hpp"
#include "audio/measure/measure.hpp"

namespace synovia::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<studio::KeyText, 17> keys{{
    {"file", "as given"},
    {"title", "found in the file"},
    {"sample_rate_hz", "of the file"},
    {"channels", "how many"},
    {"length_s", "of the file"},
    {"duration_s", "from 5 to 95 % of the energy; this and the next three are null for silence"},
    {"peak_frequency_hz", "where the spectrum is highest"},
    {"bandwidth_hz", "3 dB below that"},
    {"centroid_hz", "of the energy from 20 Hz to 20 kHz"},
    {"peak_dbfs", "largest sample of the loudest channel; null for silence"},
    {"true_peak_dbtp", "the same of the curve through the samples"},
    {"peak_pa", "that as a sound pressure; null where the file has no calibration"},
    {"peak_db_spl", "the same as a level re 20 uPa, as in air; re 1 uPa, as in water, it is 26.0 dB more"},
    {"channel_levels", "list of peak_dbfs and true_peak_dbtp of each channel"},
    {"measured_channel", "that with the most energy, from 1: duration, spectrum and pops are of it"},
    {"pops", "how many"},
    {"pop_times_s", "from the first sample"},
}};

Json or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(); }

Json channels_json(const audio::Measurement& measured) {
    Json list = Json::array();
    for (const audio::ChannelLevel& level : measured.channels)
        list.push_back(
            Json{{"peak_dbfs", or_null(level.peak_dbfs)}, {"true_peak_dbtp", or_null(level.true_peak_dbtp)}});
    return list;
}

Json measurement_json(const std::string& file, const audio::Decoded& decoded, const audio::Measurement& measured) {
    return {{"file", file},
            {"title", decoded.title},
            {"sample_rate_hz", measured.sample_rate_hz},
            {"channels", decoded.sound.channels},
            {"length_s", measured.length_s},
            {"duration_s", or_null(measured.duration_s)},
            {"peak_frequency_hz", or_null(measured.peak_frequency_hz)},
            {"bandwidth_hz", or_null(measured.bandwidth_hz)},
            {"centroid_hz", or_null(measured.centroid_hz)},
            {"peak_dbfs", or_null(measured.level.peak_dbfs)},
            {"true_peak_dbtp", or_null(measured.level.true_peak_dbtp)},
            {"peak_pa", or_null(measured.peak_pa)},
            {"peak_db_spl", or_null(measured.peak_db_spl)},
            {"channel_levels", channels_json(measured)},
            {"measured_channel", measured.channel + 1},
            {"pops", measured.pop_times_s.size()},
            {"pop_times_s", measured.pop_times_s}};
}

std::string line(const std::string& what, const std::string& value) {
    return "  " + what + std::string(16 - what.size(), ' ') + value + "\n";
}

/// A file of ours says in its comment what sounds in it: a free bubble is heard in its liquid.
bool heard_in_liquid(const audio::Decoded& decoded) {
    const auto says = [&](std::string_view words) { return decoded.comment.find(words) != std::string::npos; };
    return says(R"("program":"synovia")") && says(R"("kind":"bubble")");
}

/// Precondition: the file has a calibration, and sounds.
std::string pressure_text(const audio::Decoded& decoded, const audio::Measurement& measured) {
    const Kind kind = heard_in_liquid(decoded) ? Kind::bubble : Kind::joint;
    return studio::sound_pressure(*measured.peak_pa) + " (" + studio::peak_level_text(*measured.peak_pa, kind) + ")";
}

std::string levels_text(const audio::Decoded& decoded, const audio::Measurement& measured) {
    if (!measured.level.peak_dbfs) return line("peak", "none: every sample is zero");
    std::string text = line("peak", studio::decibel_text(*measured.level.peak_dbfs) + "FS");
    if (measured.level.true_peak_dbtp)
        text += line("true peak", studio::decibel_text(*measured.level.true_peak_dbtp) + "TP");
    if (measured.peak_pa) return text + line("sound pressure", pressure_text(decoded, measured));
    return text + line("sound pressure", "unknown: the file has no calibration");
}

std::string pops_text(const audio::Measurement& measured) {
    std::string text = std::to_string(measured.pop_times_s.size());
    constexpr std::size_t most_shown = 8;
    for (std::size_t i = 0; i < std::min(most_shown, measured.pop_times_s.size()); ++i)
        text += (i == 0 ? ", at " : ", ") + studio::with_prefix(measured.pop_times_s[i], "s");
    return line("pops", text + (measured.pop_times_s.size() > most_shown ? ", ..." : ""));
}

/// Why a figure is missing.
std::string nothing_moves(const audio::Measurement& measured) {
    if (!measured.level.peak_dbfs) return "none: every sample is zero";
    if (!measured.duration_s) return "none: the signal is constant";
    return "none between 20 Hz and 20 kHz";
}

/// The levels of each channel, and which one the figures are of.
std::string channels_text(const audio::Measurement& measured) {
    if (measured.channels.size() == 1) return "";
    std::string text;
    for (std::size_t c = 0; c < measured.channels.size(); ++c) {
        const auto& peak = measured.channels[c].true_peak_dbtp;
        text += line("channel " + std::to_string(c + 1),
                     (peak ? "true peak " + studio::decibel_text(*peak) + "TP" : std::string("every sample is zero")) +
                         (peak && c == measured.channel ? ", most energy: the figures above are of this one" : ""));
    }
    return text;
}

std::string measurement_text(const std::string& file, const audio::Decoded& decoded,
                             const audio::Measurement& measured) {
    const auto with_unit = [&](const std::optional<double>& value, const char* unit) {
        return value ? studio::with_prefix(*value, unit) : nothing_moves(measured);
    };
    std::string text = file + "\n";
    text += line("length", studio::with_prefix(measured.length_s, "s") + " at " +
                               std::to_string(std::llround(measured.sample_rate_hz)) +
                               " Hz, channels: " + std::to_string(decoded.sound.channels));
    text += line("duration", with_unit(measured.duration_s, "s") + " (90 % of the energy)");
    text += line("peak frequency", with_unit(measured.peak_frequency_hz, "Hz"));
    text += line("bandwidth", with_unit(measured.bandwidth_hz, "Hz") + " (-3 dB)");
    text += line("centroid", with_unit(measured.centroid_hz, "Hz"));
    return text + pops_text(measured) + channels_text(measured) + levels_text(decoded, measured);
}

}  // namespace

std::span<const studio::KeyText> measurement_keys() { return keys; }

void run(const MeasureOptions& options) {
    const audio::Decoded decoded = audio::decode_file(options.file);
    std::optional<double> full_scale;
    if (decoded.full_scale_db_spl) full_scale = audio::full_scale_pa(*decoded.full_scale_db_spl);
    const audio::Measurement measured = audio::measure(decoded.sound, full_scale);
    if (options.common.json) return write_stdout(studio::json_text(measurement_json(options.file, decoded, measured)));
    print(measurement_text(options.file, decoded, measured));
}

}  // namespace synovia::cli
