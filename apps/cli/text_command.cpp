// Help and version.
#include "apps/cli/commands.hpp"
#include "apps/cli/console/standard_output.hpp"

namespace synovia::cli {

void run(const TextRequest& request) { write_stdout(request.text); }

}  // namespace synovia::cli
