// main() of all tests: doctest's own, but a run without a test is a failure and a skipped test is not a success.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>

#include "tests/skip.hpp"

namespace {

bool skipped = false;
unsigned tests_run = 0;

/// Counts the tests that a filter leaves.
class Counter : public doctest::IReporter {
public:
    explicit Counter(const doctest::ContextOptions&) {}
    void test_case_start(const doctest::TestCaseData&) override { ++tests_run; }

    void report_query(const doctest::QueryData&) override {}
    void test_run_start() override {}
    void test_run_end(const doctest::TestRunStats&) override {}
    void test_case_reenter(const doctest::TestCaseData&) override {}
    void test_case_end(const doctest::CurrentTestCaseStats&) override {}
    void test_case_exception(const doctest::TestCaseException&) override {}
    void subcase_start(const doctest::SubcaseSignature&) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData&) override {}
    void log_message(const doctest::MessageData&) override {}
    void test_case_skipped(const doctest::TestCaseData&) override {}
};

}  // namespace

DOCTEST_REGISTER_LISTENER("counter", 1, Counter);

void synovia::test::skip_test(const std::string& reason) {
    skipped = true;
    std::printf("skipped: %s\n", reason.c_str());
}

int main(int argc, char** argv) {
    doctest::Context context(argc, argv);
    const int failed = context.run();
    if (context.shouldExit() || failed != 0) return failed;
    if (tests_run == 0) {
        std::puts("no test has such a name");
        return 1;
    }
    return skipped ? synovia::test::skipped_status : 0;
}
