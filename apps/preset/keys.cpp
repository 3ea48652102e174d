#include "apps/preset/keys.hpp"

#include <vector>

#include "solver/kinds.hpp"
#include "solver/parameters.hpp"

namespace synovia::preset {

std::span<const std::string_view> kind_names() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const KindRow& row : kinds()) all.push_back(row.name);
        return all;
    }();
    return names;
}

std::span<const std::string_view> known_keys() {
    static const std::vector<std::string_view> all = [] {
        std::vector<std::string_view> keys(header_keys.begin(), header_keys.end());
        keys.insert(keys.end(), about_keys.begin(), about_keys.end());
        for (const Parameter& parameter : parameters()) keys.push_back(parameter.key);
        keys.push_back(table_time_key);
        keys.push_back(table_pressure_key);
        return keys;
    }();
    return all;
}

}  // namespace synovia::preset
