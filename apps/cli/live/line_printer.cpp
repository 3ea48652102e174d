#include "apps/cli/live/line_printer.hpp"

#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/failure.hpp"

namespace synovia::cli {

void LinePrinter::say(const std::string& line) {
    if (failure_) return;
    try {
        print(line + "\n");
    } catch (const Failure&) {
        failure_ = std::current_exception();
    }
}

void LinePrinter::complain() const {
    if (failure_) std::rethrow_exception(failure_);
}

}  // namespace synovia::cli
