// synovia spine: which facet joints pop, and why the others do not; a population; what people say, put to the test.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/load.hpp"
#include "apps/cli/spine/facet_table.hpp"
#include "apps/cli/spine/spine_reports.hpp"
#include "apps/cli/spine/spine_script.hpp"
#include "apps/cli/wrap.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/in_order.hpp"
#include "apps/studio/json_text.hpp"
#include "apps/studio/output_file.hpp"
#include "apps/studio/population.hpp"
#include "apps/studio/spine_json.hpp"
#include "solver/kinds.hpp"
#include "solver/simulate.hpp"

namespace synovia::cli {
namespace {

using Json = nlohmann::ordered_json;

void check_options(const SpineOptions& options) {
    if (options.draws && options.statements)
        throw Failure(ExitCode::usage, "--statements: has populations of its own, --draws does not go with it");
    if (options.output.empty()) return;
    format_of(options.output);  // refuses other endings
    if (options.draws || options.statements)
        throw Failure(ExitCode::usage, "--output: is the picture of one run, neither of --draws nor of --statements");
    if (options.output == "-" && options.common.json)
        throw Failure(ExitCode::usage, "--output -: standard output cannot take the picture and --format json");
    if (options.output != "-")
        studio::check_writable(std::vector<std::filesystem::path>{options.output}, options.force);
}

preset::Loaded load_spine(const SpineOptions& options) {
    preset::Loaded loaded = load_scenario(options.preset, options.scenario, options.common.quiet);
    if (row_of(loaded.scenario.kind).has_facets) return loaded;
    throw Failure(ExitCode::usage, "spine: " + loaded.name + " is of kind " +
                                       std::string(row_of(loaded.scenario.kind).name) +
                                       ", not spine; thrust-l45 is one that is");
}

constexpr std::size_t longest_title = 120;  // bytes that a picture has room for

void tell(const SpineOptions& options, const std::string& text, const Json& json) {
    if (options.common.json)
        write_stdout(studio::json_text(json));
    else
        print(text);
}

std::string facets_text(const preset::Loaded& loaded, const SpineRun& run) {
    const Spine& spine = loaded.scenario.spine;
    return loaded.name + ": " + action_text(spine) + ": " + pops_text(run.pops()) + "\n" + facet_table(run) +
           "Times count from the " + origin_text(spine) + ", levels are those at 0.3 m.\n" + indented(warning_signs, 0);
}

/// The picture goes to a file, or takes the place of the table on standard output.
void draw(const SpineOptions& options, const preset::Loaded& loaded, const Trajectory& trajectory) {
    const FigureFormat format = format_of(options.output);
    const std::string title = loaded.about.title.empty() ? loaded.name : loaded.about.title;
    const std::string picture =
        drawn(spine_script(make_spine_figure(preset::printable(title, longest_title), trajectory), format), format);
    if (options.output == "-") return write_stdout(picture);
    studio::write_files(std::vector<studio::OutputFile>{{options.output, picture}}, options.force);
    note("wrote " + options.output, options.common.quiet);
}

void tell_facets(const SpineOptions& options, const preset::Loaded& loaded) {
    const Trajectory trajectory = simulate(loaded.scenario);
    const studio::Ending ending = studio::ending_of(trajectory);
    const SpineRun& run = *trajectory.spine;
    if (run.traces.empty()) require_finished(loaded.name, ending);  // the chain stopped: no facet has an answer
    const std::string text = facets_text(loaded, run);
    if (options.output == "-")
        note(text, options.common.quiet);
    else
        tell(options, text,
             {{"outcome", name(trajectory.outcome)},
              {"start_s", run.start},
              {"pops", run.pops()},
              {"facets", studio::facets_json(run)},
              {"warning_signs", warning_signs}});
    require_finished(loaded.name, ending);
    if (!options.output.empty()) draw(options, loaded, trajectory);
}

/// Those who were not lost on the way. Throws Failure(solver) where nobody is left.
std::size_t counted(const std::vector<Subject>& subjects, const preset::Loaded& loaded, bool quiet) {
    const auto lost = static_cast<std::size_t>(std::ranges::count(subjects, true, &Subject::failed));
    if (lost == subjects.size())
        throw Failure(ExitCode::solver, loaded.name + ": the solver could not finish a single subject");
    if (lost > 0) warn(std::to_string(lost) + " subjects, whom the solver could not finish, are left out", quiet);
    return subjects.size() - lost;
}

void tell_population(const SpineOptions& options, const preset::Loaded& loaded) {
    const std::uint64_t seed = options.scenario.seed.value_or(1);
    Progress progress(*options.draws, options.common.quiet);
    const auto subjects = studio::simulate_population(loaded.scenario, seed, *options.draws, studio::all_cores(),
                                                      [&] { progress.advance(); });
    erase_line();
    const std::size_t left = counted(subjects, loaded, options.common.quiet);
    const auto rates = population_rates(loaded.scenario.spine, subjects);
    tell(options,
         loaded.name + ": " + action_text(loaded.scenario.spine) + ": " + std::to_string(left) + " subjects, seed " +
             std::to_string(seed) + "\n" + rates_table(rates) + indented(warning_signs, 0),
         {{"rates", studio::rates_json(rates)}, {"subjects", left}});
}

Json statement_json(const SpineStatement& s) {
    return {{"says", s.says},   {"knob", s.knob},         {"run", s.run},
            {"model", s.model}, {"evidence", s.evidence}, {"agrees", s.agrees}};
}

void tell_statements(const SpineOptions& options, const preset::Loaded& loaded) {
    if (loaded.scenario.spine.kind != SpineKind::thrust)
        throw Failure(ExitCode::usage,
                      "--statements: are put to a thrust, " + loaded.name + " is another kind; thrust-l45 is one");
    Progress progress(spine_statement_count, options.common.quiet);
    Json list = Json::array();
    std::string text;
    studio::in_order(
        spine_statement_count, studio::all_cores(),
        [&](std::size_t number) { return spine_statement(loaded.scenario, number); },
        [&](std::size_t, const SpineStatement& statement) {
            list.push_back(statement_json(statement));
            text += statement_text(statement) + "\n";
            progress.advance();
        });
    erase_line();
    tell(options, text + indented(warning_signs, 0), {{"statements", list}});
}

}  // namespace

void run(const SpineOptions& options) {
    check_options(options);
    const preset::Loaded loaded = load_spine(options);
    if (options.statements) return tell_statements(options, loaded);
    if (options.draws) return tell_population(options, loaded);
    tell_facets(options, loaded);
}

}  // namespace synovia::cli
