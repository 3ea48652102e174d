// A preset as it was written, before anyone asks whether it makes sense: keys, values and where they stand.
// TOML presets and side-car JSON become the same Document; nothing after this point knows which it was.
#pragma once
#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "apps/preset/json_reader.hpp"

namespace synovia::preset {

/// JSON null: an optional parameter that is absent.
struct Absent {};
/// Something no parameter takes, described for the message: "a date", "a table".
struct Other {
    std::string what;
};
using RawValue = std::variant<double, bool, std::string, std::vector<double>, std::vector<std::string>, Absent, Other>;

/// "a number (0.3)", 'a text ("abc")', ...: the "given" part of a message.
std::string describe(const RawValue& value);

struct Entry {
    std::string key;  ///< full path, parts joined by dots
    RawValue value;
    std::size_t line = 0;
    std::size_t column = 0;
};

struct Document {
    std::string file;
    bool is_sidecar = false;     ///< a side-car JSON carries no schema and no extends
    std::vector<Entry> entries;  ///< in the order of the file (TOML: of each table)
};

/// Reads TOML, or the side-car JSON if the first character is "{" or `file` ends in .json. `file` is the label for
/// messages. Throws Error at the place of the first syntax error.
Document parse_document(std::string_view text, const std::string& file);

/// The two parsers behind parse_document().
Document parse_toml(std::string_view text, const std::string& file);
Document parse_sidecar(std::string_view text, const std::string& file);

/// The about and scenario of an object in a JSON file; `path` is where in it that is ("joints[2]", empty: the file's
/// outermost object), so that `places` tell where its keys stand. Throws Error where they are no objects.
Document sidecar_document(const nlohmann::ordered_json& object, const std::string& path, const KeyPlaces& places,
                          const std::string& file);

}  // namespace synovia::preset
