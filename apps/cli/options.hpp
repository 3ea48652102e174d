// What the command line asked for, as plain data: one struct per command.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "apps/studio/file_texts.hpp"

namespace synovia::cli {

struct CommonOptions {
    bool quiet = false;
    bool json = false;  ///< --format json
};

/// Text for stdout: --help and --version.
struct TextRequest {
    std::string text;
};

struct PresetsOptions {
    CommonOptions common;
    std::vector<std::string> presets;  ///< none: list all; one: print it; to be checked: any number
    bool check = false;                ///< say what is wrong with them
    bool keys = false;                 ///< list what can be set
    bool names = false;                ///< list names only
    bool levels = false;               ///< print the table of spine levels
};

inline constexpr const char* null_device = "null";  ///< --device: no sound, for tests and rehearsals

/// Which scenario, and what to change in it.
struct ScenarioOptions {
    std::vector<std::string> overrides;       ///< --set key=value
    std::optional<std::uint64_t> seed;        ///< default 1, or what a side-car says
    std::optional<std::uint64_t> joint_seed;  ///< default: the seed
    std::string vary;                         ///< "25%"; empty: as it stands
};

/// Where it is heard: in short for --set room.kind and --set listener.kind.
struct PlaceOptions {
    std::optional<std::string> room;
    std::optional<std::string> listener;
};

struct RenderOptions {
    CommonOptions common;
    ScenarioOptions scenario;
    std::vector<std::string> presets;
    std::string output;          ///< "-": standard output; empty: NAME.wav
    std::optional<int> rate_hz;  ///< default 48000, or what the side-car says; so for all below
    std::optional<std::string> encoding;
    std::optional<std::string> level;
    std::optional<std::string> duration;
    PlaceOptions place;
    std::optional<std::string> spacing;
    std::optional<double> velocity;  ///< 0 to 1, as the instrument's keys
    std::optional<bool> new_joints;  ///< for every take; default: where they vary
    int takes = 0;                   ///< -n; 0: one file without a number
    studio::FileTexts texts;         ///< replace what the side-car says where there are any
    bool stems = false;
    bool allow_silent = false;
    bool force = false;
};

struct SimulateOptions {
    CommonOptions common;
    ScenarioOptions scenario;
    std::string preset;
    std::string csv;                       ///< file or "-"; empty: none
    std::optional<double> sample_rate_hz;  ///< of the table; absent: the solver's own steps
    bool force = false;
};

struct PlotOptions {
    CommonOptions common;
    ScenarioOptions scenario;
    std::vector<std::string> presets;  ///< of several, one picture that compares them
    std::string output;                ///< .svg, .png or "-" (SVG); empty: NAME.svg or comparison.svg
    bool force = false;
};

struct RefractoryOptions {
    CommonOptions common;
    ScenarioOptions scenario;
    std::string preset;
    std::vector<double> minutes{0, 1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 480};
    std::string output;  ///< .svg or .png; empty: no picture
    bool force = false;
};

struct MeasureOptions {
    CommonOptions common;
    std::string file;
};

struct PlayOptions {
    CommonOptions common;
    ScenarioOptions scenario;
    std::vector<std::string> sounds;          ///< presets, side-cars, sound files, played one after the other
    std::optional<std::uint64_t> rounds = 1;  ///< absent: for ever
    std::string device;                       ///< name or index; empty: the default one
    std::optional<std::string> level;
    PlaceOptions place;
    bool list_devices = false;
    bool verbose = false;
};

struct LiveOptions {
    CommonOptions common;
    ScenarioOptions scenario;
    std::string preset = "knuckle-crack";
    std::string device;  ///< name or index; empty: the default one; "null": none
    PlaceOptions place;  ///< the listener alone
    std::string midi;    ///< part of the names of ports to listen to; empty: all, on a full screen; "none"
    std::string record;  ///< WAV file; empty: not kept
    std::string replay;  ///< what --record wrote beside it: render it again, to `output`
    std::string output;
    bool plain = false;
    bool memory = false;  ///< a joint that has popped is quiet until it has rested
    bool measure_latency = false;
    bool list_midi = false;
    bool force = false;
    bool verbose = false;
};

struct ClassroomOptions {
    CommonOptions common;
    std::string output = "synovia-classroom.html";
    bool open = true;
    bool force = false;
};

struct SpineOptions {
    CommonOptions common;
    ScenarioOptions scenario;
    std::string preset;
    std::optional<std::size_t> draws;  ///< subjects of a population; absent: one run
    bool statements = false;           ///< what people say instead
    std::string output;                ///< the picture, .svg, .png or "-" (SVG); empty: none
    bool force = false;
};

using Command = std::variant<TextRequest, PresetsOptions, RenderOptions, SimulateOptions, PlotOptions, MeasureOptions,
                             PlayOptions, LiveOptions, ClassroomOptions, SpineOptions, RefractoryOptions>;

}  // namespace synovia::cli
