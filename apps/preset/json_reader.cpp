// Through nlohmann::json. The parser does not say where a key stands, lets a second value of a key win in silence and
// nests as deep as memory lasts; all three are seen from its callback, with an iterator that knows how far it has come.
#include "apps/preset/json_reader.hpp"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "apps/preset/keys.hpp"
#include "apps/preset/problem.hpp"
#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

using Json = nlohmann::ordered_json;

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

/// Line and column of offsets in the text; cheap when they are asked for in order.
class PlaceFinder {
public:
    explicit PlaceFinder(std::string_view text) : text_(text) {}

    TextPlace at(std::size_t offset) {
        if (offset < offset_) *this = PlaceFinder(text_);
        for (; offset_ < std::min(offset, text_.size()); ++offset_) {
            const bool ends = text_[offset_] == '\n';
            place_ = ends ? TextPlace{place_.line + 1, 1} : TextPlace{place_.line, place_.column + 1};
        }
        return place_;
    }

private:
    std::string_view text_;
    std::size_t offset_ = 0;
    TextPlace place_;
};

/// An object or list that is open.
struct Open {
    bool list = false;
    std::string path = {};            // of itself
    std::string key = {};             // an object's last
    std::size_t index = 0;            // a list's next
    std::set<std::string> keys = {};  // an object's

    std::string path_of_next() const {
        if (list) return path + "[" + std::to_string(index) + "]";
        return path.empty() ? key : path + "." + key;
    }
};

class Reader {
public:
    Reader(std::string_view text, const std::string& file, KeyPlaces& places)
        : text_(text), file_(file), places_(places), cursor_(text.data()), finder_(text) {}

    Json read() {
        const CountingIterator begin{text_.data(), &cursor_}, end{text_.data() + text_.size(), &cursor_};
        try {
            return Json::parse(begin, end, [this](int depth, Json::parse_event_t event, Json& parsed) {
                follow(depth, event, parsed);
                return true;
            });
        } catch (const Json::parse_error& error) {
            refuse_syntax(std::max<std::size_t>(error.byte, 1) - 1);
        } catch (const Json::out_of_range&) {
            refuse(offset(), "not valid JSON: a number beyond what a double holds");
        }
    }

private:
    std::size_t offset() const { return static_cast<std::size_t>(cursor_ - text_.data()); }

    [[noreturn]] void refuse(std::size_t offset, std::string message) {
        const TextPlace place = finder_.at(offset);
        throw Error({{file_, place.line, place.column, "", std::move(message)}});
    }

    [[noreturn]] void refuse_syntax(std::size_t offset) {
        constexpr std::size_t shown = 20;
        if (offset >= text_.size()) refuse(offset, "not valid JSON: it ends too early");
        refuse(offset, "not valid JSON from " + in_quotes(text_.substr(offset, shown)) + " on");
    }

    void follow(int depth, Json::parse_event_t event, const Json& parsed) {
        using Event = Json::parse_event_t;
        switch (event) {
            case Event::object_start:
            case Event::array_start:
                return enter(depth, event == Event::array_start);
            case Event::object_end:
            case Event::array_end:
                open_.pop_back();
                return count_element();
            case Event::value:
                return count_element();
            case Event::key:
                return take_key(parsed.get_ref<const std::string&>());
        }
    }

    void enter(int depth, bool list) {
        if (depth >= deepest_json)
            refuse(offset() - 1, "nested deeper than " + std::to_string(deepest_json) + " brackets");
        open_.push_back({list, open_.empty() ? "" : open_.back().path_of_next()});
    }

    void count_element() {
        if (!open_.empty() && open_.back().list) ++open_.back().index;
    }

    void take_key(const std::string& name) {
        Open& object = open_.back();
        object.key = name;
        // The parser stands behind the closing quote of the key.
        const std::size_t at = text_.rfind('"', offset() - 2);
        if (!object.keys.insert(name).second) refuse(at, in_quotes(object.path_of_next()) + " is given twice");
        if (keeps_places()) places_.emplace(object.path_of_next(), finder_.at(at));
    }

    /// Of a million events nobody asks.
    bool keeps_places() const {
        if (open_.size() <= 2 && !open_.front().list) return true;
        const std::string& holder = open_[open_.size() - 2].key;
        return holder == "scenario" || holder == "about";
    }

    std::string_view text_;
    const std::string& file_;
    KeyPlaces& places_;
    const char* cursor_;
    PlaceFinder finder_;
    std::vector<Open> open_;
};

}  // namespace

Json read_json(std::string_view text, const std::string& file, KeyPlaces& places) {
    return Reader(without_byte_order_mark(text), file, places).read();
}

Json read_json(std::string_view text, const std::string& file) {
    KeyPlaces places;
    return read_json(text, file, places);
}

Json read_own_json(std::string_view text, const std::string& file, KeyPlaces& places) {
    Json root = read_json(text, file, places);
    if (!root.is_object()) throw Error({{file, 1, 1, "", "no file of synovia: it is no JSON object"}});
    const auto schema = root.find("schema");
    if (schema == root.end() || *schema == sidecar_schema_version) return root;
    const TextPlace place = places["schema"];
    throw Error({{file, place.line, place.column, "schema",
                  "given " + printable(schema->dump(-1, ' ', true)) + "; this version reads " +
                      std::to_string(sidecar_schema_version)}});
}

Json read_own_json(std::string_view text, const std::string& file) {
    KeyPlaces places;
    return read_own_json(text, file, places);
}

}  // namespace synovia::preset
