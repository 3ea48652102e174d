// A number as messages show it.
#pragma once
#include <sstream>
#include <string>

namespace synovia {

inline std::string number_text(double value) {
    std::ostringstream out;
    out.precision(10);
    out << value;
    return out.str();
}

}  // namespace synovia
