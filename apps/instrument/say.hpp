// What the player is told.
#pragma once
#include <exception>
#include <functional>
#include <string>

namespace synovia::instrument {

/// One line for the player to read: what happened, or "error: ..." and why nothing did.
using Say = std::function<void(const std::string& line)>;

/// "error: ..." on one line of printable characters, however long the text is.
std::string error_line(std::string why);
inline std::string error_line(const std::exception& error) { return error_line(std::string(error.what())); }

}  // namespace synovia::instrument
