#include "apps/cli/live/line_printer.hpp"

#include "apps/cli/failure.hpp"
#include "apps/studio/output_file.hpp"

namespace synovia::live {

void LinePrinter::print(const std::string& line) {
    if (failure_) return;
    try {
        cli::write_stdout(line + "\n");
    } catch (const cli::Failure&) {
        failure_ = std::current_exception();
    }
}

void LinePrinter::complain() const {
    if (failure_) std::rethrow_exception(failure_);
}

}  // namespace synovia::live
