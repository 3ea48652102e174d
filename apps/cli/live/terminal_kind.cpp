#include "apps/cli/live/terminal_kind.hpp"

#include <curses.h>
#include <term.h>
#include <unistd.h>

#include "apps/cli/failure.hpp"

namespace synovia::cli {

bool has_terminal() { return isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0; }

void require_screen() {
    int ignored = 0;
    const bool known = setupterm(nullptr, STDOUT_FILENO, &ignored) == OK;
    const bool moves = known && cursor_address != nullptr;
    if (known) del_curterm(cur_term);
    if (!moves)
        throw Failure(ExitCode::usage,
                      "this kind of terminal (TERM) is not known or has no cursor to move; --plain works on any");
}

}  // namespace synovia::cli
