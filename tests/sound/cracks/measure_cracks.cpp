// Takes of a preset beside recorded cracks: measure_cracks PRESET [VARY [TAKES [SEEDS]]]
// Prints each feature's mean over the takes, averaged over the seeds, in brackets the standard error of that (how much
// other seeds would change it), the band it shall lie in, and the recordings.
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/sound/cracks/recorded.hpp"
#include "tests/sound/cracks/takes.hpp"

using namespace synovia;
using namespace synovia::cracks;

namespace {

std::string text(double value, int decimals) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value);
    return buffer.data();
}

std::string text(const std::optional<Quartiles>& q, int decimals) {
    if (!q) return "";
    std::string all = text(q->median, decimals);
    if (q->low && q->high) all += " [" + text(*q->low, decimals) + " " + text(*q->high, decimals) + "]";
    return all;
}

std::string verdict(const std::optional<Band>& band, std::optional<double> value) {
    if (!band) return "";
    if (!value) return "none";
    return value < band->low ? "below" : value > band->high ? "above" : "inside";
}

std::string text(const std::optional<Band>& band, int decimals) {
    return band ? text(band->low, decimals) + " to " + text(band->high, decimals) : "";
}

void print(const std::vector<std::string>& cells) {
    constexpr std::array widths{26, 7, 15, 15, 7, 24, 24, 0};
    for (std::size_t i = 0; i < cells.size(); ++i) std::printf("%-*s", widths[i], cells[i].c_str());
    std::printf("\n");
}

/// Over the blocks that have it.
audio::Spread over_blocks(const Feature& f, const std::vector<audio::CrackSet>& blocks) {
    std::vector<double> values;
    for (const audio::CrackSet& block : blocks)
        if (const auto value = f.of(block)) values.push_back(*value);
    return audio::spread(values);
}

/// The mean, and its standard error where there is more than one value.
std::string text(const audio::Spread& s, int decimals) {
    if (s.count == 0) return "-";
    const std::string mean = text(s.mean, decimals);
    return s.count == 1 ? mean
                        : mean + " (" + text(s.deviation / std::sqrt(static_cast<double>(s.count)), decimals) + ")";
}

void print(const Feature& f, const std::vector<audio::CrackSet>& blocks) {
    const audio::Spread model = over_blocks(f, blocks);
    const auto mean = model.count > 0 ? std::optional(model.mean) : std::nullopt;
    print({std::string(f.name), std::string(f.unit), text(model, f.decimals), text(f.band, f.decimals),
           verdict(f.band, mean), text(f.b, f.decimals), text(f.a, f.decimals), text(f.pooled, f.decimals)});
}

/// A whole number from 1 to 10000, or the default for an argument that is not there.
std::size_t count(int argc, char** argv, int index, std::size_t otherwise) {
    if (index >= argc) return otherwise;
    const long value = std::strtol(argv[index], nullptr, 10);
    if (value < 1 || value > 10000)
        throw std::runtime_error(std::string(argv[index]) + " is no number of takes or seeds");
    return static_cast<std::size_t>(value);
}

void run(int argc, char** argv) {
    const std::string preset = argv[1], vary = argc > 2 ? argv[2] : "0%";
    const std::size_t takes = count(argc, argv, 3, 30), seeds = count(argc, argv, 4, 5);
    std::vector<audio::CrackSet> blocks;
    for (std::size_t seed = 1; seed <= seeds; ++seed)
        blocks.push_back(audio::crack_set(rendered_takes(preset, vary, seed, takes), sample_rate_hz));
    std::printf("%s, --joints new --vary %s: %zu takes, %zu seeds; the bands are those of knuckle-crack\n\n",
                preset.c_str(), vary.c_str(), takes, seeds);
    print({"", "", "model", "band", "", "B: median [quartiles]", "A", "A and B"});
    for (const Feature& feature : features()) print(feature, blocks);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2 || argc > 5) {
        std::fprintf(stderr, "usage: measure_cracks PRESET [VARY [TAKES [SEEDS]]]\n");
        return 2;
    }
    try {
        run(argc, argv);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "measure_cracks: %s\n", error.what());
        return 1;
    }
}
