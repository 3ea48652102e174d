// Collects everything wrong with a set of settings, so that one exception names all of it.
#pragma once
#include <locale>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace synovia::audio {

class Problems {
public:
    Problems() { text_.imbue(std::locale::classic()); }

    /// Notes a value that is not within [low, high]; NaN never is.
    void check(std::string_view name, double value, double low, double high) {
        if (value >= low && value <= high) return;
        text_ << name << " is " << value << ", allowed are " << low << " to " << high << '\n';
    }

    /// Throws std::invalid_argument with one line per problem, if there is one.
    void raise() const {
        std::string text = text_.str();
        if (text.empty()) return;
        text.pop_back();
        throw std::invalid_argument(text);
    }

private:
    std::ostringstream text_;
};

inline constexpr double longest_s = 3600.0;  ///< of any time in settings: an hour of sound is a mistake

}  // namespace synovia::audio
