// Side-car JSON -> Document through nlohmann::json. The parser does not say where a key stands and lets a second value
// of a key win in silence; both are seen from its callback, with an iterator that knows how far it has come.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "apps/preset/document.hpp"
#include "apps/preset/problem.hpp"
#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

using Json = nlohmann::json;

struct CountingIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at;
    const char** cursor;  // one past the last character that was taken

    reference operator*() const { return *at; }
    CountingIterator& operator++() {
        *cursor = ++at;
        return *this;
    }
    bool operator==(const CountingIterator& other) const { return at == other.at; }
    bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

struct Place {
    std::size_t line = 1, column = 1;
};

/// Line and column of offsets in the text; cheap when they are asked for in order.
class PlaceFinder {
public:
    explicit PlaceFinder(std::string_view text) : text_(text) {}

    Place at(std::size_t offset) {
        if (offset < offset_) *this = PlaceFinder(text_);
        for (; offset_ < std::min(offset, text_.size()); ++offset_) {
            const bool ends = text_[offset_] == '\n';
            place_ = ends ? Place{place_.line + 1, 1} : Place{place_.line, place_.column + 1};
        }
        return place_;
    }

private:
    std::string_view text_;
    std::size_t offset_ = 0;
    Place place_;
};

[[noreturn]] void refuse(const std::string& file, Place place, std::string message) {
    throw Error({{file, place.line, place.column, "", std::move(message)}});
}

/// Where the keys "section" and "section.name" of the outermost object and the objects in it stand.
using Places = std::map<std::string, Place>;

[[noreturn]] void refuse_syntax(std::string_view text, const std::string& file, const Json::exception& error) {
    const auto* syntax = dynamic_cast<const Json::parse_error*>(&error);
    const std::size_t byte = syntax != nullptr ? std::max<std::size_t>(syntax->byte, 1) : 1;
    const std::string_view what = error.what();
    const auto reason = what.rfind("; ");  // behind the library's own idea of the place
    refuse(file, PlaceFinder(text).at(byte - 1),
           "not valid JSON: " + printable(reason == std::string_view::npos ? what : what.substr(reason + 2), 300));
}

Json parse(std::string_view text, const std::string& file, Places& places) {
    const char* cursor = text.data();
    PlaceFinder finder(text);
    std::string section;
    const auto remember_keys = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (event != Json::parse_event_t::key || depth > 2) return true;
        const auto& name = parsed.get_ref<const std::string&>();
        if (depth == 1) section = name;
        const std::string path = depth == 1 ? section : section + "." + name;
        // The parser stands behind the closing quote of the key.
        const Place place = finder.at(text.rfind('"', static_cast<std::size_t>(cursor - text.data()) - 2));
        if (!places.emplace(path, place).second) refuse(file, place, in_quotes(path) + " is given twice");
        return true;
    };
    const CountingIterator begin{text.data(), &cursor}, end{text.data() + text.size(), &cursor};
    try {
        return Json::parse(begin, end, remember_keys);
    } catch (const Json::exception& error) {
        refuse_syntax(text, file, error);
    }
}

RawValue to_list(const Json& list) {
    const auto all = [&](auto test) { return std::all_of(list.begin(), list.end(), test); };
    if (all([](const Json& x) { return x.is_number(); })) return list.get<std::vector<double>>();
    if (all([](const Json& x) { return x.is_string(); })) return list.get<std::vector<std::string>>();
    return Other{"a list of mixed or nested values"};
}

RawValue to_value(const Json& value) {
    if (value.is_number()) return value.get<double>();
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_string()) return value.get<std::string>();
    if (value.is_null()) return Absent{};
    if (value.is_array()) return to_list(value);
    return Other{"an object"};
}

}  // namespace

Document parse_sidecar(std::string_view text, const std::string& file) {
    Places places;
    const Json root = parse(text, file, places);
    if (!root.contains("scenario")) refuse(file, {}, "no preset: this JSON holds no object \"scenario\"");
    Document document{file, true, {}};
    for (const std::string section : {"about", "scenario"}) {
        if (!root.contains(section)) continue;
        if (!root[section].is_object()) refuse(file, places[section], in_quotes(section) + " is not an object");
        for (const auto& [name, value] : root[section].items()) {
            const Place place = places[section + "." + name];
            document.entries.push_back(
                {section == "about" ? "about." + name : name, to_value(value), place.line, place.column});
        }
    }
    return document;
}

}  // namespace synovia::preset
