// libFuzzer target: the preset loader, from bytes to Scenario. Whatever it accepts must be a valid scenario that
// survives being written and read again; whatever it refuses must come with a reason.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "apps/preset/load.hpp"
#include "apps/preset/point_table.hpp"
#include "apps/preset/units.hpp"
#include "apps/preset/write.hpp"
#include "solver/parameters.hpp"

namespace {

namespace preset = synovia::preset;

const std::vector<std::filesystem::path> shipped{SYNOVIA_PRESETS};

/// Not assert(): it must hold in every build.
void require(bool condition) {
    if (!condition) std::abort();
}

void load(std::string_view text) {
    try {
        const preset::Loaded loaded = preset::load_text(text, "fuzz", shipped);
        require(synovia::validate(loaded.scenario).empty());
        const std::string written = preset::to_toml(loaded.scenario, loaded.about);
        const preset::Loaded again = preset::load_text(written, "again", shipped);
        require(preset::to_toml(again.scenario, again.about) == written);
        const nlohmann::ordered_json sidecar{{"about", preset::to_json(loaded.about)},
                                             {"scenario", preset::to_json(loaded.scenario)}};
        const preset::Loaded third = preset::load_text(sidecar.dump(), "sidecar", shipped);
        require(preset::to_toml(third.scenario, third.about) == written);
    } catch (const preset::Error& error) {
        require(!error.problems().empty());
        for (const preset::PlacedProblem& problem : error.problems()) require(!problem.message.empty());
    }
}

void override_with(std::string_view text) {
    for (const synovia::Kind kind : {synovia::Kind::joint, synovia::Kind::bubble}) {
        if (text.starts_with("pressure.table=")) return;  // would open whatever file the input names
        try {
            synovia::Scenario scenario = synovia::default_scenario(kind);
            preset::apply_override(scenario, text);
        } catch (const preset::Error& error) {
            require(!error.problems().empty());
        }
    }
}

void read_table(std::string_view text) {
    try {
        const preset::PointTable table = preset::parse_point_table(preset::pressure_columns, text, "fuzz");
        require(table.time.size() >= 2 && table.time.size() == table.value.size());
    } catch (const preset::Error& error) {
        require(!error.problems().empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    load(text);
    if (size < 200) override_with(text);
    read_table(text);
    return 0;
}
