// All bytes to a file descriptor, however many calls that takes.
#pragma once
#include <cstdint>
#include <string_view>

namespace synovia::studio {

/// 0, or the errno of the write that failed.
int write_all(int fd, std::string_view bytes);
/// The same to this place of a file.
int write_all_at(int fd, std::string_view bytes, std::uint64_t offset);

}  // namespace synovia::studio
