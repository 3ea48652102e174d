// A number as messages show it.
#pragma once
#include <sstream>
#include <string>

namespace synovia {

inline std::string number_text(double value, int digits = 10) {
    std::ostringstream out;
    out.precision(digits);
    out << value;
    return out.str();
}

}  // namespace synovia
