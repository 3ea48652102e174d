#include "apps/preset/csv.hpp"

#include <charconv>
#include <cmath>

#include "apps/preset/text.hpp"

namespace synovia::preset {

std::string_view table_text(std::string_view text) {
    text = without_byte_order_mark(text);
    return text.substr(0, text.find_last_not_of("\r\n") + 1);
}

std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::vector<std::string_view> split_cells(std::string_view row) {
    std::vector<std::string_view> cells;
    for (auto comma = row.find(','); comma != std::string_view::npos; comma = row.find(',')) {
        cells.push_back(row.substr(0, comma));
        row.remove_prefix(comma + 1);
    }
    cells.push_back(row);
    return cells;
}

std::optional<double> finite_number(std::string_view cell) {
    double value = 0;
    const auto [rest, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || rest != cell.data() + cell.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

}  // namespace synovia::preset
