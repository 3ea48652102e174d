#include "apps/preset/keys.hpp"

#include <vector>

#include "apps/preset/tables.hpp"
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
        for (const Table& table : tables()) keys.insert(keys.end(), table.list_keys.begin(), table.list_keys.end());
        return keys;
    }();
    return all;
}

}  // namespace synovia::preset
