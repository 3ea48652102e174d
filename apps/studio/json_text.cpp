#include "apps/studio/json_text.hpp"

#include <nlohmann/json.hpp>

namespace synovia::studio {

std::string json_text(const nlohmann::ordered_json& json) {
    return json.dump(2, ' ', true, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace synovia::studio
