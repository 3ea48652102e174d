#include "apps/studio/json_text.hpp"

#include <nlohmann/json.hpp>

#include "apps/preset/keys.hpp"

namespace synovia::studio {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

std::string json_text(const Json& json) { return json.dump(2, ' ', true, Json::error_handler_t::replace) + "\n"; }

Json schema_json() {
    return {{"schema", preset::sidecar_schema_version}, {"program", "synovia"}, {"version", SYNOVIA_VERSION}};
}

}  // namespace synovia::studio
