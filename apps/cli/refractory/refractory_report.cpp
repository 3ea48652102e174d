#include "apps/cli/refractory/refractory_report.hpp"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "apps/studio/human.hpp"

namespace synovia::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr double minute_s = 60.0;

constexpr std::array<studio::KeyText, 8> keys{{
    {"name", "of the preset"},
    {"first_level_db_spl", "peak of the rested joint's pull at the listener, unfiltered; null: it does not pop"},
    {"rows", "list, one a rest, of"},
    {"rest_min", "minutes from the first pull to the next"},
    {"residual_radius_m", "of the largest bubble that the next pull finds; 0: none"},
    {"level_db_spl", "peak of the next pull"},
    {"relative_db", "to the first pull"},
    {"period_min", "until the last bubble is gone; null: not within a week, or no pop"},
}};

std::string minutes_text(double seconds) { return studio::significant(seconds / minute_s, 4) + " min"; }

/// To a tenth, which is more than anybody hears; no "-0.0".
std::string decibels(double db) { return studio::decibel_text(std::round(10.0 * db) / 10.0 + 0.0); }

std::string cell(const std::string& text, std::size_t width) {
    return text + std::string(text.size() < width ? width - text.size() : 1, ' ');
}

std::string row_text(const std::string& rest, const std::string& bubble, const std::string& level,
                     const std::string& relative) {
    return "  " + cell(rest, 14) + cell(bubble, 18) + cell(level, 20) + relative + "\n";
}

std::string row_text(const RefractoryRow& row) {
    const std::string bubble = row.residual_radius > 0.0 ? studio::with_prefix(row.residual_radius, "m") : "gone";
    return row_text(minutes_text(row.rest), bubble, decibels(row.level) + " SPL", decibels(row.relative));
}

}  // namespace

std::string refractory_text(const std::string& name, const Refractory& table) {
    if (table.rows.empty()) return name + ": the first pull does not pop, there is nothing to rest from\n";
    std::string text = name + ": pulled again after a rest; the first pull gives " + decibels(table.first_level) +
                       " SPL peak\n" + row_text("rest", "largest bubble", "next pull", "against the first");
    for (const RefractoryRow& row : table.rows) text += row_text(row);
    return text + (table.period < longest_rest ? "  the last bubble is gone after " + minutes_text(table.period) + "\n"
                                               : "  a bubble is left after a week\n");
}

std::span<const studio::KeyText> refractory_keys() { return keys; }

Json refractory_json(const std::string& name, const Refractory& table) {
    Json rows = Json::array();
    for (const RefractoryRow& row : table.rows)
        rows.push_back({{"rest_min", row.rest / minute_s},
                        {"residual_radius_m", row.residual_radius},
                        {"level_db_spl", row.level},
                        {"relative_db", row.relative}});
    const bool known = !table.rows.empty() && table.period < longest_rest;
    return {{"name", name},
            {"first_level_db_spl", table.rows.empty() ? Json() : Json(table.first_level)},
            {"rows", rows},
            {"period_min", known ? Json(table.period / minute_s) : Json()}};
}

}  // namespace synovia::cli
