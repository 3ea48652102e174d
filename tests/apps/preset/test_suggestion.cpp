#include "apps/preset/suggestion.hpp"

#include <array>

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

TEST_CASE("the nearest word is suggested, and none where none is near") {
    static constexpr std::array<std::string_view, 3> words{"joint.moving_mass_kg", "joint.damping_n_s_m", "gas.model"};
    CHECK(nearest("joint.moving_mas_kg", words) == "joint.moving_mass_kg");
    CHECK(nearest("gas.modell", words) == "gas.model");
    CHECK(nearest("gsa.model", words) == "gas.model");     // two swapped letters are two edits
    CHECK(nearest("gas.modelxxx", words) == "gas.model");  // a letter too many counts as one edit
    CHECK(nearest("gas.mod", words) == "gas.model");       // and so does one too few
    CHECK(nearest("zzzzzzzzz", words).empty());
    CHECK(nearest("", words).empty());
    CHECK(nearest(std::string(100'000, 'x'), words).empty());
    CHECK(suggestion("gas.mode", words) == " (did you mean \"gas.model\"?)");
    CHECK(suggestion("zzzzzzzzz", words).empty());
}

}  // namespace
}  // namespace synovia::preset::test
