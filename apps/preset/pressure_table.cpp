#include "apps/preset/pressure_table.hpp"

#include <charconv>
#include <cmath>
#include <optional>

#include "apps/preset/file.hpp"
#include "apps/preset/problem.hpp"
#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

constexpr std::string_view header = "t_s,p_pa";

/// The next line without its end (LF or CR LF), taken off the text.
std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::optional<double> finite_number(std::string_view cell) {
    double value = 0;
    const auto [rest, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || rest != cell.data() + cell.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

/// Appends the row, or says what is wrong with it.
std::optional<std::string> take_row(PressureTable& table, std::string_view row) {
    const auto comma = row.find(',');
    if (comma == std::string_view::npos || row.find(',', comma + 1) != std::string_view::npos)
        return "given " + in_quotes(row) + ", expected two numbers parted by one comma";
    const auto time = finite_number(row.substr(0, comma)), pressure = finite_number(row.substr(comma + 1));
    if (!time) return "the time " + in_quotes(row.substr(0, comma)) + " is not a finite number";
    if (!pressure) return "the pressure " + in_quotes(row.substr(comma + 1)) + " is not a finite number";
    if (!table.time.empty() && *time <= table.time.back())
        return "the time " + exact(*time) + " does not come after " + exact(table.time.back());
    table.time.push_back(*time);
    table.pressure.push_back(*pressure);
    return std::nullopt;
}

}  // namespace

PressureTable parse_pressure_table(std::string_view written, const std::string& file) {
    std::string_view text = without_byte_order_mark(written);
    PressureTable table;
    Problems problems;
    std::size_t line = 1;
    if (const auto first = take_line(text); first != header)
        problems.add({file, 1, 1, "", "given the header " + in_quotes(first) + ", expected " + in_quotes(header)});
    while (!text.empty() && table.time.size() <= most_table_points && !problems.full())
        if (auto wrong = (++line, take_row(table, take_line(text)))) problems.add({file, line, 1, "", *wrong});
    if (table.time.size() > most_table_points)
        problems.add({file, line, 0, "", "more than " + std::to_string(most_table_points) + " points"});
    problems.raise();
    if (table.time.size() < 2) problems.add({file, line, 0, "", "a table needs at least two points"});
    problems.raise();
    return table;
}

PressureTable read_pressure_table(const std::filesystem::path& path) {
    return parse_pressure_table(read_text(path), path.string());
}

}  // namespace synovia::preset
