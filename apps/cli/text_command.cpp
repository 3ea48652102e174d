// Help and version.
#include "apps/cli/commands.hpp"
#include "apps/studio/output_file.hpp"

namespace synovia::cli {

void run(const TextRequest& request) { write_stdout(request.text); }

}  // namespace synovia::cli
