// Shared by the tests of presets: a directory that goes away again, and what a load complains of.
#pragma once
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "apps/preset/load.hpp"
#include "solver/parameters.hpp"

namespace synovia::preset::test {

class TemporaryDirectory {
public:
    TemporaryDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "synovia-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~TemporaryDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path write(const std::string& name, std::string_view text) const {
        std::filesystem::path file = path_ / name;
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }

private:
    std::filesystem::path path_;
};

inline const std::vector<std::filesystem::path> shipped{SYNOVIA_PRESETS};

/// What the call complains of; empty if it does not.
template <class Call>
std::vector<PlacedProblem> problems_of(Call&& call) {
    try {
        call();
        return {};
    } catch (const Error& error) {
        return error.problems();
    }
}

inline std::vector<PlacedProblem> problems_in(std::string_view text) {
    return problems_of([&] { load_text(text, "t", shipped); });
}

/// The complaints as printed, one per line.
inline std::string report(const std::vector<PlacedProblem>& problems) {
    std::string all;
    for (const PlacedProblem& problem : problems) all.append(to_string(problem)).append("\n");
    return all;
}

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// A preset of the kind with the given body.
inline std::string joint(const std::string& body) { return std::string("schema = 1\nkind = \"joint\"\n").append(body); }
inline std::string bubble(const std::string& body) {
    return std::string("schema = 1\nkind = \"bubble\"\n").append(body);
}

/// Keys whose values differ, bit for bit (numbers), or "kind", "points".
inline std::string differences(const Scenario& a, const Scenario& b) {
    std::string keys;
    if (a.kind != b.kind) keys += "kind ";
    if (a.pressure.table_time != b.pressure.table_time || a.pressure.table_pressure != b.pressure.table_pressure)
        keys += "points ";
    if (a.traction.table_time != b.traction.table_time || a.traction.table_position != b.traction.table_position)
        keys += "way ";
    if (a.spine.levels.size() != b.spine.levels.size()) keys += "levels ";
    for (std::size_t i = 0; i < std::min(a.spine.levels.size(), b.spine.levels.size()); ++i)
        for (const SpineColumn& column : spine_columns())
            if (a.spine.levels[i].*column.member != b.spine.levels[i].*column.member)
                keys.append(column.name).append(" ");
    for (const Parameter& p : parameters()) {
        const bool same = std::visit(
            [&](const auto& access) {
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(access)>, ChoiceAccess>)
                    return access.get(a) == access.get(b);
                else
                    return access(a) == access(b);
            },
            p.access);
        if (!same) keys.append(p.key).append(" ");
    }
    return keys;
}

}  // namespace synovia::preset::test
