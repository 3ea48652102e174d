#include "apps/instrument/say.hpp"

#include <algorithm>

#include "apps/preset/text.hpp"

namespace synovia::live {

std::string error_line(const std::exception& error) {
    std::string text = error.what();
    std::replace(text.begin(), text.end(), '\n', ';');
    return "error: " + preset::printable(text, 400);
}

}  // namespace synovia::live
