// Lines on standard output, for as long as somebody reads them.
#pragma once
#include <exception>
#include <string>

namespace synovia::cli {

class LinePrinter {
public:
    /// Prints the line as text for people; after the first that could not be written, nothing.
    void say(const std::string& line);
    /// Can nobody hear us any more?
    bool unheard() const { return failure_ != nullptr; }
    /// Throws why, if so: Failure(file).
    void complain() const;

private:
    std::exception_ptr failure_;
};

}  // namespace synovia::cli
