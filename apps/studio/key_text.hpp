// A key of printed data and what it stands for: the documentation of output lives beside what prints it.
#pragma once
#include <string_view>

namespace synovia::studio {

struct KeyText {
    std::string_view key;
    std::string_view text;
};

}  // namespace synovia::studio
