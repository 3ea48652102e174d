// Writes JSON text. nlohmann's writer would make the page's program half as large again for what is a dozen lines here.
#pragma once
#include <cmath>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace synovia::classroom {

inline std::string json(double value) {
    if (!std::isfinite(value)) return "null";
    char text[32];
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
}

inline std::string json(const std::optional<double>& value) { return value ? json(*value) : "null"; }

/// The texts of the solver: ASCII, of which quotes, backslashes and control characters are escaped.
inline std::string json(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted.append({'\\', c});
        else if (c == '\n')
            quoted += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20)
            quoted += c;
    }
    return quoted + '"';
}

/// An object or a list under construction.
class JsonText {
public:
    explicit JsonText(char open) : text_(1, open), close_(open == '{' ? '}' : ']') {}

    JsonText& raw(std::string_view key, std::string_view value) {
        separate();
        text_.append(json(key)).append(":").append(value);
        return *this;
    }
    template <class T>
    JsonText& add(std::string_view key, const T& value) {
        return raw(key, json(value));
    }
    JsonText& item(std::string_view value) {
        separate();
        text_ += value;
        return *this;
    }
    std::string done() const { return text_ + close_; }

private:
    void separate() {
        if (text_.size() > 1) text_ += ',';
    }

    std::string text_;
    char close_;
};

}  // namespace synovia::classroom
