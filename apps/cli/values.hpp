// The texts behind options as numbers; a unit may follow each.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>

#include "apps/cli/failure.hpp"
#include "audio/core/level.hpp"

namespace synovia::cli {

/// Each throws Failure(usage), which names the option, what was given and what is allowed.
[[noreturn]] void refuse_value(const std::string& option, const std::string& why);

/// Runs a parser of another library; what it objects to becomes a complaint about the option.
template <class Parse>
auto parsed(const std::string& option, Parse parse) {
    try {
        return parse();
    } catch (const std::invalid_argument& error) {
        refuse_value(option, error.what());
    }
}

/// "96000", "96k", "44.1 kHz" [Hz], finite and above 0.
double parse_rate(const std::string& option, const std::string& text);

/// A rate that is a whole number of hertz.
int parse_whole_rate(const std::string& option, const std::string& text);

/// "300ms" [s], above 0 and no longer than a sound may be.
double parse_time(const std::string& option, const std::string& text);

/// "truepeak:-1", "cal:120dB", "pa".
audio::Level parse_level(const std::string& option, const std::string& text);

/// A whole number from `low` to `high`, digits only.
std::uint64_t parse_count(const std::string& option, const std::string& text, std::uint64_t low, std::uint64_t high);

}  // namespace synovia::cli
