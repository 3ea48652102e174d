// What the player is told.
#pragma once
#include <exception>
#include <functional>
#include <string>

namespace synovia::live {

/// One line for the player to read: what happened, or "error: ..." and why nothing did.
using Say = std::function<void(const std::string& line)>;

/// "error: ..." on one line of printable characters, however long the exception's text is.
std::string error_line(const std::exception& error);

}  // namespace synovia::live
