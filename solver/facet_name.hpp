// A facet joint of the spine as texts call it: "L4-L5-left".
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace synovia {

/// `facet`: index into SpineRun::facets. Precondition: there is such a facet.
std::string facet_name(std::size_t facet);

/// The facet of this name; nullopt where there is none.
std::optional<std::size_t> find_facet(std::string_view name);

}  // namespace synovia
