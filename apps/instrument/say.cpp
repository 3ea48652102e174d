#include "apps/instrument/say.hpp"

#include <algorithm>

#include "apps/preset/text.hpp"

namespace synovia::instrument {

std::string error_line(std::string why) {
    std::replace(why.begin(), why.end(), '\n', ';');
    return "error: " + preset::printable(why, 400);
}

}  // namespace synovia::instrument
