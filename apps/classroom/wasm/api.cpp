// The page's door to the solver: C functions over one scenario, one run and one live pull. Texts stay valid until the
// next call that returns one, numbers until the next run or block. Functions that can fail return less than 0 and leave
// the reason in syn_error().
#include <algorithm>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "apps/classroom/wasm/glance.hpp"
#include "apps/classroom/wasm/json.hpp"
#include "apps/classroom/wasm/live_pull.hpp"
#include "apps/classroom/wasm/report.hpp"
#include "apps/classroom/wasm/table.hpp"
#include "apps/studio/draw_index.hpp"
#include "audio/core/listening.hpp"
#include "audio/core/render.hpp"
#include "solver/dissolution.hpp"
#include "solver/draw.hpp"
#include "solver/emission.hpp"
#include "solver/kinds.hpp"
#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "solver/summary.hpp"

namespace synovia::classroom {
namespace {

/// Everything the page works on.
struct Desk {
    Scenario scenario;
    std::optional<Trajectory> run;
    std::optional<Summary> summary;  ///< of the run
    std::unique_ptr<LivePull> pull;
    ResidualBubble left;  ///< in the joint since the run
    std::vector<double> rows, pocket_rows;
    std::vector<float> samples;
    std::string text, error;
};

Desk& desk() {
    static Desk desk;
    return desk;
}

/// The kind of this name; the first there is for a name that is none.
const KindRow& row_named(std::string_view name) {
    for (const KindRow& row : kinds())
        if (row.name == name) return row;
    return kinds().front();
}

const char* say(std::string text) {
    desk().text = std::move(text);
    return desk().text.c_str();
}

/// The result of `work`, or -1 with the exception's text.
template <class Work>
int guarded(Work work) {
    try {
        return work();
    } catch (const std::exception& e) {
        desk().error = e.what();
        return -1;
    }
}

/// "L3-L4 L4-L5", in any order; false for a name that is none.
bool read_levels(std::string_view text, LevelSet& set) {
    set = {};
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        const auto found = std::find(spine_level_names.begin(), spine_level_names.end(), word);
        if (found == spine_level_names.end()) return false;
        set[static_cast<std::size_t>(found - spine_level_names.begin())] = true;
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    return true;
}

/// Sets one member from a number and a text, of which its type takes one.
struct Assign {
    Scenario& scenario;
    double value;
    std::string_view text;

    bool operator()(const ChoiceAccess& a) const {
        for (std::size_t i = 0; i < a.names.size(); ++i)
            if (a.names[i] == text) return a.set(scenario, static_cast<int>(i)), true;
        return false;
    }
    bool operator()(const MemberAccess<bool>& a) const { return a(scenario) = value != 0.0, true; }
    bool operator()(const MemberAccess<std::string>& a) const { return a(scenario) = text, true; }
    /// No lever of the page is a list: it can only be emptied.
    bool operator()(const MemberAccess<std::vector<double>>& a) const { return a(scenario).clear(), text.empty(); }
    bool operator()(const MemberAccess<LevelSet>& a) const { return read_levels(text, a(scenario)); }
    bool operator()(const MemberAccess<double>& a) const { return a(scenario) = value, true; }
    bool operator()(const MemberAccess<std::optional<double>>& a) const {
        if (text == "none")
            a(scenario).reset();
        else
            a(scenario) = value;
        return true;
    }
};

int assign(std::string_view key, double value, std::string_view text) {
    const Parameter* p = find_parameter(key);
    if (p && std::visit(Assign{desk().scenario, value, text}, p->access)) return 0;
    desk().error = p ? std::string(key) + " has no choice \"" + std::string(text) + "\""
                     : "there is no parameter " + std::string(key);
    return -1;
}

/// Does the joint keep the bubble of a run, and of which gases?
bool remembers(const Scenario& s) { return row_of(s.kind).remembers && s.gas.model == GasModel::species; }

int take_samples(const std::vector<double>& samples) {
    desk().samples.assign(samples.begin(), samples.end());
    return static_cast<int>(samples.size());
}

int rows_of(const Trajectory& trajectory, double longest_gap) {
    desk().rows.clear();
    desk().pocket_rows.clear();
    append_rows(trajectory, longest_gap, desk().rows);
    append_pocket_rows(trajectory, longest_gap, desk().pocket_rows);
    return static_cast<int>(desk().rows.size()) / columns;
}

/// From where in the body it is made to the head, without the time that the sound of the middle takes on the way: the
/// page hears a pop when it happens.
std::vector<audio::Path> paths(const Emitter& e, const Scenario& s) {
    const audio::Hearing hearing{s.listener.distance, {e.gain, 0.0}, e.medium.sound_speed};
    return audio::paths({e.place[0], e.place[1], e.place[2]}, audio::ears(audio::Listening::mono, s.listener.distance),
                        hearing);
}

int render_run(const Trajectory& run, double rate_hz, const audio::TimeLine& line) {
    const std::vector<Emitter> runs = emission(run, audio::max_panel_s(rate_hz));
    std::vector<audio::Monopole> emitters;
    for (const Emitter& e : runs) emitters.push_back({e.time, e.weighted_strength, paths(e, run.scenario())});
    audio::Renderer renderer(rate_hz, body_response(run.scenario().listener));
    return take_samples(renderer.render(emitters, line).samples);
}

}  // namespace
}  // namespace synovia::classroom

