#include "apps/studio/score_file.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>

#include "apps/preset/json_reader.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/preset/name.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/human.hpp"

namespace synovia::studio {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::string& file, const std::string& key, const std::string& message) {
    throw preset::Error({{file, 0, 0, key, message}});
}

/// An evening of pulls is longer than any preset: 200 events a second.
std::string read_file(const std::string& path) {
    constexpr std::uintmax_t most_bytes = std::uintmax_t{1} << 28U;
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error) refuse(path, "", "cannot be read: " + error.message());
    if (size > most_bytes) refuse(path, "", "is larger than 256 MiB");
    std::ifstream in(path, std::ios::binary);
    std::string text(size, '\0');
    if (!in.read(text.data(), static_cast<std::streamsize>(size))) refuse(path, "", "cannot be read");
    return text;
}

double in_range(const Json& json, const char* key, double low, double high) {
    const double value = json.at(key).get<double>();
    if (!(value >= low && value <= high))
        throw std::out_of_range(std::string(key) + " must lie between " + significant(low, 9) + " and " +
                                significant(high, 9));
    return value;
}

std::uint64_t whole(const Json& json, const char* key) {
    if (!json.at(key).is_number_unsigned()) throw std::out_of_range(std::string(key) + " must be a whole number");
    return json.at(key).get<std::uint64_t>();
}

/// Scores that do not say it are older than the second ear.
audio::Listening listening(const Json& json) {
    if (!json.contains("listener")) return audio::Listening::mono;
    try {
        return audio::parse_listening(json.at("listener").get<std::string>());
    } catch (const std::invalid_argument& error) {
        throw std::out_of_range(error.what());
    }
}

/// Where the patch that is being read stands: its file, and the object in it.
struct PatchPlace {
    std::string label, within;
    const preset::KeyPlaces& places;
};

Patch read_patch(const Json& json, const PatchPlace& place, const Score& score) {
    Patch patch;
    patch.name = json.at("name").get<std::string>();
    if (const auto wrong = preset::refuse_name(patch.name)) throw std::out_of_range("name " + *wrong);
    patch.share = in_range(json, "vary", 0.0, 10.0);
    patch.seed = patch.joint_seed = whole(json, "seed");
    if (json.contains("joint_seed")) patch.joint_seed = whole(json, "joint_seed");
    patch.gain_per_pa = in_range(json, "gain_fs_per_pa", 0.0, 1e6);
    patch.sample_rate_hz = score.sample_rate_hz;
    patch.listening = score.listening;
    patch.scenario = preset::load_document(preset::sidecar_document(json, place.within, place.places, place.label),
                                           preset::search_dirs())
                         .scenario;
    return patch;
}

std::size_t patch_index(const Json& json, std::size_t patches) {
    const std::uint64_t index = whole(json, "patch");
    if (index >= patches) throw std::out_of_range("patch must be one of the list");
    return index;
}

std::array<double, 3> amounts(const Json& json, const char* key) {
    const auto values = json.at(key).get<std::array<double, 3>>();
    for (const double value : values)
        if (!(value >= 0.0 && value <= 1e9)) throw std::out_of_range(std::string(key) + " must be amounts from 0 up");
    return values;
}

/// Of a score without memory there is none. The radius of one bubble, which scores told before joints had pockets, is
/// too little to know what an earlier pull left.
JointStart left(const Json& json) {
    JointStart pockets;
    const Json old = json.value("residual_radius_m", Json());
    if (!old.is_null() && old != 0.0)
        throw std::out_of_range(
            "residual_radius_m is how an older synovia told the gas that an earlier pull left; such a score cannot be "
            "played as it was");
    if (!json.contains("left")) return pockets;
    if (!json.at("left").is_array()) throw std::out_of_range("left must be a list of pockets");
    for (const Json& pocket : json.at("left"))
        pockets.push_back({amounts(pocket, "gas_mol"), amounts(pocket, "dissolved_mol_m3"),
                           in_range(pocket, "layer_age_s", 1e-9, 1e9)});
    return pockets;
}

HandEvent hand(const Json& json) {
    HandEvent event{in_range(json, "position_m", -1.0, 1.0), in_range(json, "velocity_m_s", -1e3, 1e3),
                    json.at("last").get<bool>(), std::nullopt};
    if (json.contains("rise_time_s")) event.rise_time = in_range(json, "rise_time_s", 1e-6, 1e6);
    return event;
}

ScoreEvent read_event(const Json& json, std::size_t patches) {
    const std::string kind = json.at("kind").get<std::string>();
    const std::uint64_t frame = whole(json, "frame");
    if (kind == "pop")
        return {frame, PopEvent{patch_index(json, patches),
                                {whole(json, "take"), in_range(json, "velocity", 0.0, 1.0), left(json)}}};
    if (kind == "level")
        return {frame, LevelEvent{in_range(json, "level_dbfs", faded_out_dbfs, highest_score_level_dbfs)}};
    if (kind == "grasp")
        return {frame,
                GraspEvent{patch_index(json, patches), left(json), json.contains("take") ? whole(json, "take") : 1}};
    if (kind == "hand") return {frame, hand(json)};
    if (kind == "loss") return {frame, LossEvent{}};
    throw std::out_of_range("unknown kind " + preset::in_quotes(kind));
}

/// Puts a score together; where something is wrong, place() says where.
class ScoreReader {
public:
    explicit ScoreReader(std::string path) : path_(std::move(path)) {}

