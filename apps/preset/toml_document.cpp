// TOML -> Document through toml++.
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "apps/preset/document.hpp"
#include "apps/preset/problem.hpp"
#include "apps/preset/text.hpp"
#include "apps/preset/toml_guard.hpp"

namespace synovia::preset {
namespace {

template <class T>
std::vector<T> values(const toml::array& array) {
    std::vector<T> list;
    list.reserve(array.size());
    for (const toml::node& node : array)
        if (const auto value = node.value<T>()) list.push_back(*value);
    return list;
}

RawValue to_list(const toml::array& array) {
    const auto all = [&](auto test) { return std::all_of(array.begin(), array.end(), test); };
    if (all([](const toml::node& n) { return n.is_number(); })) return values<double>(array);
    if (all([](const toml::node& n) { return n.is_string(); })) return values<std::string>(array);
    return Other{"a list of mixed or nested values"};
}

RawValue to_value(const toml::node& node) {
    if (node.is_number()) return *node.value<double>();
    if (node.is_boolean()) return *node.value<bool>();
    if (node.is_string()) return *node.value<std::string>();
    if (const toml::array* array = node.as_array()) return to_list(*array);
    if (node.is_table()) return Other{"a table"};
    return Other{"a date or time"};
}

/// What the parser objects to in our words; it tells its objections apart by their text only.
std::string_view objection(std::string_view description) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 15> words{{
        {"cannot redefine", "this is given twice"},
        {"cannot insert", "this is given twice"},
        {"maximum nested", "nested too deep"},
        {"end-of-file", "it ends too early"},
        {"EOF", "it ends too early"},
        {"utf-8", "text that is no UTF-8"},
        {"UTF-8", "text that is no UTF-8"},
        {"control character", "a control character"},
        {"surrogate", "an escape that is no character"},
        {"escape", "an escape that is no character"},
        {"not representable", "a number too large"},
        {"length limit", "a number too long"},
        {"interpreted as a value", "no value, or a number too large"},
        {"key-value pair", "no key = value with one value"},
        {"table header", "no [section]"},
    }};
    for (const auto& [part, ours] : words)
        if (description.find(part) != std::string_view::npos) return ours;
    return "neither a key, a [section] nor a comment";
}

/// Recursion ends: the parser bounds nested values, guard_toml() bounds the parts of a key.
void flatten(const toml::table& table, const std::string& prefix, std::vector<Entry>& entries) {
    for (const auto& [key, node] : table) {
        const std::string path = prefix + std::string(key.str());
        const toml::table* inner = node.as_table();
        if (inner != nullptr && !inner->empty()) {
            flatten(*inner, path + ".", entries);
            continue;
        }
        const toml::source_position place = key.source().begin;
        entries.push_back({path, to_value(node), place.line, place.column});
    }
}

}  // namespace

Document parse_toml(std::string_view written, const std::string& file) {
    const std::string_view text = without_byte_order_mark(written);
    guard_toml(text, file);
    try {
        const toml::table root = toml::parse(text);
        Document document{file, false, {}};
        flatten(root, "", document.entries);
        std::stable_sort(document.entries.begin(), document.entries.end(), [](const Entry& a, const Entry& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        return document;
    } catch (const toml::parse_error& error) {
        const toml::source_position place = error.source().begin;
        throw Error(
            {{file, place.line, place.column, "", "not valid TOML: " + std::string(objection(error.description()))}});
    }
}

}  // namespace synovia::preset
