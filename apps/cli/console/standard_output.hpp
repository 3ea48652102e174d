// What standard output gets: bytes for a program behind the pipe, or text for people.
#pragma once
#include <string_view>

namespace synovia::cli {

/// Writes everything to standard output: as it is, but to a terminal like print(). A reader that has gone away wants no
/// more: that is no error. Throws Failure(file) when standard output is closed or full.
void write_stdout(std::string_view bytes);

/// Text for people: a terminal shows whatever stands in it and obeys nothing (preset::visible()).
void print(std::string_view text);

}  // namespace synovia::cli
