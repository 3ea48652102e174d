// What the options of several commands have in common, and CLI11's words in ours.
#pragma once
#include <span>
#include <string>

#include "apps/cli/help.hpp"
#include "apps/cli/options.hpp"

namespace synovia::cli {

/// Throws Failure(usage) that says where there is help.
[[noreturn]] void usage_failure(const std::string& program, const std::string& message);

/// Runs CLI11. True when help was asked for. Throws Failure(usage), with the nearest option suggested.
bool parse_words(CLI::App& app, std::span<const std::string> words);

/// parse_words, then help or the options.
template <class Options>
Command finish(CLI::App& app, std::span<const std::string> words, const Options& options) {
    if (parse_words(app, words)) return TextRequest{app.help()};
    return options;
}

/// Throws Failure(usage) "which preset?" where there is none.
void require(const CLI::App& app, bool given, const std::string& what);

void add_quiet(CLI::App& app, CommonOptions& common);
void add_common(CLI::App& app, CommonOptions& common);
void add_scenario(CLI::App& app, ScenarioOptions& scenario);

/// The name of a file to write or read.
void add_file(CLI::App& app, const std::string& names, std::string& target, const std::string& text,
              const std::string& kind = "FILE");

/// What is refused as an empty name, of a file or of a preset.
std::string refuse_empty(const std::string& name);

/// A name, or several, that need no option before them.
template <class Target>
void add_argument(CLI::App& app, const std::string& kind, Target& target, const std::string& text) {
    app.add_option(kind, target, text)->check(refuse_empty);
}

/// An option whose text `take` turns into a value, or refuses.
template <class Take>
void add_value(CLI::App& app, const std::string& name, const std::string& kind, const std::string& text, Take take) {
    app.add_option_function<std::string>(name, take, text)->option_text(kind);
}

}  // namespace synovia::cli
