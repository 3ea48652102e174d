#include "apps/cli/values.hpp"

#include <charconv>
#include <cmath>

#include "apps/preset/text.hpp"
#include "apps/preset/units.hpp"
#include "apps/studio/recipe.hpp"

namespace synovia::cli {

void refuse_value(const std::string& option, const std::string& why) {
    throw Failure(ExitCode::usage, option + ": " + why);
}

double parse_rate(const std::string& option, const std::string& text) {
    // Sample rates are written with a bare prefix, which parse_quantity() could not tell from a unit.
    const std::string written = text.ends_with('k') || text.ends_with('M') ? text + "Hz" : text;
    const double hertz = parsed(option, [&] { return preset::parse_quantity(written, "Hz"); });
    if (!(hertz > 0.0)) refuse_value(option, preset::in_quotes(text) + " is not above 0 Hz");
    return hertz;
}

int parse_whole_rate(const std::string& option, const std::string& text) {
    const double hertz = parse_rate(option, text);
    constexpr double most = 1e9;
    if (hertz != std::floor(hertz) || hertz > most)
        refuse_value(option, preset::in_quotes(text) + " is no whole number of hertz");
    return static_cast<int>(hertz);
}

double parse_time(const std::string& option, const std::string& text) {
    const double seconds = parsed(option, [&] { return preset::parse_quantity(text, "s"); });
    if (!(seconds > 0.0 && seconds <= studio::longest_sound_s))
        refuse_value(option, preset::in_quotes(text) + " is not between 0 and 600 s");
    return seconds;
}

audio::Level parse_level(const std::string& option, const std::string& text) {
    std::string bare = text;
    if (bare.find(':') != std::string::npos && bare.ends_with("dB")) {
        bare.resize(bare.size() - 2);
        while (bare.ends_with(' ')) bare.pop_back();
    }
    try {
        return audio::parse_level(bare);
    } catch (const std::invalid_argument& error) {
        refuse_value(option, error.what());
    }
}

std::uint64_t parse_count(const std::string& option, const std::string& text, std::uint64_t low, std::uint64_t high) {
    std::uint64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error == std::errc() && end == text.data() + text.size() && count >= low && count <= high) return count;
    const std::string most = high == UINT64_MAX ? "below 2^64" : "to " + std::to_string(high);
    refuse_value(option, preset::in_quotes(text) + " is no whole number from " + std::to_string(low) + " " + most);
}

}  // namespace synovia::cli
