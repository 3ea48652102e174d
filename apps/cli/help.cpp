#include "apps/cli/help.hpp"

#include "apps/cli/wrap.hpp"

namespace synovia::cli {
namespace {

constexpr std::size_t option_column = 26;

}  // namespace

HelpFormatter::HelpFormatter(std::string examples) : examples_(std::move(examples)) { column_width(option_column); }

std::string HelpFormatter::make_description(const CLI::App* app) const {
    return wrapped(app->get_description(), text_width) + "\n\nExamples:\n" + examples_ + "\n";
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
    return "\n" + CLI::Formatter::make_usage(app, std::move(name));
}

std::string HelpFormatter::make_option_name(const CLI::Option* option, bool positional) const {
    const std::string name = CLI::Formatter::make_option_name(option, positional);
    const auto comma = name.find(',');
    return comma == std::string::npos ? name : name.substr(0, comma) + ", " + name.substr(comma + 1);
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
    return option->get_option_text().empty() ? "" : " " + option->get_option_text();
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
    return wrapped(option->get_description(), text_width - option_column);
}

std::string table_text(std::span<const studio::KeyText> rows) {
    std::string text;
    for (const studio::KeyText& row : rows) text += "  " + std::string(row.key) + "\n" + indented(row.text, 6);
    return text;
}

}  // namespace synovia::cli
