// What people say about cracking backs: the model's answers, and the numbers behind them.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "solver/parameters.hpp"
#include "solver/spine_statements.hpp"

using namespace synovia;

TEST_CASE("ten statements, answered by fresh runs") {
    std::vector<SpineStatement> rows;
    for (std::size_t k = 0; k < spine_statement_count; ++k)
        rows.push_back(spine_statement(default_scenario(Kind::spine), k));
    const std::vector<std::string> verdicts{"no",
                                            "opposite",
                                            "partly",
                                            "attenuates",
                                            "yes",
                                            "yes",
                                            "no",
                                            "half",
                                            "yes, less than claimed",
                                            "depends on speed"};
    REQUIRE(rows.size() == verdicts.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        INFO(std::string(rows[i].says), ": ", rows[i].model);
        CHECK(rows[i].agrees == verdicts[i]);
    }
    // A second implementation: turns 3.15 and 3.04 degrees, gaps 0.49 1.16 1.48 1.60 1.63 1.57 mm; pops as below.
    CHECK(rows[0].model == "L4-L5 turns 3.15 and 3.04 degrees");
    CHECK(rows[1].model == "L4-L5 opens 0.49 1.16 1.48 1.60 1.63 1.57 mm");
    CHECK(rows[2].model == "self-twist 5 2 2 1 pops, thrust 2 2 2 2");
    CHECK(rows[3].model == "L4-L5 opens 1.48 1.11 0.92 mm, 2 1 0 pops, with 25 N m 4 2 2");
    CHECK(rows[4].model == "2 0 pops");
    CHECK(rows[6].model.find("pops at 432 ms") != std::string::npos);
    CHECK(rows[7].model == "2 pops, with a couple 1");
}
