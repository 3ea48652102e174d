#include "apps/studio/json_text.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "apps/preset/keys.hpp"

namespace synovia::studio {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

std::string json_text(const Json& json) { return json.dump(2, ' ', true, Json::error_handler_t::replace) + "\n"; }

Json schema_json() {
    return {{"schema", preset::sidecar_schema_version}, {"program", "synovia"}, {"version", SYNOVIA_VERSION}};
}

void require_schema(const Json& json) {
    if (!json.is_object() || !json.contains("schema") || !json["schema"].is_number_integer())
        throw std::out_of_range("is not a file of synovia: it has no schema");
    if (json["schema"] != preset::sidecar_schema_version)
        throw std::out_of_range("schema " + json["schema"].dump() + " is not known; this version knows " +
                                std::to_string(preset::sidecar_schema_version));
}

}  // namespace synovia::studio
