#include "apps/preset/chain.hpp"

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

std::string complaint(const std::filesystem::path& leaf) {
    Problems problems;
    read_chain(read_layer(leaf), shipped, problems);
    return report(problems_of([&] { problems.raise(); }));
}

TEST_CASE("a chain is read from the leaf to the root and returned root first") {
    const TemporaryDirectory dir;
    std::filesystem::create_directory(dir.path() / "sub");
    dir.write("middle.toml", "extends = \"knuckle\"\n");
    const auto leaf = dir.write("sub/leaf.toml", "extends = \"../middle.toml\"\n");
    Problems problems;
    const auto layers = read_chain(read_layer(leaf), shipped, problems);
    problems.raise();
    REQUIRE(layers.size() == 3);
    CHECK(contains(layers[0].document.file, "knuckle.toml"));
    CHECK(contains(layers[1].document.file, "middle.toml"));
    CHECK(layers[2].document.file == leaf.string());
    CHECK(layers[2].directory == dir.path() / "sub");
}

TEST_CASE("a circle is named with its members, however the paths are written") {
    const TemporaryDirectory dir;
    const auto a = dir.write("a.toml", "\n  extends = \"b.toml\"\n");
    const auto b = dir.write("b.toml", "extends = \"./../" + dir.path().filename().string() + "/a.toml\"\n");
    const std::string text = complaint(a);
    CHECK(contains(text,
                   b.string() + ":1:1: extends: goes round in a circle: " + a.string() + " -> " + b.string() + " -> "));
    const auto self = dir.write("self.toml", "\n  extends = \"self.toml\"\n");
    CHECK(contains(complaint(self), self.string() + ":2:3: extends: goes round in a circle"));
}

TEST_CASE("a chain of eight passes, of nine does not") {
    const TemporaryDirectory dir;
    dir.write("1.toml", "x = 1\n");
    for (int i = 2; i <= 9; ++i)
        dir.write(std::to_string(i) + ".toml", "extends = \"" + std::to_string(i - 1) + ".toml\"\n");
    CHECK(complaint(dir.path() / "8.toml").empty());
    CHECK(contains(complaint(dir.path() / "9.toml"), "2.toml:1:1: extends: more than 8 presets in a chain"));
}

TEST_CASE("a parent that is missing, unreadable or no text is reported") {
    const TemporaryDirectory dir;
    CHECK(contains(complaint(dir.write("a.toml", "extends = \"knucle\"\n")),
                   "a.toml:1:1: extends: no preset and no file"));
    CHECK(contains(complaint(dir.write("a.toml", "extends = \"knucle\"\n")), "did you mean \"knuckle\"?"));
    CHECK(contains(complaint(dir.write("b.toml", "extends = 3\n")), "b.toml:1:1: extends: given the number 3"));
    dir.write("broken.toml", "= 1");
    CHECK(contains(complaint(dir.write("c.toml", "extends = \"broken.toml\"\n")), "broken.toml:1:1: not valid TOML"));
    CHECK(contains(complaint(dir.write("d.toml", "extends = \"/dev/zero\"\n")), "device"));
}

TEST_CASE("a preset from memory extends shipped names only") {
    Problems problems;
    read_chain({parse_document("extends = \"other.toml\"", "m"), std::nullopt}, shipped, problems);
    CHECK(contains(report(problems_of([&] { problems.raise(); })), "m:1:1: extends: no preset and no file"));
    Problems none;
    CHECK(read_chain({parse_document("extends = \"knuckle\"", "m"), std::nullopt}, shipped, none).size() == 2);
}

}  // namespace
}  // namespace synovia::preset::test
