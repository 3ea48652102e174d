// What a program behind the pipe reads.
#pragma once
#include <string_view>

namespace synovia::cli {

/// Writes everything to standard output. Throws Failure(file) when it is closed, full or gone.
void write_stdout(std::string_view bytes);

}  // namespace synovia::cli
