#include "apps/studio/side_car.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <vector>

#include "apps/preset/file.hpp"
#include "apps/preset/json_reader.hpp"
#include "apps/preset/keys.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/name.hpp"
#include "apps/preset/suggestion.hpp"
#include "apps/preset/text.hpp"
#include "apps/preset/write.hpp"
#include "apps/studio/json_text.hpp"
#include "solver/facet_name.hpp"
#include "solver/kinds.hpp"

namespace synovia::studio {
namespace {

using Json = nlohmann::ordered_json;

constexpr double farthest_m = 1000.0;
constexpr auto most_takes = std::uint64_t{0xFFFF'FFFF};  // draw_index() tells them apart

[[noreturn]] void refuse(const std::string& file, const std::string& key, const std::string& message) {
    throw preset::Error({{file, 0, 0, key, message}});
}

/// Typed access to the settings of a side-car that names file and key when a value does not fit. Absent and null are
/// the same: nothing was chosen.
class Settings {
public:
    Settings(const Json& json, std::string file, std::string section)
        : json_(json), file_(std::move(file)), section_(std::move(section)) {
        if (!json_.is_object()) refuse(file_, section_, "is not an object");
    }

    /// Leaves the target alone where the key is absent.
    template <class T>
    void read(const char* key, T& target) const {
        const Json* found = find(key);
        if (found == nullptr) return;
        if (!fits<T>(*found)) refuse(file_, section_ + "." + key, "is of the wrong type: " + shown(*found));
        target = found->get<T>();
    }
    template <class T>
    void read_in_range(const char* key, T& target, T low, T high) const {
        read(key, target);
        if (target >= low && target <= high) return;
        refuse(file_, section_ + "." + key,
               Json(target).dump() + " is not between " + Json(low).dump() + " and " + Json(high).dump());
    }
    /// A length of time that may be absent but not nothing [s].
    void read_length(const char* key, std::optional<double>& target, double most) const {
        double value = 0.0;
        if (find(key) == nullptr) return;
        read(key, value);
        if (!(value > 0.0 && value <= most))
            refuse(file_, section_ + "." + key,
                   Json(value).dump() + " is not above 0 and at most " + Json(most).dump());
        target = value;
    }
    /// Three coordinates [m].
    void read_place(const char* key, audio::Place& target) const {
        const Json* found = find(key);
        if (found == nullptr) return;
        const auto within = [](const Json& x) { return x.is_number() && std::abs(x.get<double>()) <= farthest_m; };
        if (!found->is_array() || found->size() != 3 || !std::ranges::all_of(*found, within))
            refuse(file_, section_ + "." + key,
                   "is not three numbers from -1000 to 1000 (right, away from the listener, up): " + shown(*found));
        target = {(*found)[0].get<double>(), (*found)[1].get<double>(), (*found)[2].get<double>()};
    }
    /// Reads a text and hands it to `parse`, whose complaint gets file and key.
    template <class T, class Parse>
    void read_as(const char* key, T& target, Parse parse) const {
        if (find(key) == nullptr) return;
        std::string text;
        read(key, text);
        try {
            target = parse(text);
        } catch (const std::exception& error) {
            refuse(file_, section_ + "." + key, error.what());
        }
    }

    /// What stands there as it is; null where it does not.
    const Json* find(const char* key) const {
        asked_.insert(key);
        const auto found = json_.find(key);
        return found == json_.end() || found->is_null() ? nullptr : &*found;
    }
    /// These are read elsewhere.
    void know(std::span<const std::string_view> keys) const { asked_.insert(keys.begin(), keys.end()); }
    /// After all was asked for that may stand there, but for what is read `elsewhere`.
    void refuse_others(std::span<const std::string_view> elsewhere = {}) const {
        know(elsewhere);
        const std::vector<std::string_view> known(asked_.begin(), asked_.end());
        for (const auto& [key, value] : json_.items())
            if (!asked_.contains(key))
                refuse(file_, (section_.empty() ? "" : section_ + ".") + preset::printable(key),
                       "unknown key" + preset::suggestion(key, known));
    }

private:
    static std::string shown(const Json& value) { return preset::printable(value.dump(-1, ' ', true)); }
    template <class T>
    static bool fits(const Json& value) {
        if constexpr (std::is_same_v<T, std::string>)
            return value.is_string();
        else if constexpr (std::is_same_v<T, double>)
            return value.is_number();
        else if constexpr (std::is_same_v<T, int>)
            return value.is_number_integer() && std::abs(value.get<double>()) < 1e9;
        else
            return value.is_number_unsigned();
    }

    const Json& json_;
    std::string file_;
    std::string section_;
    mutable std::set<std::string, std::less<>> asked_;
};

Json settings_json(const Recipe& recipe) {
    Json json{{"sample_rate_hz", recipe.sample_rate_hz},
              {"encoding", audio::to_text(recipe.encoding)},
              {"level", audio::to_text(recipe.level)},
              {"duration_s", recipe.duration_s ? Json(*recipe.duration_s) : Json()},
              {"seed", recipe.seed},
              {"take", recipe.take},
              {"joint_seed", recipe.joint_seed},
              {"joint", recipe.joint}};
    if (!recipe.texts.date.empty()) json["date"] = recipe.texts.date;
    for (const auto& [key, value] : recipe.texts.pairs) json["metadata"][key] = value;
    if (recipe.alignment)
        json["alignment"] = {{"start_time_s", recipe.alignment->start_time_s},
                             {"samples", recipe.alignment->samples},
                             {"gain_fs_per_pa", recipe.alignment->gain_fs_per_pa},
                             {"fade_samples", recipe.alignment->fade_samples}};
    return json;
}

void read_texts(FileTexts& texts, const Settings& settings, const std::string& file) {
    settings.read_as("date", texts.date, parse_date);
    const Json* pairs = settings.find("metadata");
    if (pairs == nullptr) return;
    const auto is_text = [](const Json& value) { return value.is_string(); };
    if (!pairs->is_object() || !std::ranges::all_of(*pairs, is_text))
        refuse(file, "render.metadata", "is not an object of texts");
    for (const auto& [key, value] : pairs->items()) texts.pairs.emplace_back(key, value.get<std::string>());
    try {
        require_writable(texts);
    } catch (const std::invalid_argument& error) {
        refuse(file, "render.metadata", error.what());
    }
}

Alignment read_alignment(const Json& json, const std::string& file) {
    const Settings settings(json, file, "render.alignment");
    Alignment alignment;
    constexpr auto most = static_cast<std::uint64_t>(longest_sound_s * highest_rate_hz);
    settings.read_in_range("start_time_s", alignment.start_time_s, -1.0, longest_sound_s);
    settings.read_in_range("samples", alignment.samples, std::uint64_t{0}, most);
    settings.read_in_range("gain_fs_per_pa", alignment.gain_fs_per_pa, 1e-15, 1e15);
    settings.read_in_range("fade_samples", alignment.fade_samples, std::uint64_t{0}, most);
    settings.refuse_others();
    return alignment;
}

void read_settings(Recipe& recipe, const Json& json, const std::string& file) {
    const Settings settings(json, file, "render");
    settings.read_in_range("sample_rate_hz", recipe.sample_rate_hz, lowest_rate_hz, highest_rate_hz);
    settings.read_as("encoding", recipe.encoding, audio::parse_encoding);
    settings.read_as("level", recipe.level, audio::parse_level);
    try {
        audio::require_holds(recipe.encoding, recipe.level);
    } catch (const std::invalid_argument& error) {
        refuse(file, "render.level", error.what());
    }
    settings.read_length("duration_s", recipe.duration_s, longest_sound_s);
    if (recipe.duration_s && !holds_a_sample(*recipe.duration_s, recipe.sample_rate_hz))
        refuse(file, "render.duration_s", Json(*recipe.duration_s).dump() + " is shorter than a sample");
    settings.read("seed", recipe.seed);
    settings.read_in_range("take", recipe.take, std::uint64_t{0}, most_takes);
    recipe.joint_seed = recipe.seed;
    settings.read("joint_seed", recipe.joint_seed);
    settings.read_in_range("joint", recipe.joint, std::uint64_t{0}, most_takes);
    read_texts(recipe.texts, settings, file);
    if (const Json* alignment = settings.find("alignment")) recipe.alignment = read_alignment(*alignment, file);
    settings.refuse_others();
}

Json part_json(const Part& part) {
    Json json{{"name", part.name},
              {"start_s", part.start_s},
              {"place_m", {part.place.x, part.place.y, part.place.z}},
              {"about", preset::to_json(part.about)},
              {"scenario", preset::to_json(part.scenario)}};
    if (part.facet) json["facet"] = facet_name(*part.facet);
    return json;
}

std::size_t parse_facet(const std::string& name) {
    if (const auto facet = find_facet(name)) return *facet;
    throw std::invalid_argument(preset::in_quotes(name) + " is no facet like " + preset::in_quotes(facet_name(12)));
}

/// What stands beside one joint, or the list of several.
constexpr std::array<std::string_view, 5> file_keys{"schema", "program", "version", "render", "result"};
/// What the loader reads of a joint.
constexpr std::array<std::string_view, 2> loader_keys{"about", "scenario"};

/// What a joint has beside its scenario; `whole_file`: it is all that the side-car holds.
void read_part_settings(Part& part, const Json& json, const std::string& file, bool whole_file) {
    const Settings settings(json, file, "joint");
    settings.read("name", part.name);
    if (const auto wrong = preset::refuse_name(part.name)) refuse(file, "joint.name", *wrong);
    settings.read_in_range("start_s", part.start_s, 0.0, longest_sound_s);
    settings.read_place("place_m", part.place);
    if (settings.find("facet") != nullptr && !row_of(part.scenario.kind).has_facets)
        refuse(file, "joint.facet", "belongs to a spine, and this is none");
    settings.read_as("facet", part.facet, parse_facet);
    if (whole_file) settings.know(file_keys);
    settings.refuse_others(loader_keys);
}

/// The side-car of several joints that is being read.
struct Car {
    const std::string& path;
    const preset::KeyPlaces& places;
    const std::string& stem;
    std::span<const std::string> overrides;
};

Part read_part(const Json& json, const std::string& within, const Car& car) {
    const std::string label = car.path + " " + within;
    if (!json.is_object()) refuse(label, "", "is not an object");
    preset::Loaded loaded = preset::load_document(preset::sidecar_document(json, within, car.places, label),
                                                  preset::search_dirs(), car.overrides);
    Part part{car.stem, std::move(loaded.about), std::move(loaded.scenario)};
    read_part_settings(part, json, label, false);
    return part;
}

std::vector<Part> read_joints(const Json& json, const Car& car) {
    const Settings settings(json, car.path, "");
    const Json* joints = settings.find("joints");
    settings.refuse_others(file_keys);
    if (joints == nullptr || !joints->is_array() || joints->empty())
        refuse(car.path, "joints", "is not a list of joints");
    if (joints->size() > most_joints)
        refuse(car.path, "joints",
               "are " + std::to_string(joints->size()) + ", " + std::to_string(most_joints) + " are allowed");
    std::vector<Part> parts;
    for (const Json& joint : *joints)
        parts.push_back(read_part(joint, "joints[" + std::to_string(parts.size()) + "]", car));
    return parts;
}

}  // namespace

Json side_car_json(const Recipe& recipe) {
    Json json = schema_json();
    if (recipe.parts.size() == 1) {
        json.update(part_json(recipe.parts.front()));
    } else {
        json["joints"] = Json::array();
        for (const Part& part : recipe.parts) json["joints"].push_back(part_json(part));
    }
    json["render"] = settings_json(recipe);
    return json;
}

std::string side_car_text(const Recipe& recipe, const Json& result) {
    Json json = side_car_json(recipe);
    json["result"] = result;
    return json_text(json);
}

std::filesystem::path side_car_path(std::filesystem::path sound) { return sound.replace_extension(".json"); }

bool is_side_car(const std::string& path) { return std::filesystem::path(path).extension() == ".json"; }

Recipe read_side_car(const std::string& path, std::span<const std::string> overrides) {
    const std::string stem = preset::plain_name(std::filesystem::path(path).stem().string());
    preset::KeyPlaces places;
    const Json json = preset::read_own_json(preset::read_text(path), path, places);
    Recipe recipe;
    if (json.contains("joints")) {
        recipe.parts = read_joints(json, {path, places, stem, overrides});
    } else {
        // Through the file once more, for the place of whatever is wrong in it.
        preset::Loaded loaded = preset::load(path, preset::search_dirs(), overrides);
        recipe.parts.push_back({stem, std::move(loaded.about), std::move(loaded.scenario)});
        read_part_settings(recipe.parts.front(), json, path, true);
    }
    if (json.contains("render")) read_settings(recipe, json["render"], path);
    return recipe;
}

}  // namespace synovia::studio
