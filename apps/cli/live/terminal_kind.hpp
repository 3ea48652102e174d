// What kind of terminal there is, asked before anything is drawn, played or written.
#pragma once

namespace synovia::cli {

/// Are standard input and output one?
bool has_terminal();

/// Throws Failure(usage) where the kind of terminal (TERM) is not known or has no cursor to move.
void require_screen();

}  // namespace synovia::cli
