#include "apps/cli/parse_tools.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "apps/cli/failure.hpp"
#include "apps/cli/values.hpp"
#include "apps/preset/suggestion.hpp"
#include "apps/preset/text.hpp"

namespace synovia::cli {
namespace {

std::vector<std::string_view> option_names(const CLI::App& app, std::vector<std::string>& storage) {
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) storage.push_back("--" + name);
    return {storage.begin(), storage.end()};
}

void refuse_leftovers(const CLI::App& app) {
    std::string problems;
    std::vector<std::string> storage;
    const auto names = option_names(app, storage);
    bool options_ended = false;
    for (const std::string& word : app.remaining()) {
        if (word == "--" && !std::exchange(options_ended, true)) continue;
        const bool option = word.size() > 1 && word.front() == '-' && !options_ended;
        const std::string name = word.substr(0, word.find('='));
        problems += option ? "unknown option " + preset::printable(name) + preset::suggestion(name, names)
                           : "unexpected argument " + preset::in_quotes(word);
        problems += '\n';
    }
    if (!problems.empty()) usage_failure(app.get_name(), problems.substr(0, problems.size() - 1));
}

/// What CLI11 objects to, in words of our own; those of a check are ours already.
std::string objection(const CLI::ParseError& error) {
    const std::string what = error.what();
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return what;
    const std::size_t at = std::min(what.find("--"), what.size());
    const std::string option = what.substr(at, what.find_first_of(": =", at) - at);
    const bool flag = dynamic_cast<const CLI::ConversionError*>(&error) != nullptr;
    return preset::printable(option) + (flag ? ": takes no value" : ": takes exactly one value");
}

}  // namespace

void usage_failure(const std::string& program, const std::string& message) {
    throw Failure(ExitCode::usage, message + "\n\"" + program + " --help\" tells more");
}

bool parse_words(CLI::App& app, std::span<const std::string> words) {
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    app.allow_extras();
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        return true;
    } catch (const CLI::ParseError& error) {
        usage_failure(app.get_name(), objection(error));
    }
    refuse_leftovers(app);
    return false;
}

void require(const CLI::App& app, bool given, const std::string& what) {
    if (!given) usage_failure(app.get_name(), "which " + what + "?");
}

void add_quiet(CLI::App& app, CommonOptions& common) {
    app.add_flag("--quiet", common.quiet, "say nothing but errors");
}

void add_common(CLI::App& app, CommonOptions& common) {
    add_quiet(app, common);
    app.add_option_function<std::string>(
           "--format", [&common](const std::string& format) { common.json = format == "json"; },
           "text (default) or json: what is printed on standard output")
        ->check([](const std::string& format) {
            const bool known = format == "text" || format == "json";
            return known ? std::string() : preset::in_quotes(format) + " is neither text nor json";
        })
        ->option_text("FORMAT");
}

void add_file(CLI::App& app, const std::string& names, std::string& target, const std::string& text,
              const std::string& kind) {
    app.add_option(names, target, text)->check(refuse_empty)->option_text(kind);
}

std::string refuse_empty(const std::string& name) { return name.empty() ? "an empty name is no file" : ""; }

void add_scenario(CLI::App& app, ScenarioOptions& scenario) {
    app.add_option("--set", scenario.overrides,
                   "change one parameter, for example traction.rise_time_s=80ms; may be given again")
        ->allow_extra_args(false)
        ->option_text("KEY=VALUE");
    app.add_option("--vary", scenario.vary,
                   "draw what differs between people anew, within this share of the preset's value, for example 25%")
        ->check([](const std::string& share) { return share.empty() ? "takes a share, for example 25%" : ""; })
        ->option_text("SHARE");
    add_value(app, "--seed", "N", "of the pull: what is left to chance in it, and the dither (default 1)",
              [&scenario](const std::string& text) { scenario.seed = parse_count("--seed", text, 0, UINT64_MAX); });
    add_value(app, "--joint-seed", "N", "of the joint: its pockets, and what --vary draws (default the seed)",
              [&scenario](const std::string& text) {
                  scenario.joint_seed = parse_count("--joint-seed", text, 0, UINT64_MAX);
              });
}

}  // namespace synovia::cli
