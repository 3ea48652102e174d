#include "apps/cli/live/input_decoder.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace synovia::cli {
namespace {

using Kind = Input::Kind;

constexpr char escape = '\033';
constexpr std::size_t longest_sequence = 32;  // [bytes]; a Kitty report with all its fields has less

bool is_c0(char c) { return static_cast<unsigned char>(c) < 0x20; }
bool is_control(char c) { return is_c0(c) || static_cast<unsigned char>(c) >= 0x7F; }

/// How a sequence goes on after its ESC.
struct Sequence {
    enum class State { complete, open, broken, too_long, words };
    State state;
    std::size_t length;  ///< of what belongs to it, or is dropped with it
};

/// `count` bytes after the first `begin`, none of them a control character. Columns of X10 reports go beyond ASCII.
Sequence fixed(std::string_view bytes, std::size_t begin, std::size_t count) {
    for (std::size_t i = begin; i < begin + count; ++i) {
        if (i == bytes.size()) return {Sequence::State::open, i};
        if (static_cast<unsigned char>(bytes[i]) < 0x20) return {Sequence::State::broken, i};
    }
    return {Sequence::State::complete, begin + count};
}

/// Up to its final byte, 40 to 7E hexadecimal (ECMA-48, 5.4).
Sequence control_sequence(std::string_view bytes) {
    for (std::size_t i = 1; i < bytes.size(); ++i) {
        if (is_control(bytes[i])) return {Sequence::State::broken, i};
        if (i == longest_sequence) return {Sequence::State::too_long, i};
        if (bytes[i] >= 0x40) return {Sequence::State::complete, i + 1};
    }
    return {Sequence::State::open, bytes.size()};
}

/// Those of ECMA-48, 5.6, that have words behind them: OSC, DCS, SOS, PM, APC.
bool begins_words(char c) { return c == ']' || c == 'P' || c == 'X' || c == '^' || c == '_'; }

Sequence find_sequence(std::string_view bytes) {
    if (!bytes.empty() && begins_words(bytes.front())) return {Sequence::State::words, 1};
    if (bytes.starts_with("[M")) return fixed(bytes, 2, 3);
    if (bytes.starts_with("[")) return control_sequence(bytes);
    if (bytes.starts_with("O")) return fixed(bytes, 1, 1);
    return fixed(bytes, 0, 1);
}

/// Numbers parted by ';' or ':'; what is no number, or missing, is 0.
std::array<int, 3> numbers(std::string_view text) {
    std::array<int, 3> result{};
    for (int& number : result) {
        std::from_chars(text.data(), text.data() + text.size(), number);
        text.remove_prefix(std::min(text.find_first_of(";:"), text.size() - 1) + 1);
        if (text.empty()) break;
    }
    return result;
}

/// `button`: 0 left, 3 none, 4 to 28 shift and its like, 32 it was moved.
Input mouse(int button, int column, bool released) {
    constexpr int which = 0b1100'0011, moved = 32;
    if (released || (button & which) == 3) return {(button & moved) != 0 ? Kind::none : Kind::mouse_up, 0, column};
    if ((button & which) != 0) return {};
    return {(button & moved) != 0 ? Kind::mouse_move : Kind::mouse_down, 0, column};
}

Input x10_mouse(std::string_view three) {
    const auto value = [&](std::size_t i) { return static_cast<unsigned char>(three[i]) - 32; };
    return mouse(value(0), value(1) - 1, false);
}

Input sgr_mouse(std::string_view fields, bool released) {
    const auto [button, column, row] = numbers(fields);
    if (released && (button & 0b1100'0011) != 0) return {};  // another button
    return mouse(button, column - 1, released);
}

/// Key and event, 1 pressed, 2 repeated, 3 released, of "32;1:3": the space bar alone matters.
Input kitty_key(std::string_view fields) {
    const auto [key, modifiers, event] = numbers(fields);
    if (key != ' ' || modifiers != 1) return {};
    if (event == 3) return {Kind::hold_end, 0, 0};
    return event == 2 ? Input{Kind::character, ' ', 0} : Input{};
}

/// "A", or with modifiers and event "1;1:2A".
Input arrow(std::string_view fields, char last) {
    constexpr std::array kinds{Kind::up, Kind::down, Kind::right, Kind::left};
    if (numbers(fields)[2] == 3) return {};
    return {kinds[static_cast<std::size_t>(last - 'A')], 0, 0};
}

Input meaning(std::string_view sequence) {
    if (sequence.size() < 2) return {};
    const char last = sequence.back();
    const std::string_view fields = sequence.substr(1, sequence.size() - 2);
    if (sequence.starts_with("[M")) return x10_mouse(sequence.substr(2));
    if (last >= 'A' && last <= 'D') return arrow(fields, last);
    if (sequence.starts_with("[<") && (last == 'M' || last == 'm')) return sgr_mouse(fields.substr(1), last == 'm');
    return sequence.front() == '[' && last == 'u' ? kitty_key(fields) : Input{};
}

Input typed(char c) {
    if (c == '\b' || c == 0x7F) return {Kind::backspace, 0, 0};
    return {Kind::character, static_cast<unsigned char>(c), 0};
}

}  // namespace

/// Up to the final byte of a sequence, to the BEL behind words, or before whatever cannot belong to either; the end of
/// words ESC \\ is a sequence of its own.
void InputDecoder::skip() {
    const bool words = skipping_ == Skipping::words;
    const auto ends = [&](char c) { return words ? is_c0(c) : is_control(c) || c >= 0x40; };
    const auto end = std::find_if(bytes_.begin(), bytes_.end(), ends);
    if (end == bytes_.end()) return bytes_.clear();
    skipping_ = Skipping::nothing;
    const bool belongs = words ? *end == '\a' : !is_control(*end);
    bytes_.erase(bytes_.begin(), belongs ? end + 1 : end);
}

/// Of what begins with ESC, and is there as far as it goes.
Input InputDecoder::sequence() {
    const std::string_view rest = std::string_view(bytes_).substr(1);
    const Sequence found = find_sequence(rest);
    const Input input = found.state == Sequence::State::complete ? meaning(rest.substr(0, found.length)) : Input{};
    if (found.state == Sequence::State::too_long) skipping_ = Skipping::sequence;
    if (found.state == Sequence::State::words) skipping_ = Skipping::words;
    bytes_.erase(0, 1 + found.length);
    return input;
}

std::optional<Input> InputDecoder::next() {
    if (skipping_ != Skipping::nothing) skip();
    if (bytes_.empty()) return std::nullopt;
    if (bytes_.front() == escape) {
        const bool open = find_sequence(std::string_view(bytes_).substr(1)).state == Sequence::State::open;
        return open ? std::nullopt : std::optional(sequence());
    }
    const Input input = typed(bytes_.front());
    bytes_.erase(0, 1);
    return input;
}

}  // namespace synovia::cli
