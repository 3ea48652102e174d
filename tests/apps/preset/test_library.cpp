#include "apps/preset/library.hpp"

#include <cstdlib>

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

namespace fs = std::filesystem;

/// Sets SYNOVIA_PRESETS for as long as it lives.
class Environment {
public:
    explicit Environment(const std::string& value) { setenv("SYNOVIA_PRESETS", value.c_str(), 1); }
    ~Environment() { unsetenv("SYNOVIA_PRESETS"); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
};

TEST_CASE("the environment's directories stand in front, in order; those that do not exist are left out") {
    const TemporaryDirectory a, b;
    const Environment set(std::string(":").append(a.path().string()) + "::/nowhere/at/all:" + b.path().string());
    const auto dirs = search_dirs();
    REQUIRE(dirs.size() >= 2);
    CHECK(dirs[0] == a.path());
    CHECK(dirs[1] == b.path());
    for (const fs::path& dir : dirs) CHECK(dir != "/nowhere/at/all");
}

TEST_CASE("without the environment the shipped presets are found from the build") {
    CHECK(find_preset("knuckle", search_dirs(), std::nullopt).has_value());
}

TEST_CASE("a name means a shipped preset first, then a file; a path means a file") {
    const TemporaryDirectory first, second, base;
    const std::vector<fs::path> dirs{first.path(), second.path()};
    const auto shipped_file = second.write("mine.toml", "x");
    base.write("mine", "x");
    const auto plain = base.write("other", "x");
    const auto toml = base.write("mine.toml", "x");
    CHECK(find_preset("mine", dirs, base.path()) == shipped_file);
    first.write("mine.toml", "x");
    CHECK(find_preset("mine", dirs, base.path()) == first.path() / "mine.toml");
    CHECK(find_preset("other", dirs, base.path()) == plain);
    CHECK(find_preset("mine.toml", dirs, base.path()) == toml);
    CHECK(find_preset("./mine.toml", dirs, base.path()) == base.path() / "./mine.toml");
    CHECK(find_preset(toml.string(), dirs, std::nullopt) == toml);
    CHECK_FALSE(find_preset("mine.toml", dirs, std::nullopt));
    CHECK_FALSE(find_preset("", dirs, base.path()));
    CHECK_FALSE(find_preset("none", dirs, base.path()));
    fs::create_symlink("loop", base.path() / "loop");  // there, though nobody can read it
    CHECK(find_preset("./loop", dirs, base.path()) == base.path() / "./loop");
    CHECK_FALSE(find_preset("../" + first.path().filename().string() + "/nothing", dirs, base.path()));
}

TEST_CASE("names are sorted, each once, TOML files only") {
    const TemporaryDirectory a, b;
    a.write("z.toml", "");
    a.write("m.toml", "");
    a.write("README.md", "");
    b.write("m.toml", "");
    const std::vector<fs::path> dirs{a.path(), b.path(), "/nowhere/at/all"};
    CHECK(shipped_names(dirs) == std::vector<std::string>{"m", "z"});
    CHECK(not_found("zz", dirs) == "no preset and no file \"zz\" (did you mean \"z\"?); shipped: \"m\", \"z\"");
    CHECK(contains(not_found("q", {}), "SYNOVIA_PRESETS"));
}

}  // namespace
}  // namespace synovia::preset::test
