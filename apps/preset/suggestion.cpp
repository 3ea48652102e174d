#include "apps/preset/suggestion.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

constexpr std::size_t longest_word = 120;  // no key comes near it

/// Levenshtein distance, one row of the table at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (const char letter : a) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (letter == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, diagonal + 1, row[j] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string_view nearest(std::string_view given, std::span<const std::string_view> words) {
    std::size_t least = std::max<std::size_t>(2, given.size() / 3) + 1;
    std::string_view best;
    for (const std::string_view word : words) {
        const std::size_t excess = std::max(word.size(), given.size()) - std::min(word.size(), given.size());
        if (excess >= least || given.size() > longest_word) continue;
        const std::size_t distance = edit_distance(given, word);
        if (distance >= least) continue;
        least = distance;
        best = word;
    }
    return best;
}

std::string suggestion(std::string_view given, std::span<const std::string_view> words) {
    const std::string_view best = nearest(given, words);
    return best.empty() ? "" : " (did you mean " + in_quotes(best) + "?)";
}

}  // namespace synovia::preset
