#include "apps/preset/document.hpp"

#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

struct Describe {
    std::string operator()(double x) const { return "the number " + exact(x); }
    std::string operator()(bool x) const { return x ? "the truth value true" : "the truth value false"; }
    std::string operator()(const std::string& x) const { return "the text " + in_quotes(x); }
    std::string operator()(const std::vector<double>& x) const {
        return "a list of " + std::to_string(x.size()) + " numbers";
    }
    std::string operator()(const std::vector<std::string>& x) const {
        return "a list of " + std::to_string(x.size()) + " texts";
    }
    std::string operator()(Absent) const { return "null"; }
    std::string operator()(const Other& x) const { return x.what; }
};

}  // namespace

std::string describe(const RawValue& value) { return std::visit(Describe{}, value); }

Document parse_document(std::string_view written, const std::string& file) {
    const std::string_view text = without_byte_order_mark(written);
    const auto first = text.find_first_not_of(" \t\r\n");
    const bool is_json = file.ends_with(".json") || (first != std::string_view::npos && text[first] == '{');
    return is_json ? parse_sidecar(text, file) : parse_toml(text, file);
}

}  // namespace synovia::preset
