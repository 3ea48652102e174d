// How a command's help looks.
#pragma once
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <span>
#include <string>

#include "apps/studio/key_text.hpp"

namespace synovia::cli {

/// Examples first, everything within 80 columns.
class HelpFormatter : public CLI::Formatter {
public:
    explicit HelpFormatter(std::string examples);

    std::string make_description(const CLI::App* app) const override;
    std::string make_usage(const CLI::App* app, std::string name) const override;
    std::string make_option_name(const CLI::Option* option, bool positional) const override;
    std::string make_option_opts(const CLI::Option* option) const override;
    std::string make_option_desc(const CLI::Option* option) const override;

private:
    std::string examples_;
};

/// Keys and what they mean, each below its key.
std::string table_text(std::span<const studio::KeyText> rows);

}  // namespace synovia::cli
