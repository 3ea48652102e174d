// All bytes to a file descriptor, however many calls that takes.
#pragma once
#include <string_view>

namespace synovia::studio {

/// 0, or the errno of the write that failed.
int write_all(int fd, std::string_view bytes);

}  // namespace synovia::studio