    void head(const Json& json) {
        place_ = "sample_rate_hz";
        whole(json, "sample_rate_hz");
        score_.sample_rate_hz = static_cast<int>(in_range(json, "sample_rate_hz", 44100, 384000));
        place_ = "listener";
        score_.listening = listening(json);
    }
    void frames(const Json& json) {
        place_ = "frames";
        score_.frames = whole(json, "frames");
        if (score_.frames > most_frames) throw std::out_of_range("frames must be below 2^30");
    }
    /// Keys of the patch stand at `places` behind `within`.
    void patch(const Json& json, const std::string& within, const preset::KeyPlaces& places) {
        place_ = "patches[" + std::to_string(score_.patches.size()) + "]";
        score_.patches.push_back(read_patch(json, {path_ + " " + place_, within, places}, score_));
    }
    void event(const Json& json) {
        place_ = "events[" + std::to_string(score_.events.size()) + "]";
        const ScoreEvent event = read_event(json, score_.patches.size());
        if (event.frame > most_frames) throw std::out_of_range("frame must be below 2^30");
        if (!score_.events.empty() && event.frame < score_.events.back().frame)
            throw std::out_of_range("begins before the event before it");
        require_playable(event);
        score_.events.push_back(event);
    }
    /// So much at once no session plays: it would be computed in vain.
    void require_playable(const ScoreEvent& event) {
        const bool pop = std::holds_alternative<PopEvent>(event.what);
        if (!pop && !std::holds_alternative<LevelEvent>(event.what)) return;
        if (event.frame != crowded_frame_) pops_at_once_ = orders_at_once_ = 0;
        crowded_frame_ = event.frame;
        pops_at_once_ += pop ? 1 : 0;
        if (pops_at_once_ > most_pops_at_once || ++orders_at_once_ > most_orders_at_once)
            throw std::out_of_range("begins with more others in the same frame than can be played");
        if (pop) pops_.push_back(event.frame);
        if (pops_.size() > most_pops_crowded &&
            event.frame < pops_[pops_.size() - 1 - most_pops_crowded] + crowd_frames)
            throw std::out_of_range("begins with more others within a few milliseconds than can be played");
    }
    void line(const Json& json, const preset::KeyPlaces& places) {
        if (json.contains("patch")) return patch(json.at("patch"), "patch", places);
        if (json.contains("event")) return event(json.at("event"));
        frames(json);
    }
    /// Of patches or events.
    const Json& list(const Json& json, const char* key) {
        place_ = key;
        const Json& all = json.at(key);
        if (!all.is_array()) throw std::out_of_range("is not a list");
        return all;
    }
    /// The sound of all that began before its last event is known.
    void end_of_journal() {
        score_.broken_off = true;
        if (!score_.events.empty()) score_.frames = std::max(score_.frames, score_.events.back().frame);
    }

    Score& score() { return score_; }
    const std::string& path() const { return path_; }
    const std::string& place() const { return place_; }
    void set_place(std::string place) { place_ = std::move(place); }

private:
    static constexpr std::uint64_t most_frames = 1U << 30U;
    /// A card that asks for blocks of 64 frames, the shortest there are, gets no more pops within the length of a fade.
    static constexpr std::size_t most_pops_crowded = 4 * most_pops_at_once;
    static constexpr std::uint64_t crowd_frames = 240;

    std::string path_, place_;
    std::uint64_t crowded_frame_ = 0;
    std::size_t pops_at_once_ = 0, orders_at_once_ = 0;
    std::vector<std::uint64_t> pops_;  // their frames
    Score score_;
};

void read_whole(ScoreReader& reader, const std::string& text) {
    preset::KeyPlaces places;
    const Json json = preset::read_own_json(text, reader.path(), places);
    reader.head(json);
    reader.frames(json);
    std::size_t number = 0;
    for (const Json& patch : reader.list(json, "patches"))
        reader.patch(patch, "patches[" + std::to_string(number++) + "]", places);
    for (const Json& event : reader.list(json, "events")) reader.event(event);
}

void read_journal(ScoreReader& reader, std::string_view text) {
    for (std::size_t number = 1, end = 0; (end = text.find('\n')) != std::string_view::npos; ++number) {
        reader.set_place("line " + std::to_string(number));
        const std::string_view line = text.substr(0, end);
        const std::string label = reader.path() + " " + reader.place();
        preset::KeyPlaces places;
        if (number == 1)
            reader.head(preset::read_own_json(line, label));
        else
            reader.line(preset::read_json(line, label, places), places);
        text.remove_prefix(end + 1);
    }
    reader.end_of_journal();
}

/// Its first line is an object of its own.
bool is_journal(std::string_view text) {
    try {
        const Json first = preset::read_json(text.substr(0, text.find('\n')), "");
        return first.is_object() && !first.contains("events");
    } catch (const preset::Error&) {
        return false;
    }
}

}  // namespace

Score read_score(const std::string& path) {
    ScoreReader reader(path);
    try {
        const std::string text = read_file(path);
        if (is_journal(text))
            read_journal(reader, text);
        else
            read_whole(reader, text);
    } catch (const Json::exception&) {
        refuse(path, reader.place(), "a value is missing or of the wrong kind");
    } catch (const std::out_of_range& error) {
        refuse(path, reader.place(), error.what());
    }
    return std::move(reader.score());
}

}  // namespace synovia::studio
