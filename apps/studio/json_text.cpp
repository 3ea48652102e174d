#include "apps/studio/json_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace synovia::studio {
namespace {

using Json = nlohmann::ordered_json;

constexpr int schema = 1;

/// Counted before anything is built: what walks through nested values afterwards calls itself.
int depth(std::string_view text) {
    int now = 0, most = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') quoted = !quoted;
        if (quoted && text[i] == '\\') ++i;
        if (quoted) continue;
        if (text[i] == '[' || text[i] == '{') most = std::max(most, ++now);
        if (text[i] == ']' || text[i] == '}') --now;
    }
    return most;
}

}  // namespace

std::string json_text(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

Json read_json(std::string_view text) {
    if (depth(text) > deepest_json)
        throw std::out_of_range("is nested more than " + std::to_string(deepest_json) + " deep");
    return Json::parse(text);
}

Json schema_json() { return {{"schema", schema}, {"program", "synovia"}, {"version", SYNOVIA_VERSION}}; }

void require_schema(const Json& json) {
    if (!json.is_object() || !json.contains("schema") || !json["schema"].is_number_integer())
        throw std::out_of_range("is not a file of synovia: it has no schema");
    if (json["schema"] != schema)
        throw std::out_of_range("schema " + json["schema"].dump() + " is not known; this version knows " +
                                std::to_string(schema));
}

}  // namespace synovia::studio
