#include "apps/cli/spine/spine_reports.hpp"

#include <algorithm>

#include "apps/cli/wrap.hpp"
#include "apps/studio/human.hpp"

namespace synovia::cli {
namespace {

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

std::string row(const std::string& name, const std::string& model, const std::string& published,
                const std::string& band, const std::string& verdict, const std::string& source) {
    return padded(name, 43) + padded(model, 7) + padded(published, 11) + padded(band, 14) + padded(verdict, 8) +
           source + "\n";
}

std::string number(double value) { return studio::significant(value, 3); }

std::string rate_row(const PopulationRate& rate) {
    if (!rate.published) return row(std::string(rate.name), number(rate.model), "-", "-", "-", "");
    const PublishedRate& p = *rate.published;
    return row(std::string(rate.name), number(rate.model), number(p.value),
               number(p.band[0]) + " to " + number(p.band[1]), rate.agrees() ? "yes" : "misses", std::string(p.source));
}

/// A word, and a text behind it that may take several lines.
std::string line(std::string_view word, std::string_view text) {
    constexpr std::size_t indent = 12;
    std::string lines = indented(text, indent);
    lines.replace(2, word.size(), word);
    return lines;
}

}  // namespace

std::string rates_table(const std::vector<PopulationRate>& rates) {
    std::string text = row("", "model", "published", "band", "agrees", "source");
    for (const PopulationRate& rate : rates) text += rate_row(rate);
    return text;
}

std::string statement_text(const SpineStatement& s) {
    return std::string(s.says) + "\n" + line("knob", s.knob) + line("run", s.run) + line("model", s.model) +
           line("evidence", s.evidence) + line("agrees", s.agrees);
}

}  // namespace synovia::cli
