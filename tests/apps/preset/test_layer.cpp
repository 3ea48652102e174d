#include "apps/preset/layer.hpp"

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

TEST_CASE("[about] is read, and inherited field by field") {
    const Loaded full = load_text(joint("[about]\ntitle = \"T\"\nshows = \"S\"\nsources = [\"a\", \"b\"]\n"), "t", {});
    CHECK(full.about.title == "T");
    CHECK(full.about.shows == "S");
    CHECK(full.about.sources == std::vector<std::string>{"a", "b"});
    CHECK(full.warnings.empty());
    const Loaded child =
        load_text("schema = 1\nextends = \"knuckle\"\n[about]\ntitle = \"T\"\nsources = []\n", "t", shipped);
    CHECK(child.about.title == "T");
    CHECK(child.about.sources.empty());
    CHECK_FALSE(child.about.shows.empty());
}

TEST_CASE("header mistakes are named") {
    CHECK(contains(report(problems_in("kind = \"joint\"\n")), "t: schema: is missing; expected schema = 1"));
    CHECK(contains(report(problems_in("schema = \"1\"\nkind = \"joint\"\n")), "t:1:1: schema: given the text \"1\""));
    CHECK(contains(report(problems_in("schema = 1\n")), "t: kind: is missing; expected one of \"joint\", \"bubble\""));
    CHECK(contains(report(problems_in("schema = 1\nkind = \"elbow\"\n")), "t:2:1: kind: given the text \"elbow\""));
    CHECK(contains(report(problems_in("schema = 1\nkind = 3\n")), "t:2:1: kind: given the number 3"));
    CHECK(contains(report(problems_in("schema = 1\nkind = \"bubble\"\nextends = \"knuckle\"\n")),
                   "t:2:1: kind: differs from the kind of the preset it extends"));
    CHECK(contains(report(problems_in("# nothing but a comment\n")), "t: schema: is missing"));
    CHECK(contains(report(problems_in(joint("[about]\ntitle = 3\n"))),
                   "t:4:1: about.title: given the number 3, expected a text"));
    CHECK(contains(report(problems_in(joint("[about]\nsources = \"x\"\n"))), "expected a list of texts"));
    CHECK(contains(report(problems_in(joint("[about]\ntitle = \"\\u001b[2J\"\n"))), "control characters"));
    CHECK(contains(report(problems_in("about = 3\n" + joint(""))), "t:1:1: about: unknown key"));
    CHECK(contains(report(problems_in("joint = 3\n" + joint(""))), "t:1:1: joint: unknown key"));
}

const std::string table_preset = bubble("[about]\ntitle = \"x\"\n[pressure]\nkind = \"table\"\ntable = \"p.csv\"\n");

TEST_CASE("a pressure table is read from beside the preset") {
    const TemporaryDirectory dir;
    dir.write("p.csv", "t_s,p_pa\n0,101325\n1e-6,0\n");
    const Loaded preset = load(dir.write("a.toml", table_preset).string(), shipped);
    CHECK(preset.scenario.pressure.table == "p.csv");
    CHECK(preset.scenario.pressure.table_time == std::vector<double>{0.0, 1e-6});
    CHECK(preset.scenario.pressure.table_pressure == std::vector<double>{101325.0, 0.0});
    // A child elsewhere inherits the points, and may name a table of its own, beside itself.
    std::filesystem::create_directory(dir.path() / "sub");
    dir.write("sub/p.csv", "t_s,p_pa\n0,1\n2,3\n");
    const auto child = dir.write("sub/b.toml", "schema = 1\nextends = \"../a.toml\"\n");
    CHECK(load(child.string(), shipped).scenario.pressure.table_time.back() == 1e-6);
    const auto other = dir.write("sub/c.toml", "schema = 1\nextends = \"../a.toml\"\n[pressure]\ntable = \"p.csv\"\n");
    CHECK(load(other.string(), shipped).scenario.pressure.table_time.back() == 2.0);
    const auto without =
        dir.write("d.toml", "schema = 1\nextends = \"a.toml\"\n[pressure]\nkind = \"constant\"\ntable = \"\"\n");
    CHECK(load(without.string(), shipped).scenario.pressure.table_time.empty());
}

TEST_CASE("what is wrong with a table is reported in the table, or where it is named") {
    const TemporaryDirectory dir;
    const auto preset = dir.write("a.toml", table_preset);
    const auto complaint = [&] { return report(problems_of([&] { load(preset.string(), shipped); })); };
    CHECK(complaint() ==
          preset.string() + ":7:1: pressure.table: " + (dir.path() / "p.csv").string() + ": no such file\n");
    dir.write("p.csv", "t_s,p_pa\n0,1\n0,x\n");
    CHECK(complaint() ==
          (dir.path() / "p.csv").string() + ":3:1: pressure.table: the pressure is not a finite number\n");
    CHECK(
        contains(report(problems_in(table_preset)), "t:7:1: pressure.table: a preset without a file cannot name one"));
    CHECK(contains(report(problems_in(bubble("[pressure]\nkind = \"table\"\n"))),
                   "pressure.table: the table needs at least two points"));
}

TEST_CASE("a side-car names tables of its own folder only, and no line of a table is shown") {
    const TemporaryDirectory dir;
    dir.write("p.csv", "t_s,p_pa\n0,1\n1,secret\n");
    const auto complaint = [&](const std::string& path) {
        const auto car = dir.write("car.json",
                                   "{\"scenario\": {\"kind\": \"bubble\", \"pressure.kind\": \"table\", "
                                   "\"pressure.table\": \"" +
                                       path + "\"}}");
        return report(problems_of([&] { load(car.string(), shipped); }));
    };
    CHECK(contains(complaint("p.csv"), "p.csv:3:1: pressure.table: the pressure is not a finite number"));
    CHECK_FALSE(contains(complaint("p.csv"), "secret"));
    for (const char* path : {"/etc/passwd", "../p.csv", "a/../../p.csv"})
        CHECK(contains(complaint(path), "it names tables of its own folder only"));
}

TEST_CASE("points written out spare the file") {
    const std::string points = "table_time_s = [0, 1e-6]\ntable_pressure_pa = [1e5, 0]\n";
    CHECK(load_text(table_preset + points, "t", {}).scenario.pressure.table_time.size() == 2);
    CHECK(contains(report(problems_in(table_preset + "table_time_s = [0, 1e-6]\n")),
                   "pressure.table_pressure_pa: is missing"));
    CHECK(contains(report(problems_in(table_preset + "table_time_s = 3\ntable_pressure_pa = [1, 2]\n")),
                   "expected a list of"));
    CHECK(contains(report(problems_in(table_preset + "table_time_s = [1, 0]\ntable_pressure_pa = [1, 2]\n")),
                   "strictly increasing"));
    CHECK(contains(report(problems_in(table_preset + "table_time_s = [0, nan]\ntable_pressure_pa = [1, 2]\n")),
                   "strictly increasing"));
    CHECK(contains(report(problems_in(joint("[pressure]\n" + points))), "belongs to kind = \"bubble\""));
}

}  // namespace
}  // namespace synovia::preset::test
