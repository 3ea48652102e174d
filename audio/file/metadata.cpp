#include "audio/file/metadata.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>
#include <string_view>

#include "audio/file/calibration.hpp"
#include "audio/file/native_keys.hpp"

namespace synovia::audio {
namespace {

constexpr std::size_t description_bytes = 256;

bool is_wav(Encoding encoding) { return extension(encoding) == "wav"; }

/// Digits where the pattern has a 0, its own characters elsewhere.
bool follows(std::string_view text, std::string_view pattern) {
    return text.size() == pattern.size() && std::equal(text.begin(), text.end(), pattern.begin(), [](char c, char p) {
               return p == '0' ? c >= '0' && c <= '9' : c == p;
           });
}

bool is_key(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) { return c >= ' ' && c <= '}' && c != '='; });
}

void add(std::string& text, std::string_view part) {
    if (part.empty()) return;
    text.append(text.empty() ? "" : "; ").append(part);
}

}  // namespace

std::size_t longest_text(Encoding encoding) {
    // libsndfile 1.2.0 reads RIFF texts through a buffer of 2048 bytes, which a text, its 0 and the byte that makes
    // their number even must not fill.
    return is_wav(encoding) ? 2045 : 30000;
}

std::string_view shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return text.substr(0, most);
}

void require_writable(const Metadata& m, Encoding encoding) {
    std::string problems;
    const std::size_t longest = longest_text(encoding);
    const auto check_length = [&](const std::string& name, const std::string& text) {
        if (text.size() > longest)
            problems += name + " is " + std::to_string(text.size()) + " bytes long, " + std::to_string(longest) +
                        " are allowed\n";
    };
    check_length("title", m.title);
    check_length("software", m.software);
    check_length("copyright", m.copyright);
    check_length("comment", comment_text(m, encoding));
    for (const auto& [key, value] : m.pairs) {
        if (!is_key(key)) problems += "\"" + key + "\" is no key\n";
        if (native_key(key, encoding)) check_length(key, value);
    }
    if (!m.date.empty() && !follows(m.date, "0000-00-00")) problems += "date is \"" + m.date + "\", not yyyy-mm-dd\n";
    if (!follows(m.time, "00:00:00")) problems += "time is \"" + m.time + "\", not hh:mm:ss\n";
    if (problems.empty()) return;
    problems.pop_back();
    throw std::invalid_argument(problems);
}

std::string comment_text(const Metadata& m, Encoding encoding) {
    std::string text;
    if (!is_wav(encoding) && m.full_scale_db_spl) add(text, calibration_text(*m.full_scale_db_spl));
    for (const auto& [key, value] : m.pairs)
        if (!native_key(key, encoding)) add(text, key + "=" + value);
    add(text, m.comment);
    return text;
}

std::string description_text(const Metadata& m) {
    std::string rest = m.take ? "take " + std::to_string(*m.take) : "";
    if (m.full_scale_db_spl) add(rest, calibration_text(*m.full_scale_db_spl));
    const std::size_t room = description_bytes - rest.size() - (rest.empty() ? 0 : 2);
    std::string text(shortened(m.title, room));
    add(text, rest);
    return text;
}

}  // namespace synovia::audio
