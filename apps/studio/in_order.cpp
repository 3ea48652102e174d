#include "apps/studio/in_order.hpp"

namespace synovia::studio {

std::size_t all_cores() { return std::max<std::size_t>(1, std::thread::hardware_concurrency()); }

}  // namespace synovia::studio