using namespace synovia;
using namespace synovia::classroom;

#define SYNOVIA_API extern "C" __attribute__((used, visibility("default")))

SYNOVIA_API int syn_columns() { return columns; }
SYNOVIA_API const char* syn_error() { return desk().error.c_str(); }
SYNOVIA_API const double* syn_rows() { return desk().rows.data(); }
SYNOVIA_API const double* syn_pocket_rows() { return desk().pocket_rows.data(); }
SYNOVIA_API const float* syn_samples() { return desk().samples.data(); }

/// Parameters of all kinds, with the defaults of this one.
SYNOVIA_API const char* syn_table(const char* kind) { return say(table_json(row_named(kind).defaults())); }

/// Starts a scenario from the defaults of its kind, as presets write it.
SYNOVIA_API void syn_reset(const char* kind) { desk().scenario = row_named(kind).defaults(); }

/// `text` for choices, paths and levels (parted by blanks), "none" to clear an optional number; else the number counts
/// (flags: not 0).
SYNOVIA_API int syn_set(const char* key, double value, const char* text) { return assign(key, value, text); }

/// The points of pressure.table, one after the other.
SYNOVIA_API void syn_add_table_point(double time_s, double pressure_pa) {
    desk().scenario.pressure.table_time.push_back(time_s);
    desk().scenario.pressure.table_pressure.push_back(pressure_pa);
}

SYNOVIA_API const char* syn_values() { return say(values_json(desk().scenario)); }

/// Everything wrong with the scenario: a list of {key, message}.
SYNOVIA_API const char* syn_problems() {
    JsonText list('[');
    for (const Problem& p : validate(desk().scenario))
        list.item(JsonText('{').add("key", std::string_view(p.key)).add("message", std::string_view(p.message)).done());
    return say(list.done());
}

/// Draws what the scenario leaves to chance, as the command does with --joint-seed and --seed. Precondition: no
/// problems.
SYNOVIA_API void syn_draw(double joint_seed, double take_seed) {
    const auto seed = [](double number) {
        return studio::seed_of({static_cast<std::uint64_t>(number), studio::draw_index(1, 0, 0)});
    };
    desk().scenario = draw_take(draw_joint(desk().scenario, seed(joint_seed)), seed(take_seed));
}

/// Simulates; 0, or -1 when the scenario is refused.
SYNOVIA_API int syn_simulate(int step_limit) {
    return guarded([&] {
        desk().run = simulate(desk().scenario, static_cast<std::size_t>(step_limit));
        desk().summary = summarise(*desk().run);
        return 0;
    });
}

SYNOVIA_API const char* syn_report() { return say(desk().run ? report_json(*desk().run, *desk().summary) : "null"); }

/// The run's curve: number of rows, each of syn_columns() numbers at syn_rows().
SYNOVIA_API int syn_curve(double longest_gap_s) { return desk().run ? rows_of(*desk().run, longest_gap_s) : 0; }

/// How many pockets the run's joint has; if more than one, syn_pocket_rows() has two numbers of each for every row.
SYNOVIA_API int syn_pockets() { return desk().run ? static_cast<int>(desk().run->pocket_shares().size()) : 0; }

/// The run's sound [Pa]: number of samples at syn_samples(), or -1.
SYNOVIA_API int syn_render(double rate_hz, double start_s, double duration_s) {
    return guarded([&] { return desk().run ? render_run(*desk().run, rate_hz, {start_s, duration_s}) : 0; });
}

/// The joint is let go after the run: the radius of the bubble that it leaves [m]; 0: none is left.
SYNOVIA_API double syn_rest_begin() {
    desk().left = {};
    if (!desk().run || !remembers(desk().run->scenario())) return 0.0;
    const Trajectory& run = *desk().run;
    desk().left = residual_bubble(run.scenario(), run.at(run.end_time()).gas_mol);
    return desk().left.radius;
}

/// And its radius when the joint has rested for so much longer.
SYNOVIA_API double syn_rest_pass(double seconds) {
    if (desk().run && desk().left.radius > 0.0) desk().left = dissolved(desk().run->scenario(), desk().left, seconds);
    return desk().left.radius;
}

/// Takes hold of the joint of the scenario: 0, or -1.
SYNOVIA_API int syn_pull_begin(double rate_hz) {
    return guarded([&] {
        desk().pull = std::make_unique<LivePull>(desk().scenario, rate_hz);
        return 0;
    });
}
SYNOVIA_API double syn_pull_block_s() { return desk().pull ? desk().pull->block_s() : 0.0; }
SYNOVIA_API double syn_pull_lag_s() { return desk().pull ? desk().pull->lag_s() : 0.0; }

/// One block: number of rows at syn_rows(), its sound at syn_samples(), itself as the run of syn_report(); or -1.
SYNOVIA_API int syn_pull_advance(double position_m, double velocity_m_s) {
    return guarded([&] {
        if (!desk().pull) return 0;
        desk().run = desk().pull->advance(position_m, velocity_m_s);
        take_samples(desk().pull->samples());
        const int rows = rows_of(*desk().run, desk().pull->block_s() / 4.0);
        desk().summary = glance(*desk().run, desk().rows);
        return rows;
    });
}
