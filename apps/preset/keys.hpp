// The few keys of a preset that are not in the solver's parameter table.
#pragma once
#include <array>
#include <span>
#include <string_view>

namespace synovia::preset {

inline constexpr int schema_version = 1;
inline constexpr int sidecar_schema_version = 1;
inline constexpr std::array<std::string_view, 3> header_keys{"schema", "kind", "extends"};
inline constexpr std::array<std::string_view, 4> about_keys{"about.title", "about.shows", "about.use", "about.sources"};
inline constexpr std::array<std::string_view, 3> uses{"heard", "silent", "physics"};  ///< what about.use may be

/// What `kind` may be, in the order of synovia::kinds().
std::span<const std::string_view> kind_names();

/// Every key a preset may hold: these, those of synovia::parameters() and the columns of tables().
std::span<const std::string_view> known_keys();

}  // namespace synovia::preset
