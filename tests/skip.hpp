// For tests that cannot run everywhere.
#pragma once
#include <string>

namespace synovia::test {

/// Says why the running test is not going to test anything; it returns then. Unless others of the same run fail, the
/// program ends with `skipped_status`, and ctest shows "Skipped".
void skip_test(const std::string& reason);

inline constexpr int skipped_status = 77;

}  // namespace synovia::test
