#include "apps/studio/heard_summary.hpp"

#include <doctest/doctest.h>

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "solver/simulate.hpp"

using namespace synovia;

namespace {

Summary heard(const char* preset) {
    return studio::heard_summary(simulate(preset::load(preset, preset::search_dirs()).scenario));
}

}  // namespace

TEST_CASE("a spike that nobody hears does not hide that the run ends while it sounds") {
    const Summary collapse = heard("rayleigh-collapse");
    REQUIRE(!collapse.warnings.empty());
    CHECK(collapse.warnings.back().limit == Limit::run_end);
    const Scenario s = preset::load("rayleigh-collapse", preset::search_dirs()).scenario;
    CHECK(summarise(simulate(s)).warnings.size() + 1 == collapse.warnings.size());
    for (const char* preset : {"minnaert", "blake-threshold", "pull-and-release"})
        for (const Warning& warning : heard(preset).warnings) CHECK(warning.limit != Limit::run_end);
}
