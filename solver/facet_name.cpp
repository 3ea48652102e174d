#include "solver/facet_name.hpp"

#include <cassert>

#include "solver/spine_levels.hpp"

namespace synovia {

std::string facet_name(std::size_t facet) {
    assert(facet < facet_count);
    return std::string(spine_level_names[facet / 2]) + (facet % 2 == 0 ? "-left" : "-right");
}

std::optional<std::size_t> find_facet(std::string_view name) {
    for (std::size_t facet = 0; facet < facet_count; ++facet)
        if (facet_name(facet) == name) return facet;
    return std::nullopt;
}

}  // namespace synovia
